/** What a learner answered, per question type. Choices are named by their stable ids. */
export interface SingleResponse {
  readonly type: 'single';
  readonly choice: string;
}
export interface MultipleResponse {
  readonly type: 'multiple';
  /** In no particular order, without repeats. Empty means "none of these", which is an answer. */
  readonly choices: readonly string[];
}
export interface TrueFalseResponse {
  readonly type: 'true-false';
  readonly value: boolean;
}

/** Typed text in its canonical form (`typed-text.ts`), never empty. */
export interface FillInResponse {
  readonly type: 'fill-in';
  readonly text: string;
}
/** What was typed, canonical, not empty; whether it is a number is for `readNumber` to say. */
export interface NumericResponse {
  readonly type: 'numeric';
  readonly text: string;
}
export interface BlanksResponse {
  readonly type: 'blanks';
  /** By blank, in the order of the text: what was typed, or the text of the chosen option; empty if nothing yet. */
  readonly values: readonly string[];
}

export type LearnerResponse =
  | SingleResponse
  | MultipleResponse
  | TrueFalseResponse
  | FillInResponse
  | NumericResponse
  | BlanksResponse;
export type ResponseOf<T extends LearnerResponse['type']> = Extract<LearnerResponse, { type: T }>;
