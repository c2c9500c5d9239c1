import { fullCredit } from '../learner-state.ts';
import type { SingleQuestion } from '../question-data.ts';
import { bitsFor } from './bits.ts';
import { choiceInteraction, choiceOrder, choiceParts, sortedIds } from './choices.ts';
import { questionHandler } from './question-logic.ts';

/** One choice of several. Wire: the index among the sorted ids, most significant bit first. */
export const single = questionHandler({
  type: 'single',
  parse: (question, input) => {
    const known = question.choices.find((choice) => choice.id === input.choice);
    return known ? { type: 'single', choice: known.id } : null;
  },
  isComplete: () => true,
  grade: (question, response) =>
    question.choices.some((choice) => choice.correct && choice.id === response.choice) ? fullCredit : 0,
  givesPartial: () => false,
  toWire: (question, response) =>
    sortedIds(question.choices).indexOf(response.choice).toString(2).padStart(width(question), '0'),
  fromWire: (question, bits) => {
    const choice = bits.length === width(question) ? sortedIds(question.choices)[Number.parseInt(bits, 2)] : undefined;
    return choice === undefined ? null : { type: 'single', choice };
  },
  shape: (question) => ['single', ...sortedIds(question.choices)].join('\n'),
  worstBits: width,
  variesInLength: () => false,
  interaction: (question, response) => choiceInteraction(question.choices, [response.choice]),
  parts: (question, response) => choiceParts(question.choices, response ? [response.choice] : []),
  order: (question, shuffled, seed) => choiceOrder(question.choices, shuffled, seed),
});

function width(question: SingleQuestion): number {
  return bitsFor(question.choices.length);
}
