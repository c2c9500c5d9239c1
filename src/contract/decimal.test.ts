import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDecimals, compareDecimals, type Decimal, decimalText, multiplyDecimals, parseDecimal } from './decimal.ts';

const decimal: fc.Arbitrary<Decimal> = fc.record({
  digits: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  exponent: fc.integer({ min: -12, max: 12 }),
});
const read = (text: string): Decimal => {
  const number = parseDecimal(text);
  if (number === null) throw new Error(`${text} is no decimal`);
  return number;
};

test.each([
  ['0', '0'],
  ['-0', '0'],
  ['007', '7'],
  ['1.50', '1.5'],
  ['+2', '2'],
  ['-0.05', '-0.05'],
  ['1e3', '1000'],
  ['0e3', '0'],
  ['-0', '0'],
  ['-0.00', '0'],
  ['0.0', '0'],
  ['-7', '-7'],
  ['1.2500', '1.25'],
  ['2.000', '2'],
  ['100.5', '100.5'],
  ['9'.repeat(60), '9'.repeat(60)],
  ['1.25e-2', '0.0125'],
  ['12345678901234567890.5', '12345678901234567890.5'],
])('%s is %s', (text, plain) => {
  expect(decimalText(read(text))).toBe(plain);
});

test.each(['', '.', '1.', '.5', '1,5', '1 000', '0x10', 'NaN', 'Infinity', '1e999', '--1', '1'.repeat(61)])(
  '%j is no decimal',
  (text) => {
    expect(parseDecimal(text)).toBeNull();
  },
);

test('the plain text of any decimal reads as the same number', () => {
  fc.assert(
    fc.property(decimal, (number) => {
      const text = decimalText(number);
      expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
      expect(compareDecimals(read(text), number)).toBe(0);
    }),
  );
});

test('sums, products and order are exact', () => {
  expect(decimalText(addDecimals(read('0.1'), read('0.2')))).toBe('0.3');
  expect(decimalText(multiplyDecimals(read('0.1'), read('3')))).toBe('0.3');
  expect(decimalText(multiplyDecimals(read('0.1'), read('0.3')))).toBe('0.03');
  expect(decimalText(multiplyDecimals(read('2e2'), read('0.5')))).toBe('100');
  expect(compareDecimals(read('0.30'), read('0.3'))).toBe(0);
  fc.assert(
    fc.property(decimal, decimal, (one, other) => {
      expect(compareDecimals(addDecimals(one, other), addDecimals(other, one))).toBe(0);
      expect(compareDecimals(one, other)).toBe(-compareDecimals(other, one) || 0);
      expect(compareDecimals(addDecimals(one, { digits: 1n, exponent: -20 }), one)).toBe(1);
    }),
  );
});
