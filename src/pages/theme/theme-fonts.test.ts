import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faces } from './theme-fonts.ts';

test('the faces that stand in are those of tokens.css', () => {
  const css = readFileSync('templates/styles/tokens.css', 'utf8').replaceAll(/\s+/g, '');
  for (const { property, stack } of Object.values(faces)) {
    expect(css).toContain(`${property}:${stack.replaceAll(/\s+/g, '')};`);
  }
});
