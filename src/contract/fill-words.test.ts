import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../package-root.ts';
import { fillWords, numberText, wordText } from './fill-words.ts';

describe('fillWords', () => {
  test('fills each gap by its name', () => {
    expect(fillWords('{done} of {total}, {done}', 'en', { done: 1, total: 'nine' })).toBe('1 of nine, 1');
  });
  test('leaves a gap without a value to be seen', () => {
    expect(fillWords('{page} of {toString}', 'en', { total: 9 })).toBe('{page} of {toString}');
  });
  test('takes texts as they are', () => {
    expect(fillWords('{page}', 'en', { page: '$& {page} <b>' })).toBe('$& {page} <b>');
  });
  test("writes numbers in the language's way", () => {
    expect(fillWords('{count}', 'de', { count: 12_345.5 })).toBe('12.345,5');
    expect(fillWords('{count}', 'de', { count: '12345.5' })).toBe('12345.5');
  });
});

describe('wordText', () => {
  const words = {
    plain: '{count} of {total}',
    'left.one': 'one left',
    'left.few': '{count} few left',
    'left.many': '{count} many left',
    'left.other': '{count} other left',
    'named.other': '{page}: {count} pages',
    'named.one': '{page}: one page',
  };
  test.each([
    ['en', 1, 'one left'],
    ['en', 2, '2 other left'],
    ['ru', 21, 'one left'],
    ['ru', 3, '3 few left'],
    ['ru', 5, '5 many left'],
    ['ja', 1, '1 other left'],
    // Arabic has a form for two that these words lack.
    ['ar', 2, '2 other left'],
  ])('in %s chooses the form of %i', (language, count, text) => {
    expect(wordText(words, language, 'left', { count })).toBe(text);
  });
  test('counts the first number, not the first gap', () => {
    expect(wordText(words, 'en', 'named', { page: '7', count: 1 })).toBe('7: one page');
  });
  test('needs no number', () => {
    expect(wordText(words, 'en', 'left')).toBe('{count} other left');
  });
  test('has one text for every number where there are no forms', () => {
    expect(wordText(words, 'ru', 'plain', { count: 1, total: 2 })).toBe('1 of 2');
  });
  test('a text of its own goes before forms', () => {
    expect(wordText({ ...words, left: 'some' }, 'en', 'left', { count: 1 })).toBe('some');
  });
  test('knows no other word', () => {
    expect(wordText(words, 'en', 'lef', { count: 1 })).toBeUndefined();
  });
});

describe('numberText', () => {
  test('below a thousand whole numbers are what every language of the player makes of them', () => {
    const languages = readdirSync(path.join(packageRoot(), 'templates', 'strings')).map(
      (file) => path.parse(file).name,
    );
    expect(languages.length).toBeGreaterThan(15);
    for (const language of languages) {
      const format = new Intl.NumberFormat(language, { numberingSystem: 'latn' });
      for (let value = 0; value < 1000; value += 1) expect(numberText(value, language)).toBe(format.format(value));
    }
  });

  test.each([
    ['en', 1234.567, '1,234.57'],
    ['de-AT', 0.5, '0,5'],
    ['ar-EG', 12, '12'],
    ['fa', 12, '12'],
    // Scores come in hundredths, and are never rounded up.
    ['en', 99.99, '99.99'],
    ['de', 82.5, '82,5'],
  ])('in %s', (language, value, text) => {
    expect(numberText(value, language)).toBe(text);
  });
});
