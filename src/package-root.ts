import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder this tool is installed in, as an absolute path: the nearest one upwards whose `package.json` is named
 * `build-scorm`. The same from `src/` (under vitest) and from the bundle in `lib/`.
 * Throws when there is none: the installation is damaged.
 */
export function packageRoot(from: string = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && isOurs(readFileSync(manifest, 'utf8'))) return folder;
    if (folder === dirname(folder)) throw new Error(`No package.json named build-scorm above ${from}`);
  }
}

function isOurs(json: string): boolean {
  const parsed: unknown = JSON.parse(json);
  return typeof parsed === 'object' && parsed !== null && 'name' in parsed && parsed.name === 'build-scorm';
}
