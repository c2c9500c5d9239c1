/**
 * Decimal numbers, exact: 3.6 − 3.5 is 0.1 here, so that an answer at the very edge of a tolerance is judged as the
 * author reads it.
 */
export interface Decimal {
  /** The number is `digits` × 10^`exponent`. */
  readonly digits: bigint;
  readonly exponent: number;
}

const form = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,2}))?$/i;
const longest = 60;

/** Reads `-1234.5` and `1.2e-3`; null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const [, sign, whole = '', fraction = '', power = '0'] = (text.length <= longest && form.exec(text)) || [];
  if (sign === undefined) return null;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, exponent: Number(power) - fraction.length };
}

/** Negative, zero or positive, as the first is smaller, equal or larger. */
export function compareDecimals(first: Decimal, second: Decimal): number {
  const difference = addDecimals(first, { ...second, digits: -second.digits }).digits;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function addDecimals(first: Decimal, second: Decimal): Decimal {
  const exponent = Math.min(first.exponent, second.exponent);
  const digitsOf = (number: Decimal): bigint => number.digits * 10n ** BigInt(number.exponent - exponent);
  return { digits: digitsOf(first) + digitsOf(second), exponent };
}

export function multiplyDecimals(first: Decimal, second: Decimal): Decimal {
  return { digits: first.digits * second.digits, exponent: first.exponent + second.exponent };
}

/** Plain decimal text with a leading digit and no needless zeros: `0.5`, `-1200`. `parseDecimal` reads it back. */
export function decimalText({ digits, exponent }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const bare = String(digits).replace('-', '');
  if (exponent >= 0) return digits === 0n ? '0' : `${sign}${bare}${'0'.repeat(exponent)}`;
  const padded = bare.padStart(1 - exponent, '0');
  const fraction = padded.slice(exponent).replace(/0+$/, '');
  return `${sign}${padded.slice(0, exponent)}${fraction === '' ? '' : `.${fraction}`}`;
}
