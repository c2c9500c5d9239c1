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
/** The answer chosen for an item, the step of the scale for a statement: ids, at most one for each. */
export type ResponsePair = readonly [of: string, chosen: string];

export interface MatchingResponse {
  readonly type: 'matching';
  /** By item; items without an answer are left out. */
  readonly pairs: readonly ResponsePair[];
}
export interface OrderingResponse {
  readonly type: 'ordering';
  /** Ids of all items, first to last. */
  readonly order: readonly string[];
}
export interface HotspotResponse {
  readonly type: 'hotspot';
  /** Ids of regions, without repeats. */
  readonly choices: readonly string[];
}
export interface LikertResponse {
  readonly type: 'likert';
  /** By statement; statements without an answer are left out. */
  readonly pairs: readonly ResponsePair[];
}
export interface OpenResponse {
  readonly type: 'open';
  readonly text: string;
}

export type LearnerResponse =
  | SingleResponse
  | MultipleResponse
  | TrueFalseResponse
  | FillInResponse
  | NumericResponse
  | BlanksResponse
  | MatchingResponse
  | OrderingResponse
  | HotspotResponse
  | LikertResponse
  | OpenResponse;
export type ResponseOf<T extends LearnerResponse['type']> = Extract<LearnerResponse, { type: T }>;
