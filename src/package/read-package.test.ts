import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCourseData } from './read-course-data.ts';
import { readManifest } from './read-manifest.ts';
import { readPackage } from './read-package.ts';

interface Part {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** Unix file type and mode. */
  readonly mode?: number;
  readonly flags?: number;
  readonly deflate?: boolean;
  readonly crc?: number;
  /** What the zip says the file has, unpacked. */
  readonly size?: number;
}

/** A zip by hand (APPNOTE 4.3), so that it can hold what no good tool writes. */
function zipOf(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const raw = Buffer.from(part.content ?? 'x');
    const data = part.deflate === true ? deflateRawSync(raw) : raw;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0x800, 2);
    common.writeUInt16LE(part.deflate === true ? 8 : 0, 4);
    common.writeUInt32LE(part.crc ?? crc32(raw), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(part.size ?? raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, tail, name]));
    local.push(header);
    offset += header.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
const read = (...parts: readonly Part[]) => readPackage(zipOf(parts), () => true);

test('lists files with their sizes, and gives the content of those that are wanted', async () => {
  const zip = zipOf([
    { name: 'pages/', content: '' },
    { name: 'pages/a.html', content: 'hello hello hello', deflate: true },
    { name: 'é.txt' },
  ]);
  const files = await readPackage(zip, (path) => path.endsWith('.html'));
  expect(files.map(({ path, bytes }) => ({ path, bytes }))).toEqual([
    { path: 'pages/a.html', bytes: 17 },
    { path: 'é.txt', bytes: 1 },
  ]);
  expect(files[0]?.content?.toString()).toBe('hello hello hello');
  expect(files[1]?.content).toBeUndefined();
});

describe('refuses', () => {
  test.each<[string, readonly Part[], string]>([
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
    ['damaged bytes', [{ name: 'a', crc: 1 }], 'is damaged'],
    [
      'a file that is larger than it says',
      [{ name: 'a', content: 'hello hello hello', deflate: true, size: 3 }],
      'cannot be unpacked',
    ],
  ])('%s', async (_what, parts, said) => {
    await expect(read(...parts)).rejects.toThrow(said);
  });

  test('a damaged directory', async () => {
    const zip = zipOf([{ name: 'a' }]);
    zip.writeUInt32LE(0, zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')));
    await expect(readPackage(zip, () => true)).rejects.toThrow('it is damaged');
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
  const course = async (content: string) => readCourseData(await read({ name: 'course-data.js', content }));
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
