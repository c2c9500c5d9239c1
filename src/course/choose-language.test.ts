import { expect, test } from 'vitest';
import { chooseLanguage, isSameLanguage } from './choose-language.ts';

const available = ['de', 'en', 'pt-BR', 'zh-CN'];

test.each([
  ['de', 'de', true],
  ['DE', 'de', true],
  ['de-AT', 'de', true],
  ['pt', 'pt-BR', true],
  ['pt-PT', 'pt-BR', false],
  ['zh', 'zh-CN', true],
  ['zh-Hans', 'zh-CN', true],
  ['zh-SG', 'zh-CN', false],
  // Another script is another language to read.
  ['zh-TW', null, false],
  ['zh-Hant', null, false],
  ['tlh', null, false],
])('for %s it is %s', (wanted, given, isSame) => {
  expect(chooseLanguage(wanted, available)).toBe(given);
  expect(given !== null && isSameLanguage(wanted, given)).toBe(isSame);
});

test('a region of its own goes before the base', () => {
  expect(chooseLanguage('pt-PT', ['pt', 'pt-BR', 'pt-PT'])).toBe('pt-PT');
  expect(chooseLanguage('pt-PT', ['pt-BR', 'pt'])).toBe('pt');
});
