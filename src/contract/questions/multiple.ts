import { choiceSetFromWire, choiceSetToWire, gradeChoiceSet, parseChoiceSet } from './choice-set.ts';
import { choiceInteraction, choiceOrder, choiceParts, sortedIds } from './choices.ts';
import { questionHandler } from './question-logic.ts';

/** Any number of choices. */
export const multiple = questionHandler({
  type: 'multiple',
  parse: (question, input) => {
    const choices = parseChoiceSet(question.choices, input.choices);
    return choices && { type: 'multiple', choices };
  },
  isComplete: (_question, response) => response.choices.length > 0,
  grade: (question, response) => gradeChoiceSet(question.choices, response.choices, question.credit),
  givesPartial: (question) => question.credit === 'per-choice',
  toWire: (question, response) => choiceSetToWire(question.choices, response.choices),
  fromWire: (question, bits) => {
    const choices = choiceSetFromWire(question.choices, bits);
    return choices && { type: 'multiple', choices };
  },
  shape: (question) => ['multiple', ...sortedIds(question.choices)].join('\n'),
  worstBits: (question) => question.choices.length,
  variesInLength: () => false,
  interaction: (question, response) => choiceInteraction(question.choices, response.choices),
  parts: (question, response) => choiceParts(question.choices, response?.choices ?? []),
  order: (question, shuffled, seed) => choiceOrder(question.choices, shuffled, seed),
});
