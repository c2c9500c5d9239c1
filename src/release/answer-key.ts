import { listedText } from '../contract/match-text.ts';
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
  // How much can be typed is no part of what is right.
  'limit',
]);
/** Of what has an id these are mere words too; without one they are what is compared (a typed answer). */
const wordsOfNamed: ReadonlySet<string> = new Set(['text', 'label']);

/**
 * What decides about right and wrong in a question, as a text to compare. Options are known by their ids, whatever their
 * order or words; of typed answers counts what they are compared by.
 */
export function answerKey(question: QuestionData): string {
  return JSON.stringify(keyOf(judged(question)));
}

/** The question with the order of its lists where order decides, and without it where it does not. */
function judged(question: QuestionData): object {
  switch (question.type) {
    case 'ordering':
      return { ...question, order: question.items.map(({ id }) => id) };
    case 'fill-in': {
      const accepted = question.accepted.map((key) =>
        'text' in key ? `text ${listedText(key.text, question)}` : `pattern ${key.pattern}`,
      );
      return { ...question, accepted: accepted.sort() };
    }
    case 'blanks': {
      const blanks = question.blanks.map((blank) =>
        blank.kind === 'text'
          ? { kind: blank.kind, accepted: blank.accepted.map((text) => listedText(text, question)).sort() }
          : { kind: blank.kind, right: blank.options.flatMap(({ text, correct }) => (correct ? [text] : [])).sort() },
      );
      return { ...question, blanks };
    }
    default:
      return question;
  }
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
