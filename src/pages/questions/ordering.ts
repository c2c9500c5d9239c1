import { startOrder } from '../../contract/questions/ordering.ts';
import type { Ordering } from '../../course/course.ts';
import type { QuestionPages, QuestionTools } from './question-pages.ts';

export const ordering: QuestionPages<'ordering'> = {
  styles: ['ordering'],
  hint: (tools) => tools.word('quiz.ordering.hint'),
  options: () => [],
  view: (question, tools) => ({
    // Never in the right order, not even before the player has drawn one.
    items: startOrder({ id: question.id, items: itemsOf(question, tools) }, 0).flatMap((id) =>
      question.items
        .filter((item) => item.id === id)
        .map((item) => {
          const plain = tools.plain(item.text);
          return {
            id,
            plain,
            html: tools.inline(item.text),
            up: tools.word('quiz.ordering.up', { item: plain }),
            down: tools.word('quiz.ordering.down', { item: plain }),
          };
        }),
    ),
  }),
  data: (question, tools) => ({ type: 'ordering', items: itemsOf(question, tools), credit: question.credit }),
};

const itemsOf = ({ items }: Ordering, tools: QuestionTools): { id: string; text: string }[] =>
  items.map(({ id, text }) => ({ id, text: tools.plain(text) }));
