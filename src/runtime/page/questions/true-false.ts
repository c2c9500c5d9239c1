import { chooseIn, chosenIn, type QuestionControl } from './question-control.ts';

export const trueFalse: QuestionControl<'true-false'> = {
  read: (fieldset) => {
    const [value] = chosenIn(fieldset);
    return value === undefined ? null : { type: 'true-false', value: value === 'true' };
  },
  write: (fieldset, response) => chooseIn(fieldset, response ? [String(response.value)] : []),
  missing: 'quiz.errors.missing',
};
