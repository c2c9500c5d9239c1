import { compareDecimals, decimalText, parseDecimal } from '../../contract/decimal.ts';
import type { NumberKey } from '../course.ts';

/**
 * Reads a right number as authors write it, in both forms of a quiz: `3.5`, `3.5 ± 0.1` (or `+-`), `3.5 ± 2%`, or a
 * range, `3 .. 4`. Always with a point and without marks between thousands, whatever the course's language.
 *
 * @returns null for anything else
 */
export function parseNumberKey(text: string): NumberKey | null {
  const plain = text.replace(/\u2212/g, '-').trim();
  const [first = '', second, ...more] = plain.split(/\s*(?:\.\.\.?|\u2026)\s*/);
  if (second !== undefined) {
    const [least, most] = [parseDecimal(first), parseDecimal(second)];
    if (more.length > 0 || least === null || most === null || compareDecimals(least, most) > 0) return null;
    return { kind: 'range', least: decimalText(least), most: decimalText(most) };
  }
  const [number = '', tolerance, ...rest] = plain.split(/\s*(?:\u00b1|\+\/?-)\s*/);
  const value = parseDecimal(number);
  if (value === null || rest.length > 0) return null;
  if (tolerance === undefined) return { kind: 'value', value: decimalText(value), tolerance: null };
  const [, size = '', percent = ''] = /^(.*?)\s*(%?)$/.exec(tolerance) ?? [];
  const read = parseDecimal(size);
  if (read === null || read.digits < 0n) return null;
  return { kind: 'value', value: decimalText(value), tolerance: decimalText(read) + percent };
}

/** The way back. */
export function numberKeyText(key: NumberKey): string {
  if (key.kind === 'range') return `${key.least} .. ${key.most}`;
  return key.tolerance === null ? key.value : `${key.value} \u00b1 ${key.tolerance}`;
}
