import { type AnswerControl, controlsIn, isTyped, type QuestionControl } from './question-control.ts';
import { typedIn } from './typed-field.ts';

export const blanks: QuestionControl<'blanks'> = {
  read: (fieldset) => {
    const values = controlsIn(fieldset).map(givenIn);
    return values.every((value) => value === '') ? null : { type: 'blanks', values };
  },
  write: (fieldset, response) => {
    for (const [index, control] of controlsIn(fieldset).entries()) control.value = response?.values[index] ?? '';
  },
  missing: 'quiz.errors.missingBlanks',
  complaint: (_fieldset, { values }) => (values.includes('') ? { word: 'quiz.errors.missingBlanks' } : null),
};

const givenIn = (control: AnswerControl): string => (isTyped(control) ? (typedIn(control) ?? '') : control.value);
