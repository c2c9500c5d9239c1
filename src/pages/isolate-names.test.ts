import { expect, test } from 'vitest';
import { isolateNames } from './isolate-names.ts';

const words = { go: '«{page}»: {count}', share: '{percent}%' };

test('keeps names apart where writing runs from the right', () => {
  expect(isolateNames(words, 'ar')).toEqual({ go: '«\u2068{page}\u2069»: {count}', share: '{percent}%' });
  expect(isolateNames(words, 'he-IL')['go']).toBe('«\u2068{page}\u2069»: {count}');
});

test('leaves other languages as they are', () => {
  expect(isolateNames(words, 'de')).toBe(words);
});
