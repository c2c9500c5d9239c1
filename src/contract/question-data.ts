import type { TextRef } from './rich-text.ts';

/** What every question carries at run time, whatever its type. */
export interface QuestionBase {
  /** Stable, unique in its quiz: `[a-z0-9][a-z0-9_-]*`. State is keyed by it. */
  readonly id: string;
  /** Weight of this question in its quiz; 0 in a question without a score (likert, open), which no score counts. */
  readonly points: number;
  /** The prompt as plain text, for reports; absent where the standard has no place for it, as in SCORM 1.2. */
  readonly prompt?: string;
  readonly explanation?: TextRef;
  /** Shown when the learner asks for it. */
  readonly hint?: TextRef;
}

export interface ChoiceData {
  /** Stable, unique in its question. Authored, or made from the choice's text. */
  readonly id: string;
  /** Plain, for reports; as `prompt`. */
  readonly text?: string;
  readonly correct: boolean;
  /** Stays below the others when choices are shuffled ("none of these"). */
  readonly last?: true;
  readonly feedback?: TextRef;
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
  readonly feedback?: { readonly true?: TextRef; readonly false?: TextRef };
}

/** What a typed answer is compared with (`match-text.ts`): a text, or a pattern that the whole answer must be of. */
export type TypedKey = { readonly feedback?: TextRef } & ({ readonly text: string } | { readonly pattern: string });

/** One line to type. */
export interface FillInQuestion extends QuestionBase {
  readonly type: 'fill-in';
  /** The first is the one shown as the right answer. */
  readonly accepted: readonly TypedKey[];
  /** Wrong answers that have feedback of their own. */
  readonly wrong: readonly TypedKey[];
  /** Whether upper and lower case make a difference. */
  readonly case: boolean;
  /** The most bytes of UTF-8 that can be typed. */
  readonly limit: number;
}

/** Numbers from `least` to `most`, both among them, as decimal text (`decimal.ts`). */
export interface NumberRange {
  readonly least: string;
  readonly most: string;
  /** The one number in the range that the author wrote, for reports; none where they wrote a range. */
  readonly exact?: string;
  readonly feedback?: TextRef;
}

/** One number to type. */
export interface NumericQuestion extends QuestionBase {
  readonly type: 'numeric';
  readonly accepted: readonly NumberRange[];
  /** Wrong answers that have feedback of their own. */
  readonly wrong: readonly NumberRange[];
  /** Shown behind the field; may be typed as well. Empty if there is none. */
  readonly unit: string;
  /** The decimal sign of the course's language. */
  readonly decimal: '.' | ',';
  /** The right answer in the course's language. */
  readonly shown: string;
}

/** One gap in prose: a text to type, or a menu to choose from. */
export type BlankData = { readonly feedback?: TextRef } & (
  | { readonly kind: 'text'; readonly accepted: readonly string[]; readonly limit: number }
  | { readonly kind: 'menu'; readonly options: readonly { readonly text: string; readonly correct: boolean }[] }
);

/** Prose with gaps. */
export interface BlanksQuestion extends QuestionBase {
  readonly type: 'blanks';
  /** In the order of the text. */
  readonly blanks: readonly BlankData[];
  readonly credit: 'all-or-nothing' | 'per-blank';
  /** Whether upper and lower case make a difference in what is typed. */
  readonly case: boolean;
}

/** A thing with a name: an item to match or to put in order, a statement, a step of a scale. */
export interface NamedText {
  /** Stable, unique among its like. Authored, or made from the text. */
  readonly id: string;
  /** Plain, for reports; as `prompt`. */
  readonly text?: string;
}

export interface MatchingQuestion extends QuestionBase {
  readonly type: 'matching';
  /** `answer`: id of the right one. Several items may have the same. */
  readonly items: readonly (NamedText & { readonly answer: string; readonly feedback?: TextRef })[];
  /** All that can be chosen; some may belong to no item. */
  readonly answers: readonly (NamedText & { readonly text: string })[];
  readonly credit: 'per-pair' | 'all-or-nothing';
}

export interface OrderingQuestion extends QuestionBase {
  readonly type: 'ordering';
  /** In the right order. */
  readonly items: readonly NamedText[];
  readonly credit: 'all-or-nothing' | 'per-position' | 'per-neighbour';
}

export interface HotspotQuestion extends QuestionBase {
  readonly type: 'hotspot';
  /** Where they are in the picture, only the page knows. With one right region a learner chooses one, else any number. */
  readonly regions: readonly ChoiceData[];
  readonly credit: 'all-or-nothing' | 'per-choice';
}

/** Statements on one scale. Reported, without a score. */
export interface LikertQuestion extends QuestionBase {
  readonly type: 'likert';
  readonly statements: readonly NamedText[];
  /** From one end to the other. */
  readonly scale: readonly NamedText[];
}

/** An answer in the learner's own words. Reported, without a score. */
export interface OpenQuestion extends QuestionBase {
  readonly type: 'open';
  /** Most characters (UTF-16 units) of an answer. */
  readonly limit: number;
}

/** Every question the runtime knows. A new type: one interface here, one file and one line in `questions/`. */
export type QuestionData =
  | SingleQuestion
  | MultipleQuestion
  | TrueFalseQuestion
  | FillInQuestion
  | NumericQuestion
  | BlanksQuestion
  | MatchingQuestion
  | OrderingQuestion
  | HotspotQuestion
  | LikertQuestion
  | OpenQuestion;
export type QuestionType = QuestionData['type'];
export type QuestionOf<T extends QuestionType> = Extract<QuestionData, { type: T }>;
