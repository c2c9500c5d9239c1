import { fullCredit } from '../learner-state.ts';
import { choiceInteraction, choiceOrder, choiceParts, sortedIds } from './choices.ts';
import { questionHandler } from './question-logic.ts';

/** Any number of choices. Wire: one bit for each of the sorted ids, 1 where chosen. */
export const multiple = questionHandler({
  type: 'multiple',
  parse: (question, input) => {
    const choices: unknown = input.choices;
    const known = sortedIds(question.choices);
    if (!Array.isArray(choices) || choices.length > known.length) return null;
    if (!choices.every((choice) => known.includes(choice))) return null;
    return { type: 'multiple', choices: known.filter((id) => choices.includes(id)) };
  },
  isComplete: (_question, response) => response.choices.length > 0,
  /**
   * `all-or-nothing`: full credit for exactly the right choices.
   * `per-choice`: (right chosen − wrong chosen) / number of right ones, never below nothing, to the nearest 1/2520.
   */
  grade: (question, response) => {
    const right = question.choices.filter((choice) => choice.correct).map((choice) => choice.id);
    const hits = right.filter((id) => response.choices.includes(id)).length;
    const misses = response.choices.length - hits;
    if (hits === right.length && misses === 0) return fullCredit;
    if (question.credit === 'all-or-nothing' || right.length === 0) return 0;
    return Math.max(0, Math.round(((hits - misses) * fullCredit) / right.length));
  },
  givesPartial: (question) => question.credit === 'per-choice',
  toWire: (question, response) =>
    sortedIds(question.choices)
      .map((id) => (response.choices.includes(id) ? '1' : '0'))
      .join(''),
  fromWire: (question, bits) => {
    const known = sortedIds(question.choices);
    if (bits.length !== known.length) return null;
    return { type: 'multiple', choices: known.filter((_id, index) => bits[index] === '1') };
  },
  shape: (question) => ['multiple', ...sortedIds(question.choices)].join('\n'),
  worstBits: (question) => question.choices.length,
  variesInLength: () => false,
  interaction: (question, response) => choiceInteraction(question.choices, response.choices),
  parts: (question, response) => choiceParts(question.choices, response?.choices ?? []),
  order: (question, shuffled, seed) => choiceOrder(question.choices, shuffled, seed),
});
