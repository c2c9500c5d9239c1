import { expect, test } from 'vitest';
import { languageAttributes } from './language-attributes.ts';

test.each([
  ['en', 'en', ''],
  ['de', 'de-AT', ''],
  ['de-AT', 'de', ''],
  ['en', 'sv', ' lang="en"'],
  ['en', 'fa', ' lang="en" dir="ltr"'],
  ['ar', 'en', ' lang="ar" dir="rtl"'],
])('%s within %s: "%s"', (language, around, attributes) => {
  expect(languageAttributes(language, around)).toBe(attributes);
});
