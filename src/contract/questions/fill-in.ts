import { fullCredit } from '../learner-state.ts';
import { foldText, matchesPattern } from '../match-text.ts';
import type { FillInQuestion, TypedKey } from '../question-data.ts';
import { bitsToText, textToBits, typedText } from '../typed-text.ts';
import { questionHandler } from './question-logic.ts';

/** One typed answer. Wire: its bytes in UTF-8. */
export const fillIn = questionHandler({
  type: 'fill-in',
  parse: (question, input) => {
    const text = typedText(input.text, question.limit);
    return text === null ? null : { type: 'fill-in', text };
  },
  isComplete: () => true,
  grade: (question, response) => (keyOf(question, response.text)?.correct ? fullCredit : 0),
  givesPartial: () => false,
  toWire: (_question, response) => textToBits(response.text),
  fromWire: (question, bits) => {
    const text = bitsToText(bits, question.limit);
    return text === null ? null : { type: 'fill-in', text };
  },
  shape: () => 'fill-in',
  worstBits: (question) => question.limit * 8,
  variesInLength: () => true,
  interaction: (question, response) => ({
    kind: 'fill-in',
    given: response.text,
    correct: question.accepted.flatMap((key) => ('text' in key ? key.text : [])),
  }),
  parts: (question, response) => {
    const met = response === null ? null : keyOf(question, response.text);
    const correct = met?.correct ?? false;
    const answer = question.accepted.find((key) => 'text' in key);
    return [
      {
        id: 'answer',
        answered: response !== null,
        correct,
        ...(met?.key.feedback === undefined ? {} : { feedback: met.key.feedback }),
        ...(correct || answer === undefined || !('text' in answer) ? {} : { answer: answer.text }),
      },
    ];
  },
  order: () => [],
});

/** The author's answer that a typed one meets: the same text first, then a pattern; a right one before a wrong one. */
function keyOf(question: FillInQuestion, typed: string): { readonly key: TypedKey; readonly correct: boolean } | null {
  const folded = foldText(typed, question);
  const isSame = (key: TypedKey): boolean => 'text' in key && foldText(key.text, question) === folded;
  const isOfPattern = (key: TypedKey): boolean => 'pattern' in key && matchesPattern(key.pattern, typed, question);
  for (const meets of [isSame, isOfPattern]) {
    const right = question.accepted.find(meets);
    if (right) return { key: right, correct: true };
    const wrong = question.wrong.find(meets);
    if (wrong) return { key: wrong, correct: false };
  }
  return null;
}
