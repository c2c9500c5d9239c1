import { fullCredit } from '../learner-state.ts';
import { questionHandler } from './question-logic.ts';

/** True or false. Wire: `1` or `0`. */
export const trueFalse = questionHandler({
  type: 'true-false',
  parse: (_question, input) => {
    const value = input.value;
    return typeof value === 'boolean' ? { type: 'true-false', value } : null;
  },
  isComplete: () => true,
  grade: (question, response) => (response.value === question.answer ? fullCredit : 0),
  givesPartial: () => false,
  toWire: (_question, response) => (response.value ? '1' : '0'),
  fromWire: (_question, bits) => (bits.length === 1 ? { type: 'true-false', value: bits === '1' } : null),
  shape: () => 'true-false',
  worstBits: () => 1,
  variesInLength: () => false,
  interaction: (question, response) => ({ kind: 'true-false', chosen: response.value, correct: question.answer }),
  parts: (question, response) =>
    [true, false].map((value) => {
      const feedback = question.feedback?.[value ? 'true' : 'false'];
      return {
        id: String(value),
        answered: response?.value === value,
        correct: question.answer === value,
        ...(feedback === undefined ? {} : { feedback }),
      };
    }),
  // True stands before false, shuffled or not.
  order: () => [],
});
