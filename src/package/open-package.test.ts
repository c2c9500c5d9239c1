import { Buffer } from 'node:buffer';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { zipOf } from '../../tests/zip-by-hand.ts';
import { openPackage } from './open-package.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-package-'));
  path = join(folder, 'a.zip');
});
afterEach(() => rm(folder, { recursive: true }));

test('gives the size, the files in their order and what the manifest says', async () => {
  const manifest =
    '<manifest><metadata><schemaversion>1.2</schemaversion></metadata><organizations><organization><title>Tides</title></organization></organizations></manifest>';
  const zip = zipOf([{ name: 'z.html' }, { name: 'imsmanifest.xml', content: manifest }, { name: 'a.html' }]);
  await writeFile(path, zip);
  const opened = await openPackage(path);
  if (typeof opened === 'string') throw new Error(opened);
  expect(opened.bytes).toBe(zip.length);
  expect(opened.files.map((file) => file.path)).toEqual(['z.html', 'imsmanifest.xml', 'a.html']);
  expect(opened.manifest).toEqual({ version: '1.2', title: 'Tides' });
  expect(opened.data).toBeNull();
});

test('keeps in memory only what it looks into', async () => {
  await writeFile(path, zipOf([{ name: 'a.html' }, { name: 'player.js', content: 'var other = {};' }]));
  const opened = await openPackage(path);
  if (typeof opened === 'string') throw new Error(opened);
  expect(opened.files.map((file) => file.content?.toString())).toEqual([undefined, 'var other = {};']);
  expect(opened.manifest).toBeNull();
});

test('says in plain words why it opens none', async () => {
  expect(await openPackage(path)).toBe('it does not exist');
  await writeFile(path, 'hello');
  expect(await openPackage(path)).toMatch(/^it is no zip/);
  await writeFile(path, zipOf([{ name: '../a' }]));
  expect(await openPackage(path)).toBe('`../a`: its path leads out of the package');
});

test('reads none that is too large for memory', async () => {
  await writeFile(path, Buffer.alloc(0));
  await truncate(path, 1_000_600_000);
  expect(await openPackage(path)).toBe('it has 1001 MB, more than can be looked into');
});
