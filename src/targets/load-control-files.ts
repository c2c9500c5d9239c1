import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { ControlFiles, Target } from './target.ts';

/**
 * Reads a target's control files (schemas) by name; `scripts/build` puts them into `lib/schemas/<target>`.
 * Throws when one is missing: the installation is damaged.
 */
export async function loadControlFiles(
  target: Target,
  folder: string = join(packageRoot(), 'lib', 'schemas', target.id),
): Promise<ControlFiles> {
  const entries = target.controlFiles.map(
    async (name): Promise<[string, Uint8Array]> => [name, await readFile(join(folder, name))],
  );
  return new Map(await Promise.all(entries));
}
