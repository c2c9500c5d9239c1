import type { QuestionData } from '../contract/question-data.ts';

/** Words for learners, and what else is no part of judging an answer. */
const words: ReadonlySet<string> = new Set([
  'id',
  'type',
  'points',
  'prompt',
  'explanation',
  'feedback',
  'wrong',
  'shown',
  'unit',
  'alt',
  'image',
]);
/** Of what has an id these are mere words too; without one they are what is compared (a typed answer). */
const wordsOfNamed: ReadonlySet<string> = new Set(['text', 'label']);

/**
 * What decides about right and wrong in a question, as a text to compare. Options are known by their ids, whatever their
 * order or words.
 */
export function answerKey(question: QuestionData): string {
  return JSON.stringify(keyOf(question));
}

function keyOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const named = value.every(
      (item) => typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string',
    );
    if (!named) return value.map(keyOf);
    return value.map((item: { id: string }) => [item.id, keyOf(item)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).filter(([key]) => !words.has(key) && !('id' in value && wordsOfNamed.has(key)));
  return own.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, keyOf(inner)]);
}
