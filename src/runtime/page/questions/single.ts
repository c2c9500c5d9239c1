import { chooseIn, chosenIn, type QuestionControl } from './question-control.ts';

export const single: QuestionControl<'single'> = {
  read: (fieldset) => {
    const [choice] = chosenIn(fieldset);
    return choice === undefined ? null : { type: 'single', choice };
  },
  write: (fieldset, response) => chooseIn(fieldset, response ? [response.choice] : []),
  missing: 'quiz.errors.missing',
};
