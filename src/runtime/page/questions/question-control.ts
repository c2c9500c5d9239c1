import type { LearnerResponse, ResponseOf } from '../../../contract/response.ts';

/** How one question type's native controls are read and written. */
export interface QuestionControl<T extends LearnerResponse['type']> {
  /** The learner's answer as it stands; null while there is none. */
  readonly read: (fieldset: HTMLElement) => ResponseOf<T> | null;
  readonly write: (fieldset: HTMLElement, response: ResponseOf<T> | null) => void;
  /** Word that asks for an answer where there is none. */
  readonly missing: string;
}

export const inputsOf = (fieldset: HTMLElement): readonly HTMLInputElement[] => [...fieldset.querySelectorAll('input')];

/** Values of the inputs that are on, in the order shown. */
export const chosenIn = (fieldset: HTMLElement): readonly string[] =>
  inputsOf(fieldset).flatMap((input) => (input.checked ? [input.value] : []));

export function chooseIn(fieldset: HTMLElement, values: readonly string[]): void {
  for (const input of inputsOf(fieldset)) input.checked = values.includes(input.value);
}
