import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { ZipArchive, type ZipEntryData } from 'archiver';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Part, zipOf } from '../../tests/zip-by-hand.ts';
import { verifyPackage } from './verify-package.ts';
import { writeZip, type ZippedFile } from './write-zip.ts';

const date = new Date(Date.UTC(1980, 0, 1));
let folder: string;
let zip: string;
let expected: readonly ZippedFile[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-package-'));
  zip = join(folder, 'a.zip');
  const files = [
    { path: 'imsmanifest.xml', text: '<manifest/>' },
    { path: 'a.png', bytes: new Uint8Array(40) },
    { path: 'empty.css', text: '' },
  ];
  expected = await writeZip(files, zip, { date });
});
afterEach(() => rm(folder, { recursive: true }));

const verify = async () => (await verifyPackage(zip, expected)).map((fault) => `${fault.path}: ${fault.reason}`);

test('a sound zip has no faults', async () => {
  expect(await verify()).toEqual([]);
});

test('an entry too few, one too many, a wrong order', async () => {
  const [first, second, third] = expected;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three files were written');
  expected = [first, second, third, { path: 'b.png', size: 0, crc: 0 }];
  expect(await verify()).toEqual(['b.png: it is not in the zip']);
  expected = [first, second];
  expect(await verify()).toEqual(['empty.css: `the end` should stand in its place']);
  expected = [second, first, third];
  expect(await verify()).toEqual(['imsmanifest.xml: `a.png` should stand in its place']);
});

test('other bytes than were written', async () => {
  expected = expected.map((file) => ({ ...file, crc: file.path === 'a.png' ? 1 : file.crc }));
  expect(await verify()).toEqual(['a.png: its bytes are not those that were written']);
  expected = expected.map((file) => ({ ...file, size: file.path === 'a.png' ? 1 : file.size }));
  expect(await verify()).toContain('a.png: 1 bytes were written, 40 read back');
});

test('no zip at all, half a zip', async () => {
  const whole = await readFile(zip);
  await writeFile(zip, whole.subarray(0, whole.length - 30));
  expect((await verify()).join()).toMatch(/^a\.zip: it is no zip/);
  await writeFile(zip, '');
  expect((await verify()).join()).toMatch(/^a\.zip: it is no zip/);
});

test('any one bit turned in the content is noticed', async () => {
  const whole = await readFile(zip);
  // The 40 bytes of a.png are stored as they are: after the first entry and a header of 30 bytes and the name.
  const content = whole.indexOf('a.png') + 'a.png'.length;
  for (const at of [content, content + 20, content + 39]) {
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(at) ^ 4, at);
    await writeFile(zip, damaged);
    expect(await verify()).toEqual(['a.png: its bytes are not those that were written']);
  }
});

async function writeByHand(entries: readonly (readonly [string, ZipEntryData])[], options = {}): Promise<void> {
  const archive = new ZipArchive(options);
  for (const [text, data] of entries) archive.append(Buffer.from(text), { date, mode: 0o644, ...data });
  const [chunks] = await Promise.all([archive.toArray(), archive.finalize()]);
  await writeFile(zip, Buffer.concat(chunks));
}

test('what Java and old LMSs cannot read', async () => {
  await writeByHand([['', { name: 'a.css' }]]);
  expected = [{ path: 'a.css', size: 0, crc: 0 }];
  expect(await verify()).toEqual(['a.css: it is stored with a data descriptor, which Java refuses']);
});

const verifyByHand = async (part: Part, path: string) => {
  const content = Buffer.from('<p>Hello</p>');
  await writeFile(zip, zipOf([{ ...part, content }]));
  expected = [{ path, size: content.length, crc: crc32(content) }];
  return verify();
};

test.each<[Part, string]>([
  [{ name: 'a.html', method: 12 }, 'it is packed by method 12, not stored or deflated'],
  [{ name: 'a.html', flags: 0x801, deflate: true }, 'it is encrypted'],
  [{ name: 'a.html', extra: Buffer.from([1, 0, 0, 0]) }, 'it needs Zip64'],
])('what not every LMS can read: %o', async (part, reason) => {
  expect(await verifyByHand(part, 'a.html')).toEqual([`a.html: ${reason}`]);
});

test('other extra fields, a name outside ASCII that is marked, and an unmarked one in ASCII do no harm', async () => {
  expect(await verifyByHand({ name: 'a.html', extra: Buffer.from([9, 0, 0, 0]) }, 'a.html')).toEqual([]);
  expect(await verifyByHand({ name: 'é.html' }, 'é.html')).toEqual([]);
  expect(await verifyByHand({ name: 'a.html', flags: 0 }, 'a.html')).toEqual([]);
});

test('a name outside ASCII that readers take for that of another code page', async () => {
  // 0x82 is é in code page 437, which names are in if not marked (APPNOTE appendix D).
  const name = Buffer.concat([Buffer.from([0x82]), Buffer.from('.html')]);
  expect(await verifyByHand({ name, flags: 0 }, 'é.html')).toEqual(['é.html: its name is not marked as UTF-8']);
});

test('a backslash in a name, which Windows takes for a folder and Linux does not', async () => {
  expect((await verifyByHand({ name: 'a\\b.html' }, 'a/b.html')).join()).toMatch(/^a\.zip: it cannot be read back/);
});

test('what the directory of the zip says of a file that is not so', async () => {
  const content = Buffer.from('<p>Hello</p>');
  await writeFile(zip, zipOf([{ name: 'a.html', content, crc: 7 }]));
  expected = [{ path: 'a.html', size: content.length, crc: crc32(content) }];
  expect(await verify()).toEqual(['a.html: its bytes are not those that were written']);
});

test('a zip that is gone is no fault in it, but one of the disk', async () => {
  await rm(zip);
  await expect(verify()).rejects.toThrow('ENOENT');
});

test('a folder entry', async () => {
  await writeByHand([['', { name: 'media/', type: 'directory' }]]);
  expected = [{ path: 'media/', size: 0, crc: 0 }];
  expect(await verify()).toContain('media/: it is a folder');
});

test('a build that is stopped while it reads back', async () => {
  const reason = new Error('SIGINT');
  await expect(verifyPackage(zip, expected, AbortSignal.abort(reason))).rejects.toBe(reason);
});
