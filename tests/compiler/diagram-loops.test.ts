import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPromise } from 'yauzl';
import { newFolder, run } from './tool.ts';

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(() => rm(folder, { recursive: true }));

/** The height at which each word of the course's only diagram stands, as the built tool draws it. */
async function heights(diagram: string): Promise<ReadonlyMap<string, number>> {
  await mkdir(path.join(folder, 'content'));
  await writeFile(path.join(folder, 'content', 'course.yml'), 'id: bread\ntitle: Bread\nlanguage: en\n');
  const lesson = `---\ntitle: Bread\n---\n\n\`\`\`mermaid alt="The steps"\n${diagram}\n\`\`\`\n`;
  await writeFile(path.join(folder, 'content', '01-bread.md'), lesson);
  const { code, talk, out } = await run(['content'], { cwd: folder });
  expect(code, talk).toBe(0);
  let svg = '';
  const zip = await openPromise(path.join(folder, out.trim()));
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('.svg')) svg = await text(await zip.openReadStreamPromise(entry));
  }
  return new Map(
    [...svg.matchAll(/<text\b[^>]* y="([\d.]+)"[^>]*>([^<]+)</g)].map(([, y, word = '']) => [word, Number(y)]),
  );
}

const downwards = (found: ReadonlyMap<string, number>, words: readonly string[]): readonly string[] =>
  [...words].sort((one, other) => (found.get(one) ?? Number.NaN) - (found.get(other) ?? Number.NaN));

test('a loop runs down the page, and the arrow that closes it runs back', async () => {
  const found = await heights(
    'flowchart TD\n  M[Mix] --> R[Rest]\n  R --> F[Fold]\n  F --> Q{Still slack?}\n  Q -->|yes| F\n  Q -->|no| S[Shape]',
  );
  const words = ['Mix', 'Rest', 'Fold', 'Still slack?', 'Shape'];
  expect([...found.keys()]).toEqual(expect.arrayContaining(words));
  expect(downwards(found, words)).toEqual(words);
});

test('a diagram of states begins at its beginning', async () => {
  const found = await heights(
    'stateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy: job\n  Busy --> Idle: done\n  Busy --> Failed: error\n  Failed --> Idle: reset',
  );
  const words = ['Idle', 'Busy', 'Failed'];
  expect([...found.keys()]).toEqual(expect.arrayContaining(words));
  expect(downwards(found, words)).toEqual(words);
});
