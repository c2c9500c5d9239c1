import { describe, expect, test } from 'vitest';
import { fillWords, percentText } from './fill-words.ts';

describe('fillWords', () => {
  test('fills each gap by its name', () => {
    expect(fillWords('{done} of {total}, {done}', { done: 1, total: 'nine' })).toBe('1 of nine, 1');
  });
  test('leaves a gap without a value to be seen', () => {
    expect(fillWords('{page} of {toString}', { total: 9 })).toBe('{page} of {toString}');
  });
  test('takes values as they are', () => {
    expect(fillWords('{page}', { page: '$& {page} <b>' })).toBe('$& {page} <b>');
  });
});

describe('percentText', () => {
  test.each([
    [10_000, 'en', '100'],
    [8333, 'en', '83.33'],
    [8250, 'de', '82,5'],
    [0, 'en', '0'],
  ])('%i in %s is %s', (hundredths, language, text) => {
    expect(percentText(hundredths, language)).toBe(text);
  });
});
