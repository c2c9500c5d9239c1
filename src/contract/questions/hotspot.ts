import { choiceSetFromWire, choiceSetToWire, gradeChoiceSet, parseChoiceSet } from './choice-set.ts';
import { choiceInteraction, choiceParts, sortedIds } from './choices.ts';
import { questionHandler } from './question-logic.ts';

/** Regions of a picture: one where one is right, else any number. */
export const hotspot = questionHandler({
  type: 'hotspot',
  parse: ({ regions }, input) => {
    const choices = parseChoiceSet(regions, input.choices);
    const isOne = regions.filter((region) => region.correct).length === 1;
    return choices && (!isOne || choices.length <= 1) ? { type: 'hotspot', choices } : null;
  },
  isComplete: (_question, response) => response.choices.length > 0,
  grade: (question, response) => gradeChoiceSet(question.regions, response.choices, question.credit),
  givesPartial: ({ regions, credit }) =>
    credit === 'per-choice' && regions.filter((region) => region.correct).length > 1,
  toWire: (question, response) => choiceSetToWire(question.regions, response.choices),
  fromWire: (question, bits) => {
    const choices = choiceSetFromWire(question.regions, bits);
    return choices && { type: 'hotspot', choices };
  },
  shape: (question) => ['hotspot', ...sortedIds(question.regions)].join('\n'),
  worstBits: (question) => question.regions.length,
  variesInLength: () => false,
  interaction: (question, response) => choiceInteraction(question.regions, response.choices),
  parts: (question, response) => choiceParts(question.regions, response?.choices ?? []),
  // The list stands as the author ordered it: the picture does not move either.
  order: () => [],
});
