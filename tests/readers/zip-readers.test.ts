import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePackage } from '../../src/package/write-package.ts';

/** Where each reader comes from, for who lacks it. */
const install = {
  unzip: 'apt-get install unzip',
  python3: 'apt-get install python3',
  java: 'apt-get install default-jdk-headless',
} as const;

const contents = new Map([
  ['imsmanifest.xml', Buffer.from('<manifest/>')],
  ['empty.css', Buffer.alloc(0)],
  ['media/empty.mp4', Buffer.alloc(0)],
  ['media/größe-日本.txt', Buffer.from('Größe')],
  ['media/map.png', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * n) % 251))],
  ['media/lecture.mp4', Buffer.alloc(17_000_000, 'streamed')],
  ['media/video.mp4', Buffer.alloc(300_000, 'frame')],
  ['pages/long.html', Buffer.from('<p>Text</p>'.repeat(9000))],
]);
const expected = [...contents].map(([path, bytes]) => `${crc32(bytes)} ${bytes.length} ${path}`);

let folder: string;
let zip: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-readers-'));
  zip = join(folder, 'course.zip');
  const files = [...contents].map(async ([path, bytes]) => {
    if (!path.endsWith('.mp4')) return { path, bytes };
    const file = join(folder, path.replace('/', '-'));
    await writeFile(file, bytes);
    return { path, file, size: bytes.length };
  });
  await writePackage(await Promise.all(files), zip, { date: new Date(Date.UTC(1980, 0, 1)) });
});
afterAll(() => rm(folder, { recursive: true }));

function read(command: string, ...parameters: readonly string[]): string[] {
  const { error, status, stdout, stderr } = spawnSync(command, parameters, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  if (error !== undefined) throw error;
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.trimEnd().split('\n');
}

const isInstalled = (command: string) => spawnSync(command, ['--help']).error === undefined;
const script = (name: string) => join(import.meta.dirname, name);

describe('the readers every machine that runs the tests must have', () => {
  test.each(Object.entries(install))('%s is installed', (command, how) => {
    expect(isInstalled(command), `${command} is missing: ${how}`).toBe(true);
  });

  test('unzip', async () => {
    read('unzip', '-q', zip, '-d', join(folder, 'unzipped'));
    const unzipped = await readdir(join(folder, 'unzipped'), { recursive: true, withFileTypes: true });
    const paths = unzipped.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(paths).toHaveLength(contents.size);
    for (const [path, bytes] of contents) {
      expect(bytes.equals(await readFile(join(folder, 'unzipped', path))), path).toBe(true);
    }
  });

  test('Python zipfile', () => {
    expect(read('python3', script('read_zip.py'), zip)).toEqual(expected);
  });

  test('Java ZipInputStream and ZipFile', () => {
    const entries = read('java', '-Dfile.encoding=UTF-8', '-Dstdout.encoding=UTF-8', script('ReadZip.java'), zip);
    expect(entries.filter((line) => line.startsWith('stream '))).toEqual(expected.map((line) => `stream ${line}`));
    expect(entries.filter((line) => line.startsWith('file '))).toEqual(expected.map((line) => `file ${line}`));
  }, 30_000);
});

/** More readers, on machines that have them. */
const extra = [
  ['7z', () => expect(read('7z', 't', zip).join('\n')).toContain('Everything is Ok')],
  ['php', () => expect(read('php', script('read-zip.php'), zip)).toEqual(expected)],
] as const;
const has = {
  '7z': isInstalled('7z'),
  php: spawnSync('php', ['-r', 'exit(class_exists("ZipArchive") ? 0 : 1);']).status === 0,
};

for (const [command, check] of extra) {
  if (has[command]) test(command, check);
}
