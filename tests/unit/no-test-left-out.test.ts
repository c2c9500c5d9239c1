import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('no test is skipped, postponed or run alone', () => {
  const left = /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|skipIf|runIf|todo|only|fails)\b/;
  const files = ['src', 'tests'].flatMap((folder) => filesBelow(folder));
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((file) => left.test(readFileSync(file, 'utf8')))).toEqual([]);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);
}
