import type { Item } from '../../course/course.ts';
import type { QuestionPages, QuestionTools } from './question-pages.ts';

export const likert: QuestionPages<'likert'> = {
  styles: ['likert'],
  hint: (tools) => tools.word('quiz.unscored'),
  options: () => [],
  view: ({ statements, scale }, tools) => ({
    statements: statements.map((item, row) => ({ id: item.id, row: row + 1, html: tools.inline(item.text) })),
    scale: scale.map((item, step) => ({ id: item.id, step: step + 1, html: tools.inline(item.text) })),
    // Many steps, or long words, do not fit side by side.
    wide: scale.length > 7,
  }),
  data: ({ statements, scale }, tools) => ({
    type: 'likert',
    statements: named(statements, tools),
    scale: named(scale, tools),
  }),
};

const named = (items: readonly Item[], tools: QuestionTools): { id: string; text: string }[] =>
  items.map(({ id, text }) => ({ id, text: tools.plain(text) }));
