import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Finds courses: a folder with a `course.yml` is one; of any other folder, its subfolders that have one.
 *
 * @param folder where to look, relative to the working folder or absolute
 * @returns folders in order of name; empty if there is none
 * @throws the system's error if `folder` cannot be read
 */
export async function findCourses(folder: string): Promise<readonly string[]> {
  if (await isFile(path.join(folder, 'course.yml'))) return [folder];
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))) {
    if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (await isFile(path.join(folder, entry.name, 'course.yml'))) found.push(path.join(folder, entry.name));
  }
  return found;
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
