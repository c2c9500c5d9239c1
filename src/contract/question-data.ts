import type { RichText } from './rich-text.ts';

/** What every question carries at run time, whatever its type. */
export interface QuestionBase {
  /** Stable, unique in its quiz: `[a-z0-9][a-z0-9_-]*`. State is keyed by it. */
  readonly id: string;
  /** Weight of this question in its quiz, > 0. */
  readonly points: number;
  /** The prompt as plain text, for LMS reports (SCORM 2004 and xAPI have a place for it). */
  readonly prompt: string;
  readonly explanation?: RichText;
}

export interface ChoiceData {
  /** Stable, unique in its question. Authored, or made from the choice's text. */
  readonly id: string;
  readonly text: string;
  readonly correct: boolean;
  readonly feedback?: RichText;
}

export interface SingleQuestion extends QuestionBase {
  readonly type: 'single';
  readonly choices: readonly ChoiceData[];
}

export interface MultipleQuestion extends QuestionBase {
  readonly type: 'multiple';
  readonly choices: readonly ChoiceData[];
  /** `all-or-nothing`: every right choice and no wrong one. `per-choice`: see docs/scoring.md. */
  readonly credit: 'all-or-nothing' | 'per-choice';
}

export interface TrueFalseQuestion extends QuestionBase {
  readonly type: 'true-false';
  readonly answer: boolean;
  readonly feedback?: { readonly true?: RichText; readonly false?: RichText };
}

/** Every question the runtime knows. A new type: one interface here, one file and one line in `questions/`. */
export type QuestionData = SingleQuestion | MultipleQuestion | TrueFalseQuestion;
export type QuestionType = QuestionData['type'];
export type QuestionOf<T extends QuestionType> = Extract<QuestionData, { type: T }>;
