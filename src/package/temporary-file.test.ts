import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeStaleFiles, temporaryPath } from './temporary-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'temporary-file-'));
});
afterEach(() => rm(folder, { recursive: true }));

const day = 24 * 60 * 60 * 1000;
/** The id of a process that has ended. */
const gone = spawnSync(process.execPath, ['--version']).pid;

async function put(name: string, age = 0): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, '');
  const time = new Date(Date.now() - age);
  await utimes(path, time, time);
  return name;
}
const ownName = () => basename(temporaryPath(join(folder, 'a.zip')));
const nameOf = (id: number) => ownName().replace(`-${process.pid}-`, `-${id}-`);
const nameElsewhere = () => ownName().replace(/^\.build-scorm-[0-9a-f]{8}/, '.build-scorm-00000000');

test('a temporary name is new each time, beside the destination', () => {
  const first = temporaryPath(join(folder, 'a.zip'));
  expect(dirname(first)).toBe(folder);
  expect(temporaryPath(join(folder, 'a.zip'))).not.toBe(first);
});

test('leftovers of builds that are gone are removed', async () => {
  await put(nameOf(gone));
  await put(nameElsewhere(), day + 1000);
  // The same process id, but from before this process began.
  await put(ownName(), day / 2);
  await removeStaleFiles(folder);
  expect(await readdir(folder)).toEqual([]);
});

test('files of running builds, and of others, stay', async () => {
  const stay = [
    await put(ownName()),
    await put(nameOf(process.ppid)),
    await put(nameElsewhere()),
    await put('a.zip', 9 * day),
  ];
  await removeStaleFiles(folder);
  expect((await readdir(folder)).toSorted()).toEqual(stay.toSorted());
});

test('a folder that does not exist is no trouble', async () => {
  await expect(removeStaleFiles(join(folder, 'none'))).resolves.toBeUndefined();
});
