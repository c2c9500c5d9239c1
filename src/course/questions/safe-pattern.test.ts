import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorSeconds } from '../../../tests/processor-seconds.ts';
import { matchesPattern } from '../../contract/match-text.ts';
import { patternFault } from './safe-pattern.ts';

const most = 100;

test.each([
  'colou?r',
  'par+is',
  '(the )?edge( network)?',
  '(?:a|b|c)d',
  '[0-9]{1,3}',
  '\\d+ \\w+ \\.+',
  '[^x]*',
  'a{3}',
  '^whole$',
  'naïve',
  'a+b+c+',
])('%s is let through', (pattern) => {
  expect(patternFault(pattern, most)).toBeNull();
});

test.each([
  '(a+)+',
  '(a|a)*',
  '(a|b){2,}',
  '(ab)+',
  '((a))?*',
  '(a)\\1',
  '(?=a)b',
  '(?!a)b',
  '(?<=a)b',
  '(?<name>a)',
  '\\p{L}+',
  'a*b*c*d*',
  '[a-z]*'.repeat(4),
  '(a|a)'.repeat(21),
  'a?'.repeat(21),
  '(',
  ')',
  '[',
  'a**',
  '\\',
  '\\q',
  'x'.repeat(201),
])('%s is refused', (pattern) => {
  const fault = patternFault(pattern, most);
  expect(fault?.reason).toMatch(/\S/);
  expect(fault?.fix).toMatch(/\S/);
});

test('what is let through is quick on every answer', () => {
  const part = fc.constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    'a?',
    'a*',
    '.*',
    '[ab]+',
    '(a|b)',
    '(a|a)?',
    '(a*|b)',
    '\\w{1,9}',
    '|',
  );
  const pattern = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(pattern, (text) => {
      if (patternFault(text, most) !== null) return;
      const start = processorSeconds();
      for (const tail of ['', '!']) matchesPattern(text, 'a'.repeat(most - 1) + tail, { case: false });
      expect(processorSeconds(start)).toBeLessThan(2);
    }),
    { numRuns: 500 },
  );
});

test('an empty pattern matches only nothing, and is let through', () => {
  expect(patternFault('', most)).toBeNull();
  expect(matchesPattern('', 'a', { case: false })).toBe(false);
});
