import path from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../src/diagnostics/rules.ts';
import { root } from './read-docs.ts';
import { rulesPage } from './rules-page.ts';

test('docs/rules.md has every rule as it is', async () => {
  const { text, ids } = await rulesPage();
  expect(ids.toSorted()).toEqual(Object.keys(rules).toSorted());
  await expect(text).toMatchFileSnapshot(path.join(root, 'docs/rules.md'));
});
