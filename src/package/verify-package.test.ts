import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZipArchive, type ZipEntryData } from 'archiver';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

test('a folder entry', async () => {
  await writeByHand([['', { name: 'media/', type: 'directory' }]]);
  expected = [{ path: 'media/', size: 0, crc: 0 }];
  expect(await verify()).toContain('media/: it is a folder');
});

test('a build that is stopped while it reads back', async () => {
  const reason = new Error('SIGINT');
  await expect(verifyPackage(zip, expected, AbortSignal.abort(reason))).rejects.toBe(reason);
});
