import { describe, expect, test } from 'vitest';
import { flattenWords, nestWords } from './flatten-words.ts';

const nested = { save: { saved: 'Saved', unsaved: 'Not saved yet' }, score: '{score}%' };

test('nested words get keys with dots, and back', () => {
  const flat = flattenWords(nested, 'en.yml');
  expect(flat).toEqual({ 'save.saved': 'Saved', 'save.unsaved': 'Not saved yet', score: '{score}%' });
  expect(nestWords(flat)).toEqual(nested);
});

describe('anything but a word is refused by file and key', () => {
  test.each([
    [{ quiz: { yes: true } }, 'en.yml: "quiz.yes"'],
    [{ quiz: { number: 1 } }, 'en.yml: "quiz.number"'],
    [{ quiz: null }, 'en.yml: "quiz"'],
    [['a'], 'en.yml: "the file"'],
  ])('%j', (value, message) => {
    expect(() => flattenWords(value, 'en.yml')).toThrow(message);
  });
});
