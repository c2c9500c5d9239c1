import { choiceData, choiceOptions } from './choice-list.ts';
import type { QuestionPages } from './question-pages.ts';

export const multiple: QuestionPages<'multiple'> = {
  hint: (tools) => tools.word('quiz.selectAll'),
  options: (question, tools) => choiceOptions(question.choices, 'checkbox', tools),
  data: (question, tools) => ({
    type: 'multiple',
    choices: choiceData(question.choices, tools),
    credit: question.credit,
  }),
};
