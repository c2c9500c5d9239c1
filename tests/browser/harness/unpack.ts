import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuiltCourse } from './build-course.ts';

/** A package unpacked into a folder, as one opens it by a double click. */
export interface Unpacked {
  /** The `file://` address of one of its files. */
  at(name: string): string;
  end(): Promise<void>;
}

export async function unpack({ files }: BuiltCourse): Promise<Unpacked> {
  const folder = await mkdtemp(path.join(tmpdir(), 'unzipped-'));
  for (const [name, bytes] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
  return {
    at: (name) => pathToFileURL(path.join(folder, name)).href,
    end: () => rm(folder, { recursive: true, force: true }),
  };
}
