import { byteLength } from '../../contract/typed-text.ts';
import type { Blank, FillIn } from '../course.ts';

/**
 * Longest answer that any field takes, in bytes of UTF-8: SCORM 1.2 reports 255 characters (CMIString255), and state has
 * room for few.
 */
export const mostTyped = 250;

/** Bytes of a field whose right answers are short, and of one whose pattern does not say how long they are. */
const leastInField = 32;
const leastByPattern = 100;
/** The same of a gap: several stand in one question, and state must hold them all. */
const leastInBlank = 24;

/**
 * How much can be typed. Where the author sets no limit there is room for twice the longest right answer, so that a field
 * tells nothing of its answer's length, and no more than state can hold.
 */
export function fieldLimit({ accepted, limit }: Pick<FillIn, 'accepted' | 'limit'>): number {
  const hasPattern = accepted.some(({ key }) => 'pattern' in key);
  const texts = accepted.flatMap(({ key }) => ('text' in key ? key.text : []));
  return limit ?? roomFor(texts, hasPattern ? leastByPattern : leastInField);
}

export function blankLimit({ accepted }: Pick<Extract<Blank, { kind: 'text' }>, 'accepted'>): number {
  return roomFor(accepted, leastInBlank);
}

function roomFor(accepted: readonly string[], least: number): number {
  return Math.min(mostTyped, Math.max(least, ...accepted.map((text) => 2 * byteLength(text))));
}
