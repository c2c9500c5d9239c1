import { feedbackOf, type QuestionPages } from './question-pages.ts';

export const matching: QuestionPages<'matching'> = {
  styles: ['matching', 'menus'],
  hint: () => '',
  options: () => [],
  view: ({ items, answers }, tools) => ({
    items: items.map((item) => ({ id: item.id, html: tools.inline(item.text), plain: tools.plain(item.text) })),
    // In an order that says nothing: the author's is the items' own.
    answers: answers
      .map(({ id, text }) => ({ id, text: tools.plain(text) }))
      .sort((a, b) => (a.text < b.text ? -1 : 1)),
  }),
  data: ({ items, answers, credit }, tools) => ({
    type: 'matching',
    items: items.map(({ id, text, answer, feedback }) => ({
      id,
      text: tools.plain(text),
      answer,
      ...feedbackOf(feedback, tools),
    })),
    answers: answers.map(({ id, text }) => ({ id, text: tools.plain(text) })),
    credit,
  }),
};
