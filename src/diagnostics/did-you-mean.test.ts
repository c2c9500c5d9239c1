import { expect, test } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

test.each([
  ['promt', 'prompt'],
  ['titel', 'title'],
  ['Title', 'title'],
  ['langauge', 'language'],
  ['xyz', null],
  ['', null],
])('%s → %s', (word, expected) => {
  expect(didYouMean(word, ['prompt', 'title', 'language', 'choices'])).toBe(expected);
});
