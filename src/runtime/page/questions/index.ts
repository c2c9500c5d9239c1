import type { LearnerResponse } from '../../../contract/response.ts';
import { blanks } from './blanks.ts';
import { fillIn } from './fill-in.ts';
import { hotspot } from './hotspot.ts';
import { likert } from './likert.ts';
import { matching } from './matching.ts';
import { multiple } from './multiple.ts';
import { numeric } from './numeric.ts';
import { open } from './open.ts';
import { ordering } from './ordering.ts';
import type { BoundSurroundings, Complaint, QuestionControl } from './question-control.ts';
import { single } from './single.ts';
import { trueFalse } from './true-false.ts';

type AnyType = LearnerResponse['type'];

/** Every question type's controls. A new type: one file, one line. */
const controls: { readonly [T in AnyType]: QuestionControl<T> } = {
  single,
  multiple,
  'true-false': trueFalse,
  'fill-in': fillIn,
  numeric,
  blanks,
  matching,
  ordering,
  hotspot,
  likert,
  open,
};

export interface BoundControl {
  readonly read: () => LearnerResponse | null;
  readonly write: (response: LearnerResponse | null, start: readonly string[]) => void;
  /** What keeps the answer from being checked: there is none, or not yet one; null if it can be. */
  readonly complaint: () => Complaint | null;
  readonly bind: (surroundings: BoundSurroundings) => void;
  readonly shown: () => void;
}

/** The control of the question in this fieldset; null for a type this script does not know. */
export function controlOf(type: string | undefined, fieldset: HTMLElement): BoundControl | null {
  if (type === undefined || !Object.hasOwn(controls, type)) return null;
  // A response of another type than the question's is written as none, so the cast cannot mislead.
  const control = controls[type as AnyType] as QuestionControl<AnyType>;
  return {
    read: () => control.read(fieldset),
    write: (response, start) => control.write(fieldset, response?.type === type ? response : null, start),
    bind: (surroundings) => control.bind?.(fieldset, surroundings),
    shown: () => control.shown?.(fieldset),
    complaint: () => {
      const response = control.read(fieldset);
      if (response === null) return { word: control.missing };
      return control.complaint?.(fieldset, response) ?? null;
    },
  };
}
