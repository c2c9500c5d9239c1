import { fullCredit } from '../learner-state.ts';
import type { ChoiceData } from '../question-data.ts';
import { sortedIds } from './choices.ts';

/** What questions share in which any number of choices may be chosen. Wire: one bit for each of the sorted ids. */

/** Hostile input → ids of choices, sorted, without repeats; null for anything else. */
export function parseChoiceSet(choices: readonly ChoiceData[], input: unknown): readonly string[] | null {
  const known = sortedIds(choices);
  if (!Array.isArray(input) || input.length > known.length) return null;
  if (!input.every((choice) => known.includes(choice))) return null;
  return known.filter((id) => input.includes(id));
}

/**
 * `all-or-nothing`: full credit for exactly the right choices.
 * `per-choice`: (right chosen − wrong chosen) / number of right ones, never below nothing, to the nearest 1/2520.
 */
export function gradeChoiceSet(
  choices: readonly ChoiceData[],
  chosen: readonly string[],
  credit: 'all-or-nothing' | 'per-choice',
): number {
  const right = choices.filter((choice) => choice.correct).map((choice) => choice.id);
  const hits = right.filter((id) => chosen.includes(id)).length;
  const misses = chosen.length - hits;
  if (hits === right.length && misses === 0) return fullCredit;
  if (credit === 'all-or-nothing' || right.length === 0) return 0;
  return Math.max(0, Math.round(((hits - misses) * fullCredit) / right.length));
}

export function choiceSetToWire(choices: readonly ChoiceData[], chosen: readonly string[]): string {
  return sortedIds(choices)
    .map((id) => (chosen.includes(id) ? '1' : '0'))
    .join('');
}

export function choiceSetFromWire(choices: readonly ChoiceData[], bits: string): readonly string[] | null {
  const known = sortedIds(choices);
  return bits.length === known.length ? known.filter((_id, index) => bits[index] === '1') : null;
}
