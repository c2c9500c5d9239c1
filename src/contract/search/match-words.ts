import { isUnspaced } from './words-in.ts';

/** A typed word, as it is compared, and the words of the course that it may mean, with how sure that is (0 to 1). */
export interface Term {
  readonly typed: string;
  readonly matches: ReadonlyMap<string, number>;
}

/**
 * Finds them: the word itself, its other forms, what begins with it, and, if nothing does, what differs by one letter or
 * has another ending.
 *
 * @param words all words of the course
 * @param keyOf what a word has in common with its other forms
 */
export function matchWords(typed: string, words: Iterable<string>, keyOf: ReadonlyMap<string, string>): Term {
  const matches = new Map<string, number>();
  const list = [...words];
  const key = keyOf.get(typed);
  const inside = isUnspaced(typed);
  for (const word of list) {
    if (word === typed) matches.set(word, 1);
    else if (key !== undefined && keyOf.get(word) === key) matches.set(word, 0.9);
    else if (word.startsWith(typed)) matches.set(word, 0.7);
    else if (inside && word.includes(typed)) matches.set(word, 0.7);
  }
  if (matches.size > 0 || typed.length < 4) return { typed, matches };
  for (const word of list) {
    if (isOneEditAway(typed, word) || isOneEditAway(typed, word.slice(0, typed.length))) matches.set(word, 0.4);
  }
  // A form of a word that the course only has in others.
  for (let length = typed.length - 1; matches.size === 0 && length >= Math.max(4, typed.length - 4); length--) {
    const beginning = typed.slice(0, length);
    for (const word of list) if (word.startsWith(beginning)) matches.set(word, 0.3);
  }
  return { typed, matches };
}

/** Whether one letter added, left out, changed, or swapped with its neighbour makes one of the other. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [endA - start, endB - start];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
