import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writePackage } from '../../src/package/write-package.ts';

let root: string;
let script: string;
/** The two whole packages that the script writes; nothing else may ever stand under their name. */
let whole: ReadonlySet<string>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'interrupted-build-'));
  script = join(root, 'build-repeatedly.cjs');
  const entry = join(import.meta.dirname, 'build-repeatedly.ts');
  buildSync({ entryPoints: [entry], outfile: script, bundle: true, platform: 'node', format: 'cjs' });
  const versions: string[] = [];
  for (const times of ['1', '2']) {
    const folder = await newFolder(`whole${times}`);
    expect(spawnSync(process.execPath, [script, folder, times]).status).toBe(0);
    versions.push(await readPackage(folder));
  }
  whole = new Set(versions);
  expect(whole.size).toBe(2);
}, 20_000);
afterAll(() => rm(root, { recursive: true }));

async function newFolder(name: string): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder);
  return folder;
}
const readPackage = (folder: string) => readFile(join(folder, 'course.zip'), 'latin1');
const temporaryFiles = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.part'));

/** Starts the script and waits until it has written its first package. */
async function start(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.stdout.resume();
  return child;
}

test('killed at any of 50 points, a build leaves the package before it or after it, whole', async () => {
  let interrupted = 0;
  const killRepeatedly = async (folder: string, delays: readonly number[]) => {
    for (const delay of delays) {
      const child = await start(folder);
      await new Promise((resolve) => setTimeout(resolve, delay));
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      expect(whole.has(await readPackage(folder)), `killed ${delay} ms after a build`).toBe(true);
      // Each start removed what the kill before it left.
      const left = await temporaryFiles(folder);
      expect(left.length).toBeLessThanOrEqual(1);
      interrupted += left.length;
    }
  };
  const delays = Array.from({ length: 25 }, (_, n) => n * 3);
  const folders = await Promise.all([newFolder('killed1'), newFolder('killed2')]);
  await Promise.all(
    folders.map((folder, n) =>
      killRepeatedly(
        folder,
        delays.map((delay) => delay + Math.random() * 3 + n),
      ),
    ),
  );
  // Else the kills came between the builds, and the test has shown nothing.
  expect(interrupted).toBeGreaterThan(5);
}, 60_000);

test('of two builds at once, either wins, whole, and none breaks the other', async () => {
  const folder = await newFolder('together');
  const builds = [1, 2].map(() =>
    spawn(process.execPath, [script, folder, '15'], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  const ends = builds.map((build) => once(build, 'exit'));
  const seen: string[] = [];
  let running = true;
  void Promise.all(ends).then(() => {
    running = false;
  });
  while (running) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const bytes = await readPackage(folder).catch(() => null);
    if (bytes !== null) seen.push(bytes);
  }
  expect(await Promise.all(ends)).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.filter((bytes) => !whole.has(bytes))).toEqual([]);
  expect(await readdir(folder)).toEqual(['course.zip']);
}, 60_000);

test('a file system that takes no more: the old package stays, and the message says why', async () => {
  const folder = await newFolder('full');
  await writeFile(join(folder, 'course.zip'), 'the old package');
  // The shell's limit is in blocks of 512 or 1024 bytes: below the package either way.
  const limited = ['-c', 'ulimit -f 1 && exec "$0" "$1" "$2" 1', process.execPath, script, folder];
  const { status, stderr } = spawnSync('sh', limited, { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toBe(
    `${join(folder, 'course.zip')} could not be written: the system does not allow so large a file here`,
  );
  expect(await readdir(folder)).toEqual(['course.zip']);
  expect(await readFile(join(folder, 'course.zip'), 'utf8')).toBe('the old package');
});

test('an output that cannot be written to at all', async () => {
  const build = writePackage([{ path: 'a.html', text: '' }], '/proc/course.zip', { date: new Date(0) });
  await expect(build).rejects.toMatchObject({ name: 'PackageError', path: '/proc/course.zip' });
});
