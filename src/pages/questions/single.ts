import { choiceData, choiceOptions } from './choice-list.ts';
import type { QuestionPages } from './question-pages.ts';

export const single: QuestionPages<'single'> = {
  hint: () => '',
  options: (question, tools) => choiceOptions(question.choices, 'radio', tools),
  data: (question, tools) => ({ type: 'single', choices: choiceData(question.choices, tools) }),
};
