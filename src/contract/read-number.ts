import { type Decimal, parseDecimal } from './decimal.ts';
import { narrowText } from './match-text.ts';

/** Bytes of UTF-8 that a field for a number takes: some 20 digits and a unit. */
export const numberLimit = 32;

/** How numbers are written where the course is read. */
export interface NumberStyle {
  /** The decimal sign of the course's language. */
  readonly decimal: '.' | ',';
  /** A unit that learners may write behind the number; empty if there is none. */
  readonly unit: string;
}

/**
 * `ambiguous`: could be a decimal fraction or thousands, such as 1,234 in an English course. The learner is asked to
 * write it without the mark rather than marked wrong on a guess.
 */
export type ReadNumber =
  | { readonly number: Decimal; readonly problem: null }
  | { readonly number: null; readonly problem: 'not-a-number' | 'ambiguous' };

const unclear = (problem: 'not-a-number' | 'ambiguous'): ReadNumber => ({ number: null, problem });

/**
 * The number that a learner typed. Comma and point are both taken for the decimal sign. A sign that stands several
 * times, or before the other one, groups thousands; so do spaces and apostrophes. Of a lone sign with three digits behind
 * it only the language's own is certain to be a decimal sign.
 */
export function readNumber(text: string, { decimal, unit }: NumberStyle): ReadNumber {
  const plain = withoutUnit(narrowText(text.normalize('NFC')).trim(), narrowText(unit))
    // Arabic has signs of its own.
    .replace(/\u066b/g, decimal)
    .replace(/\u066c/g, "'")
    .replace(/[\u2212\u2013\ufe63\uff0d]/g, '-')
    .replace(/^([+-])\s+/, '$1');
  const [, sign = '', body, power = ''] = /^([+-]?)([\d.,\s'\u2019]+?)(e[+-]?\d{1,2})?$/i.exec(plain) ?? [];
  if (body === undefined) return unclear('not-a-number');
  const ungrouped = withoutSpaces(body);
  if (ungrouped === null) return unclear('not-a-number');
  const points = ungrouped.split('.').length - 1;
  const commas = ungrouped.split(',').length - 1;
  let mark: string | null = points > 0 ? '.' : ',';
  if (points > 0 && commas > 0) mark = ungrouped.lastIndexOf('.') > ungrouped.lastIndexOf(',') ? '.' : ',';
  else if (points > 1 || commas > 1) mark = null;
  else if (mark !== decimal && /^[1-9]\d{0,2}[.,]\d{3}$/.test(ungrouped)) return unclear('ambiguous');
  const [whole = '', fraction, ...more] = mark === null ? [ungrouped] : ungrouped.split(mark);
  const digits = withoutGroups(whole);
  if (digits === null || more.length > 0) return unclear('not-a-number');
  const number = parseDecimal(`${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}${power}`);
  return number === null ? unclear('not-a-number') : { number, problem: null };
}

function withoutUnit(text: string, unit: string): string {
  if (unit === '') return text;
  if (text.endsWith(unit)) return text.slice(0, -unit.length).trim();
  return text.startsWith(unit) ? text.slice(unit.length).trim() : text;
}

/** Spaces and apostrophes group thousands only; null where they stand elsewhere. */
function withoutSpaces(text: string): string | null {
  if (!/[\s'\u2019]/.test(text)) return text;
  return /^\d{1,3}(?:[\s'\u2019]\d{3})+(?:[.,]\d*)?$/.test(text) ? text.replace(/[\s'\u2019]/g, '') : null;
}

/** The digits before the decimal sign; null if marks in them do not group thousands. `.5` is read as 0.5. */
function withoutGroups(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole === '' ? '0' : whole;
  return /^\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+)$/.test(whole) ? whole.replace(/[.,]/g, '') : null;
}
