import { chooseIn, chosenIn, type QuestionControl } from './question-control.ts';

export const multiple: QuestionControl<'multiple'> = {
  read: (fieldset) => {
    const choices = chosenIn(fieldset);
    return choices.length === 0 ? null : { type: 'multiple', choices };
  },
  write: (fieldset, response) => chooseIn(fieldset, response?.choices ?? []),
  missing: 'quiz.errors.missingMultiple',
};
