import { createHash } from 'node:crypto';
import { chmod, cp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFolder, root, run } from './tool.ts';

let folders: string[];
beforeEach(async () => {
  folders = [await newFolder(), await newFolder()];
});
afterEach(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function build(folder: string, course: string, env: Readonly<Record<string, string>>): Promise<string> {
  const { code, talk, out } = await run([course], { cwd: folder, env });
  expect(code, talk).toBe(0);
  return createHash('sha256')
    .update(await readFile(path.join(folder, out.trim())))
    .digest('hex');
}

test('folder, time zone, language, file times and modes of the machine do not change a byte', async () => {
  const [one = '', two = ''] = folders;
  const sample = path.join(root, 'content/from-code-to-production');
  await cp(sample, path.join(one, 'content'), { recursive: true });
  await cp(sample, path.join(two, 'some where/else'), { recursive: true });
  for (const name of await readdir(path.join(two, 'some where/else'))) {
    const file = path.join(two, 'some where/else', name);
    await utimes(file, 1, 1_000_000);
    await chmod(file, 0o600);
  }
  const mask = process.umask(0o077);
  try {
    const first = await build(one, 'content', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    process.umask(0o000);
    const second = await build(two, 'some where/else', { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' });
    expect(second).toBe(first);
  } finally {
    process.umask(mask);
  }
});

test('SOURCE_DATE_EPOCH is the date of every file in the package', async () => {
  const [folder = ''] = folders;
  await cp(path.join(root, 'tests/cases/without-quiz/content'), path.join(folder, 'content'), { recursive: true });
  const plain = await build(folder, 'content', {});
  const dated = await build(folder, 'content', { SOURCE_DATE_EPOCH: '1700000000' });
  expect(dated).not.toBe(plain);
  expect(await build(folder, 'content', { SOURCE_DATE_EPOCH: '1700000000', TZ: 'Asia/Kathmandu' })).toBe(dated);
});
