import { controlsIn, type QuestionControl } from './question-control.ts';
import { typedIn } from './typed-field.ts';

export const fillIn: QuestionControl<'fill-in'> = {
  read: (fieldset) => {
    const text = typedIn(controlsIn(fieldset)[0]);
    return text === null ? null : { type: 'fill-in', text };
  },
  write: (fieldset, response) => {
    const [field] = controlsIn(fieldset);
    if (field) field.value = response?.text ?? '';
  },
  missing: 'quiz.errors.missingText',
};
