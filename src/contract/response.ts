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

export type LearnerResponse = SingleResponse | MultipleResponse | TrueFalseResponse;
export type ResponseOf<T extends LearnerResponse['type']> = Extract<LearnerResponse, { type: T }>;
