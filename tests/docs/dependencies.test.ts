import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage, root, rowsUnder } from './read-docs.ts';

const json = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const manifest = json('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>>;

describe('docs/dependencies.md lists exactly what package.json asks for', () => {
  test.each([
    { headings: ['Installed with the tool'], kind: 'dependencies' as const },
    { headings: ['Bundled into the tool', 'For development'], kind: 'devDependencies' as const },
  ])('$kind', ({ headings, kind }) => {
    const rows = headings.flatMap((heading) => rowsUnder(readPage('docs/dependencies.md'), heading));
    expect(rows.map(([name]) => name).toSorted()).toEqual(Object.keys(manifest[kind]).toSorted());
    for (const [, why] of rows) expect(why).not.toBe('');
  });
});
