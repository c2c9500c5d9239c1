import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../tests/arbitrary-course.ts';
import { type Part, zip64EndOf, zipOf } from '../../tests/zip-by-hand.ts';
import { readCourseData } from './read-course-data.ts';
import { readManifest } from './read-manifest.ts';
import { readPackage } from './read-package.ts';

const read = (...parts: readonly Part[]) => readPackage(zipOf(parts), () => true);

test('lists files with their sizes, and gives the content of those that are wanted', async () => {
  const zip = zipOf([
    { name: 'pages/', content: '' },
    { name: 'pages/a.html', content: 'hello hello hello', deflate: true },
    { name: 'é.txt' },
  ]);
  const files = await readPackage(zip, (path) => path.endsWith('.html'));
  expect(files.map(({ path, bytes, packed }) => ({ path, bytes, packed }))).toEqual([
    { path: 'pages/a.html', bytes: 17, packed: deflateRawSync('hello hello hello').length },
    { path: 'é.txt', bytes: 1, packed: 1 },
  ]);
  expect(files[0]?.content?.toString()).toBe('hello hello hello');
  expect(files[1]?.content).toBeUndefined();
});

test('takes names that only look dangerous', async () => {
  const names = ['media/a:b.html', '1:2.html', 'a..b', '..a/b..', 'a/.b', 'C'];
  const files = await read(...names.map((name) => ({ name })));
  expect(files.map(({ path }) => path)).toEqual(names);
});

test('gives names as they were meant: UTF-8, marked as such or not, or Latin-1', async () => {
  const paths = async (name: Buffer, flags: number) => (await read({ name, flags }))[0]?.path;
  expect(await paths(Buffer.from('é.txt'), 0)).toBe('é.txt');
  expect(await paths(Buffer.from('é.txt', 'latin1'), 0)).toBe('é.txt');
  expect(await paths(Buffer.from('é.txt', 'latin1'), 0x800)).toBe('\ufffd.txt');
});

test('judges only what a file says it unpacks to, if its content is not wanted', async () => {
  const name = 'zeros.bin';
  const packed = deflateRawSync(Buffer.alloc(1000)).length;
  const zip = (size: number) => zipOf([{ name, content: Buffer.alloc(1000), deflate: true, size }]);
  expect(await readPackage(zip(100 * packed), () => false)).toEqual([{ path: name, bytes: 100 * packed, packed }]);
  await expect(readPackage(zip(100 * packed + 1), () => false)).rejects.toThrow('100 times its size');
});

describe('refuses', () => {
  const random = randomFrom(1);
  const noise = Buffer.from(Array.from({ length: 700_000 }, () => 256 * random()));
  test.each<[string, readonly Part[], string]>([
    [
      'a file that is read and has more than 64 MB',
      [{ name: 'a', content: noise, deflate: true, size: 64_000_001 }],
      '`a`: it is larger than 64 MB',
    ],
    [
      'a file that is read and has less than the 64 MB it says',
      [{ name: 'a', content: noise, deflate: true, size: 64_000_000 }],
      '`a` cannot be unpacked (not enough bytes in the stream',
    ],
    ['a name that would move the cursor', [{ name: '\x1b[2J/../a' }], '`\ufffd[2J/../a`: its path leads out'],
    [
      'a name that would move the cursor, and another like it',
      [{ name: '\x9bA' }, { name: '\x9ba' }],
      '`\ufffda`: it has the same name as `\ufffdA` on some systems',
    ],
    ['a path that leads out', [{ name: 'a/../../b' }], 'its path leads out of the package'],
    ['..', [{ name: '..' }], 'its path leads out of the package'],
    ['an absolute path', [{ name: '/etc/passwd' }], 'its path is absolute'],
    ['a drive', [{ name: 'C:/a' }], 'its path is absolute'],
    ['a backslash', [{ name: '..\\a' }], 'its name holds a backslash'],
    ['a NUL', [{ name: 'a\0.html' }], 'its name holds a NUL'],
    ['an empty name', [{ name: '' }], 'it has no name'],
    ['a symbolic link', [{ name: 'a', mode: 0o120777 }], 'it is a symbolic link'],
    [
      'an encrypted file',
      [{ name: 'a', content: 'hello hello hello', flags: 0x801, deflate: true }],
      'it is encrypted',
    ],
    ['the same name twice', [{ name: 'a' }, { name: 'a' }], 'it is in the zip twice'],
    [
      'names that differ in case',
      [{ name: 'a.html' }, { name: 'A.html' }],
      'it has the same name as `a.html` on some systems',
    ],
    ['names that differ in form', [{ name: 'é' }, { name: 'e\u0301' }], 'it has the same name as `é` on some systems'],
    [
      'a bomb',
      [{ name: 'a', content: Buffer.alloc(1_000_000), deflate: true }],
      'it unpacks to more than 100 times its size',
    ],
    ['damaged bytes', [{ name: 'a', crc: 1 }], '`a` is damaged'],
    [
      'a file that is larger than it says',
      [{ name: 'a', content: 'hello hello hello', deflate: true, size: 3 }],
      '`a` cannot be unpacked (too many bytes in the stream',
    ],
  ])('%s', async (_what, parts, said) => {
    await expect(read(...parts)).rejects.toThrow(said);
  });

  test('a damaged directory', async () => {
    const zip = zipOf([{ name: 'a' }]);
    zip.writeUInt32LE(0, zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')));
    await expect(readPackage(zip, () => true)).rejects.toThrow('it is damaged');
  });

  test('more files than any package has, before it looks at one', async () => {
    await expect(readPackage(zip64EndOf(65_536), () => true)).rejects.toThrow('it has more than 65535 files');
    await expect(readPackage(zip64EndOf(65_535), () => true)).rejects.toThrow('it is damaged');
  });

  test('what is no zip', async () => {
    await expect(readPackage(Buffer.from('hello'), () => true)).rejects.toThrow('it is no zip');
    await expect(readPackage(Buffer.alloc(0), () => true)).rejects.toThrow('it is no zip');
  });
});

describe('the manifest', () => {
  const manifest = async (content: string) => readManifest(await read({ name: 'imsmanifest.xml', content }));
  test('gives version and title', async () => {
    const text =
      '<manifest><metadata><schemaversion>1.2</schemaversion></metadata><organizations><organization><title>A &amp; B</title></organization></organizations></manifest>';
    expect(await manifest(text)).toEqual({ version: '1.2', title: 'A & B' });
    expect(await manifest('<manifest/>')).toEqual({ version: '', title: '' });
    expect(readManifest(await read({ name: 'a' }))).toBeNull();
  });
  test.each(['<!DOCTYPE a [<!ENTITY b "c">]><manifest>&b;</manifest>', '<manifest>', 'text'])(
    'refuses %s',
    async (text) => {
      await expect(manifest(text)).rejects.toThrow('is no manifest that can be read');
    },
  );
});

describe('the data of the course', () => {
  const course = async (content: string) => readCourseData(await read({ name: 'player.js', content }));
  test('is null for packages of other tools', async () => {
    expect(await course('var other = {};')).toBeNull();
    expect(readCourseData(await read({ name: 'a' }))).toBeNull();
  });
  test.each([
    'var buildScormCourse = {',
    'var buildScormCourse = {};',
    'var buildScormCourse = {"format":1,"id":"../x"};',
  ])('refuses %s', async (text) => {
    await expect(course(text)).rejects.toThrow('is damaged');
  });
});
