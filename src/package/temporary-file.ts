import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

const day = 24 * 60 * 60 * 1000;
// Where dist is shared, a process id means nothing on another machine or in another container.
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const pattern = /^\.build-scorm-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.part$/;

/** A name no other build uses, in the folder of the destination, so that a rename moves no bytes. */
export function temporaryPath(destination: string): string {
  return join(dirname(destination), `.build-scorm-${host}-${process.pid}-${randomBytes(6).toString('hex')}.part`);
}

/**
 * Removes what killed builds left in a folder: temporary files whose process is gone, or, made on another machine,
 * older than a day. Never one of a running build. Says nothing when it cannot: a leftover harms no one.
 */
export async function removeStaleFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const stale = names.filter((name) => pattern.test(name)).map((name) => removeIfStale(join(folder, name), name));
  await Promise.all(stale);
}

async function removeIfStale(path: string, name: string): Promise<void> {
  try {
    if (isStale(name, (await stat(path)).mtimeMs)) await rm(path, { force: true });
  } catch {
    // Another build was quicker, or the file is not ours to remove.
  }
}

function isStale(name: string, modified: number): boolean {
  const [, madeOn, id] = pattern.exec(name) ?? [];
  if (madeOn !== host) return Date.now() - modified > day;
  // In containers, process ids repeat: a file older than this process is not of this process.
  if (Number(id) === process.pid) return modified < performance.timeOrigin;
  return !isRunning(Number(id)) || Date.now() - modified > day;
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
