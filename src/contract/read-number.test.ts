import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../tests/any-character.ts';
import { decimalText } from './decimal.ts';
import { type NumberStyle, readNumber } from './read-number.ts';

const english: NumberStyle = { decimal: '.', unit: '' };
const german: NumberStyle = { decimal: ',', unit: '' };
const volts: NumberStyle = { decimal: '.', unit: 'V' };
const said = (text: string, style: NumberStyle): string => {
  const { number, problem } = readNumber(text, style);
  return number === null ? problem : decimalText(number);
};

test.each<[string, NumberStyle, string]>([
  ['3', english, '3'],
  ['3.5', english, '3.5'],
  ['3,5', english, '3.5'],
  ['3.5', german, '3.5'],
  ['3,5', german, '3.5'],
  ['-0,5', german, '-0.5'],
  ['\u22122', english, '-2'],
  ['+ 2', english, '2'],
  ['.5', english, '0.5'],
  ['- 2', english, '-2'],
  ['-\u2009 2', english, '-2'],
  [' 42 ', english, '42'],
  ['1e10', english, '10000000000'],
  ['1e+2', english, '100'],
  ['25e-1', english, '2.5'],
  ['1,5e3', english, '1500'],
  ['1e3', english, '1000'],
  ['3.142', english, '3.142'],
  ['3,142', german, '3.142'],
  ['3,142', english, 'ambiguous'],
  ['3.142', german, 'ambiguous'],
  ['-12,345', english, 'ambiguous'],
  ['0,142', english, '0.142'],
  ['0123,456', english, '123.456'],
  ['1234,567', english, '1234.567'],
  ['3,1416', english, '3.1416'],
  ['1,234.5', english, '1234.5'],
  ['1.234,5', english, '1234.5'],
  ['1,234,567', english, '1234567'],
  ['1.234.567', english, '1234567'],
  ['1 234 567,8', english, '1234567.8'],
  ['1 234,567', english, '1234.567'],
  ["1'234", english, '1234'],
  ['1\u202f234', english, '1234'],
  ['３．５', english, '3.5'],
  ['－１，２３４．５', english, '-1234.5'],
  ['٣٫٥', english, '3.5'],
  ['١٬٢٣٤', english, '1234'],
  ['۱۲٫۵', german, '12.5'],
  ['१२', english, '12'],
  ['10²', english, 'not-a-number'],
  ['5Ｖ', volts, '5'],
  ['5 V', volts, '5'],
  ['5V', volts, '5'],
  ['V 5', volts, '5'],
  ['5 mV', volts, 'not-a-number'],
  ['V', volts, 'not-a-number'],
  ['5 V', english, 'not-a-number'],
  ['', english, 'not-a-number'],
  ['five', english, 'not-a-number'],
  ['5.', english, 'not-a-number'],
  ['.', english, 'not-a-number'],
  ['1,2,3', english, 'not-a-number'],
  ['1,23,456', english, 'not-a-number'],
  ['1.234.5', english, 'not-a-number'],
  ['1.2,3.4', english, 'not-a-number'],
  ['1 2', english, 'not-a-number'],
  ['1 234 56', english, 'not-a-number'],
  ['1.5 234', english, 'not-a-number'],
  ['1 234.5 6', english, 'not-a-number'],
  ['1 234.', english, 'not-a-number'],
  ['1e- 5', english, 'not-a-number'],
  ['1e100', english, 'not-a-number'],
  ['1e 5', english, 'not-a-number'],
  ['12 34', english, 'not-a-number'],
  ['2/3', english, 'not-a-number'],
  ['--2', english, 'not-a-number'],
  ['0x10', english, 'not-a-number'],
])('%j is read, with %j, as %s', (text, style, expected) => {
  expect(said(text, style)).toBe(expected);
});

test("what the course's own language writes is never in doubt", () => {
  const grouped = (whole: number, mark: string): string => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);
  fc.assert(
    fc.property(
      fc.nat(10 ** 9),
      fc.stringMatching(/^\d{1,6}$/),
      fc.constantFrom(english, german),
      (whole, rest, style) => {
        const group = style.decimal === '.' ? ',' : '.';
        const plain = said(`${whole}.${rest}`, english);
        expect(said(`${whole}${style.decimal}${rest}`, style)).toBe(plain);
        expect(said(`${grouped(whole, group)}${style.decimal}${rest}`, style)).toBe(plain);
        expect(said(`${grouped(whole, ' ')}${style.decimal}${rest}`, style)).toBe(plain);
      },
    ),
  );
});

test('any text is read or refused, never thrown at', () => {
  const signs = fc.string({ unit: fc.constantFrom(..."0123456789.,-+ e'V") });
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: anyCharacter }), signs),
      fc.constantFrom(english, german, volts),
      (text, style) => {
        const { number, problem } = readNumber(text, style);
        expect(number === null).toBe(problem !== null);
      },
    ),
  );
});
