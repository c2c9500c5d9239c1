import { Buffer } from 'node:buffer';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Entry, openPromise } from 'yauzl';
import type { PackageFile } from '../pages/rendered-course.ts';
import { writeZip } from './write-zip.ts';

const date = new Date(Date.UTC(1980, 0, 1));
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-zip-'));
  path = join(folder, 'a.zip');
});
afterEach(() => rm(folder, { recursive: true }));

async function entriesOf(files: readonly PackageFile[]): Promise<Entry[]> {
  await writeZip(files, path, { date });
  const entries: Entry[] = [];
  for await (const entry of (await openPromise(path)).eachEntry()) entries.push(entry);
  return entries;
}

const words = Array.from({ length: 4000 }, (_, at) => `word ${(at * at) % 977} of ${at % 13}`).join(', ');

test('text is packed as small as deflate makes it, files that are compressed already and empty ones are stored', async () => {
  const files = [
    { path: 'a.html', text: words },
    { path: 'a.js', bytes: Buffer.from(words) },
    { path: 'photo.jpg', text: words },
    { path: 'jpg.svg', text: words },
    { path: 'empty.css', text: '' },
  ];
  const small = deflateRawSync(words, { level: 9 }).length;
  expect(small).toBeLessThan(deflateRawSync(words).length);
  const entries = await entriesOf(files);
  expect(entries.map((entry) => [entry.compressionMethod, entry.compressedSize])).toEqual([
    [8, small],
    [8, small],
    [0, words.length],
    [8, small],
    [0, 0],
  ]);
});

test('whoever unpacks it may read every file, and run none', async () => {
  await writeFile(join(folder, 'a.pdf'), 'x', { mode: 0o777 });
  const entries = await entriesOf([
    { path: 'a.html', text: '' },
    { path: 'a.pdf', file: join(folder, 'a.pdf'), size: 1 },
  ]);
  expect(entries.map((entry) => (entry.externalFileAttributes >>> 16) & 0o777)).toEqual([0o644, 0o644]);
});

test('a large file of the disk is deflated as it is streamed, and told like any other', async () => {
  const bytes = Buffer.alloc(16 * 1024 * 1024 + 1, 'video');
  const small = bytes.subarray(1);
  const file = join(folder, 'a.mp4');
  await writeFile(file, bytes);
  await writeFile(join(folder, 'b.mp4'), small);
  const zipped = await writeZip(
    [
      { path: 'a.mp4', file, size: bytes.length },
      { path: 'b.mp4', file: join(folder, 'b.mp4'), size: small.length },
      { path: 'c.html', bytes },
    ],
    path,
    { date },
  );
  expect(zipped).toEqual([
    { path: 'a.mp4', size: bytes.length, crc: crc32(bytes) },
    { path: 'b.mp4', size: small.length, crc: crc32(small) },
    { path: 'c.html', size: bytes.length, crc: crc32(bytes) },
  ]);
  const methods: number[] = [];
  for await (const entry of (await openPromise(path)).eachEntry()) methods.push(entry.compressionMethod);
  expect(methods).toEqual([8, 0, 8]);
});

test('never writes over a file', async () => {
  await writeFile(path, 'of someone else');
  await expect(writeZip([{ path: 'a.html', text: '' }], path, { date })).rejects.toThrow(
    `${path} could not be written`,
  );
  expect(await readFile(path, 'utf8')).toBe('of someone else');
});

test('writes nothing for a build that is stopped', async () => {
  const signal = AbortSignal.abort();
  await expect(writeZip([{ path: 'a.html', text: words }], path, { date, signal })).rejects.toThrow(
    'could not be written',
  );
  expect((await readFile(path).catch(() => '')).length).toBe(0);
});
