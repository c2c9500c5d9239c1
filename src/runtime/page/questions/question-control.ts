import { withArranged, withTyped } from '../../../contract/features.ts';
import type { Gaps, Word } from '../../../contract/fill-words.ts';
import type { LearnerResponse, ResponseOf } from '../../../contract/response.ts';

/** How one question type's native controls are read and written. */
export interface QuestionControl<T extends LearnerResponse['type']> {
  /** The learner's answer as it stands; null while there is none. */
  readonly read: (fieldset: HTMLElement) => ResponseOf<T> | null;
  /** @param start ids of what is to be put in order, as drawn for the attempt; empty where nothing is */
  readonly write: (fieldset: HTMLElement, response: ResponseOf<T> | null, start: readonly string[]) => void;
  /** Word that asks for an answer where there is none. */
  readonly missing: string;
  /** What keeps an answer from being checked as it stands; null if nothing does. */
  readonly complaint?: (fieldset: HTMLElement, response: ResponseOf<T>) => Complaint | null;
  /** Brings to life what native controls do not do by themselves. Once. */
  readonly bind?: (fieldset: HTMLElement, surroundings: BoundSurroundings) => void;
  /** After verdicts were shown or taken away. */
  readonly shown?: (fieldset: HTMLElement) => void;
}

/** What a control's own behaviour may ask; it tells of a new answer by a `change` event. */
export interface BoundSurroundings {
  readonly isLocked: () => boolean;
  readonly word: Word;
}

/** A learner word with what fills its gaps. */
export interface Complaint {
  readonly word: string;
  readonly gaps?: Gaps;
}

export const inputsOf = (fieldset: HTMLElement): readonly HTMLInputElement[] => [...fieldset.querySelectorAll('input')];

/** Without such questions every control is ticked. */
export const mayType = withTyped || withArranged;

export type AnswerControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** All native controls that hold an answer, in the order of the page. */
export const controlsIn = (element: HTMLElement): readonly AnswerControl[] => [
  ...element.querySelectorAll<AnswerControl>('input, select, textarea'),
];

/** Whether the control takes text from the keyboard. */
export const isTyped = (control: Element): control is HTMLInputElement | HTMLTextAreaElement =>
  mayType && (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && !isTicked(control)));

/** Whether the learner's answer is at this control: it is on, chosen or filled in. */
export const isGiven = (control: AnswerControl): boolean =>
  isTicked(control) ? control.checked : control.value.trim() !== '';

/** Where an answer begins: what is on, else the first that is empty, else the first. */
export const firstToFill = (controls: readonly AnswerControl[]): AnswerControl | undefined =>
  controls.find((control) => isTicked(control) && control.checked) ??
  controls.find((control) => !isTicked(control) && !isGiven(control)) ??
  controls[0];

export const isTicked = (control: AnswerControl): control is HTMLInputElement =>
  !mayType || control.type === 'radio' || control.type === 'checkbox';

/** Values of the inputs that are on, in the order shown. */
export const chosenIn = (fieldset: HTMLElement): readonly string[] =>
  inputsOf(fieldset).flatMap((input) => (input.checked ? [input.value] : []));

export function chooseIn(fieldset: HTMLElement, values: readonly string[]): void {
  for (const input of inputsOf(fieldset)) input.checked = values.includes(input.value);
}
