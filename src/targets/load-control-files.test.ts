import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadControlFiles } from './load-control-files.ts';
import { scorm12 } from './scorm12/scorm12.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'control-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('reads the files a target names, and no others', async () => {
  for (const name of [...scorm12.controlFiles, 'other.xsd']) await writeFile(join(folder, name), name);
  const files = await loadControlFiles(scorm12, folder);
  expect([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual(
    scorm12.controlFiles.map((name) => [name, name]),
  );
});

test('a missing file is a damaged installation: it throws', async () => {
  const [missing = '', ...others] = scorm12.controlFiles;
  for (const name of others) await writeFile(join(folder, name), name);
  await expect(loadControlFiles(scorm12, folder)).rejects.toThrow(missing);
});
