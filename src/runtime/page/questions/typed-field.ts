import { byteLength, clipText, typedText } from '../../../contract/typed-text.ts';
import type { AnswerControl } from './question-control.ts';

/** The most bytes of UTF-8 that the field takes. `maxlength` counts otherwise, and is only the first fence. */
const limitOf = (field: AnswerControl): number => Number(field.dataset['limit'] ?? 0);

/** What was typed, in its canonical form; null for nothing. */
export const typedIn = (field: AnswerControl | undefined): string | null =>
  field === undefined ? null : typedText(field.value, limitOf(field));

/** Takes off what the field cannot hold, at once, so that learners see what is kept. */
export function keepWithinLimit(field: AnswerControl): void {
  const limit = limitOf(field);
  if (limit > 0 && byteLength(field.value) > limit) field.value = clipText(field.value, limit);
}
