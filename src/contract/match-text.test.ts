import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../tests/any-character.ts';
import { foldText, listedText, matchesPattern } from './match-text.ts';

const loose = { case: false };
const exact = { case: true };

test.each([
  ['Paris', 'paris'],
  ['  Paris ', 'Paris'],
  ['New   York', 'new\u00a0york'],
  ['don\u2019t', "don't"],
  ['\u201cyes\u201d', '"yes"'],
  ['cafe\u0301', 'café'],
  ['Straße', 'STRAßE'],
  ['soft\u00adware', 'software'],
  ['zero\u200bwidth', 'zerowidth'],
  ['ＤＮＳ　４０４', 'dns 404'],
  ['٤٠٤', '404'],
  ['۴۰۴', '404'],
  ['४०४', '404'],
  ['İstanbul', 'istanbul'],
  ['İSTANBUL', 'istanbul'],
])('%j and %j are one answer', (one, other) => {
  expect(foldText(one, loose)).toBe(foldText(other, loose));
});

test.each([
  ['Paris', 'Pari', loose],
  ['cafe', 'café', loose],
  ['a-b', 'a b', loose],
  ['web server', 'webserver', loose],
  ['Paris', 'paris', exact],
  ['İstanbul', 'istanbul', exact],
  ['Straße', 'Strasse', loose],
  ['10²', '102', loose],
])('%j and %j are two answers', (one, other, rule) => {
  expect(foldText(one, rule)).not.toBe(foldText(other, rule));
});

test('an author may list both of two spellings that are taken as one', () => {
  expect(listedText('ＤＮＳ', loose)).not.toBe(listedText('DNS', loose));
  expect(listedText('dns', loose)).toBe(listedText(' DNS', loose));
  expect(listedText('dns', exact)).not.toBe(listedText('DNS', exact));
});

test.each([
  ['[０-９]+', '４０４'],
  ['[0-9]+', '４０４'],
  ['404，.*', '404，見つからない'],
])('%s takes %s', (pattern, text) => {
  expect(matchesPattern(pattern, text, loose)).toBe(true);
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), fc.boolean(), (text, isExact) => {
      const rule = { case: isExact };
      const folded = foldText(text, rule);
      expect(foldText(folded, rule)).toBe(folded);
    }),
  );
});

test.each([
  ['colou?r', 'COLOR', loose, true],
  ['colou?r', 'COLOR', exact, false],
  ['colou?r', ' colour ', exact, true],
  ['colou?r', 'colours', loose, false],
  ['a|b', 'ab', loose, false],
  ["o'clock", 'o\u2019clock', loose, true],
  ['.', '😀', loose, true],
  ['.', '😀', exact, true],
])('the pattern %s on %j, %j: %s', (pattern, text, rule, expected) => {
  expect(matchesPattern(pattern, text, rule)).toBe(expected);
});
