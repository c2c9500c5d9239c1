import { narrowText } from '../../../contract/match-text.ts';
import { type NumberStyle, readNumber } from '../../../contract/read-number.ts';
import { type Complaint, controlsIn, type QuestionControl } from './question-control.ts';
import { typedIn } from './typed-field.ts';

export const numeric: QuestionControl<'numeric'> = {
  read: (fieldset) => {
    const text = typedIn(controlsIn(fieldset)[0]);
    return text === null ? null : { type: 'numeric', text };
  },
  write: (fieldset, response) => {
    const [field] = controlsIn(fieldset);
    if (field) field.value = response?.text ?? '';
  },
  missing: 'quiz.errors.missingNumber',
  complaint: (fieldset, { text }) => {
    const data = controlsIn(fieldset)[0]?.dataset ?? {};
    return complaintAbout(text, { unit: data['unit'] ?? '', decimal: data['decimal'] === ',' ? ',' : '.' });
  },
};

function complaintAbout(text: string, style: NumberStyle): Complaint | null {
  const { problem } = readNumber(text, style);
  if (problem === null) return null;
  if (problem === 'not-a-number') return { word: 'quiz.errors.notNumber', gaps: { example: `2${style.decimal}5` } };
  const [number = ''] = /\d[\d.,]*/.exec(narrowText(text)) ?? [];
  const gaps = { text: number, whole: number.replace(/[.,]/, ''), fraction: number.replace(/[.,]/, style.decimal) };
  return { word: 'quiz.errors.ambiguousNumber', gaps };
}
