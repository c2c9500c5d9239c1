import type { Term } from './match-words.ts';
import { isUnspaced, wordsIn } from './words-in.ts';

/** A piece of text; `marked` if it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Characters shown of a section. */
const room = 180;
/** Of these before the first word that was looked for. */
const before = 50;

interface Mark {
  readonly start: number;
  readonly end: number;
  /** Which of the typed words it is. */
  readonly term: number;
}

/** The text with its found words marked, whole. */
export function markWords(text: string, terms: readonly Term[]): Piece[] {
  return pieces(text, 0, text.length, marksIn(text, terms));
}

/** The part of a text that says most about what was looked for; its beginning if it has none of it. */
export function snippetOf(text: string, terms: readonly Term[]): Piece[] {
  const marks = marksIn(text, terms);
  let best = 0;
  let most = 0;
  for (const { start } of marks) {
    const near = new Set(marks.filter((mark) => mark.start >= start && mark.end <= start + room - before));
    const score = new Set([...near].map(({ term }) => term)).size * 100 + near.size;
    if (score > most) [best, most] = [start, score];
  }
  const from = best <= before ? 0 : wordStart(text, best - before, best);
  const to = from + room >= text.length ? text.length : wordEnd(text, from + room);
  const shown = pieces(text, from, to, marks);
  if (from > 0) shown.unshift({ text: '… ', marked: false });
  if (to < text.length) shown.push({ text: ' …', marked: false });
  return shown;
}

function marksIn(text: string, terms: readonly Term[]): Mark[] {
  const marks: Mark[] = [];
  for (const { start, end, folded } of wordsIn(text)) {
    for (const [term, { typed, matches }] of terms.entries()) {
      if (!matches.has(folded)) continue;
      // Where words run together only the part that was typed is marked; folding rarely changes its length.
      const at = isUnspaced(typed) && folded.length === end - start ? folded.indexOf(typed) : -1;
      marks.push(at < 0 ? { start, end, term } : { start: start + at, end: start + at + typed.length, term });
      break;
    }
  }
  return marks;
}

/** The beginning of the next word, unless words run together here. */
function wordStart(text: string, from: number, limit: number): number {
  for (let index = from; index < limit; index++) if (text[index - 1] === ' ') return index;
  return from;
}

function wordEnd(text: string, from: number): number {
  const end = text.lastIndexOf(' ', from);
  return end > from - 30 ? end : from;
}

function pieces(text: string, from: number, to: number, marks: readonly Mark[]): Piece[] {
  const made: Piece[] = [];
  let done = from;
  const take = (end: number, marked: boolean): void => {
    if (end > done) made.push({ text: text.slice(done, end), marked });
    done = Math.max(done, end);
  };
  for (const { start, end } of marks) {
    if (end <= from || start >= to) continue;
    take(Math.max(start, from), false);
    take(Math.min(end, to), true);
  }
  take(to, false);
  return made;
}
