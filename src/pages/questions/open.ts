import type { QuestionPages } from './question-pages.ts';

/** Lines of the field where an answer may be of some length; it grows by hand. */
const fewLines = 3;
const manyLines = 8;

export const open: QuestionPages<'open'> = {
  styles: ['fields', 'open'],
  hint: (tools) => tools.word('quiz.unscored'),
  options: () => [],
  view: ({ limit }, tools) => ({
    label: tools.word('question.answer'),
    limit,
    lines: limit > 500 ? manyLines : fewLines,
    most: tools.word('quiz.openText.most', { limit }),
  }),
  data: ({ limit }) => ({ type: 'open', limit }),
};
