import type { PhrasingContent } from 'mdast';
import { expect, test } from 'vitest';
import { processorSeconds } from '../../tests/processor-seconds.ts';
import { takeAttributes } from './attributes.ts';

const take = (value: string) => takeAttributes<PhrasingContent>([{ type: 'text', value }]);

test.each([
  ['Why? {#why}', 'Why?', 'why', {}],
  ['Why? {#why points=2 type=single}', 'Why?', 'why', { points: 2, type: 'single' }],
  ['Why?{ #why  a="two words"  on }  ', 'Why?', 'why', { a: 'two words', on: true }],
  ['{#why}', null, 'why', {}],
  ['A set {a, b}', 'A set {a, b}', null, {}],
  ['Not at the {#end} of it', 'Not at the {#end} of it', null, {}],
  ['Not closed {#why points=2', 'Not closed {#why points=2', null, {}],
])('%s', (text, rest, id, values) => {
  const { nodes, attributes } = take(text);
  expect(nodes.map((node) => (node.type === 'text' ? node.value : ''))).toEqual(rest === null ? [] : [rest]);
  expect(attributes).toEqual({ id, values });
});

test('a missing brace is found at once, however long the line', () => {
  const began = processorSeconds();
  for (const text of [
    `{#${'a'.repeat(50_000)} b`,
    `{${'a '.repeat(20_000)}`,
    `{#a ${'weight=2.5 '.repeat(5_000)}`,
    `{a="${' b="'.repeat(5_000)}`,
  ]) {
    expect(take(text).attributes.id).toBeNull();
  }
  expect(processorSeconds(began)).toBeLessThan(1);
});
