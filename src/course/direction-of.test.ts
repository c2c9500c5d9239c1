import { expect, test } from 'vitest';
import { directionOf } from './direction-of.ts';

test.each([
  ['ar', 'rtl'],
  ['AR-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['en', 'ltr'],
  ['ha', 'ltr'],
  ['pa-Arab', 'rtl'],
  ['ks-Deva', 'ltr'],
  ['zh-Hant-TW', 'ltr'],
])('%s runs %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
