import type { Words } from '../course/course-words.ts';
import { directionOf } from '../course/direction-of.ts';

/** Gaps that hold what an author named; all others are numbers, which stay beside their signs. */
const named = /\{(?:answer|course|host|item|name|page|pages|query|quiz|quizzes|title|unit)\}/g;

/**
 * Keeps names apart from the signs and numbers around them in a language that is written from right to left: one in Latin
 * letters would take them along (Unicode Annex 9, isolates). The same words in any other language.
 *
 * @param language of the words, BCP 47
 */
export function isolateNames(words: Words, language: string): Words {
  if (directionOf(language) === 'ltr') return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, text]) => [key, text.replace(named, (gap) => `\u2068${gap}\u2069`)]),
  );
}
