/**
 * One submitted answer in no standard's encoding: each LMS adapter writes it its own way.
 * Options are named by index into `options` where a standard wants single characters, by id elsewhere.
 */
export interface Interaction {
  /** `<quiz>_<question>`, legal in every standard: `[A-Za-z0-9_-]`, ≤ 250 characters. */
  readonly id: string;
  readonly quiz: string;
  readonly question: string;
  /** The question's text, plain; undefined, like all texts here, where the standard has no place for it. */
  readonly prompt: string | undefined;
  readonly body: InteractionBody;
  /** `neutral`: the question has no score. */
  readonly result: 'correct' | 'incorrect' | 'neutral';
  readonly weighting: number;
  /** Ids of the course's objectives that the question belongs to. */
  readonly objectives?: readonly string[];
  /** Milliseconds from the question's appearance to the answer; null if not known. */
  readonly latency: number | null;
  /** Wall clock of the answer, milliseconds since 1970. */
  readonly time: number;
}

export type InteractionBody =
  | {
      readonly kind: 'choice';
      readonly options: readonly InteractionText[];
      readonly chosen: readonly number[];
      readonly correct: readonly number[];
    }
  | { readonly kind: 'true-false'; readonly chosen: boolean; readonly correct: boolean }
  | { readonly kind: 'fill-in'; readonly given: string; readonly correct: readonly string[] }
  /** Decimal text. `given` is null where no number was typed; an accepted range may have no one number that is right. */
  | {
      readonly kind: 'numeric';
      readonly given: string | null;
      readonly correct: readonly { readonly least: string; readonly most: string; readonly exact: string | null }[];
    }
  /** By blank: what was given, empty for nothing, and every text that is right. */
  | { readonly kind: 'blanks'; readonly given: readonly string[]; readonly correct: readonly (readonly string[])[] }
  | {
      readonly kind: 'matching';
      readonly items: readonly InteractionText[];
      readonly answers: readonly InteractionText[];
      /** Pairs of indices into both. */
      readonly chosen: readonly (readonly [item: number, answer: number])[];
      readonly correct: readonly (readonly [item: number, answer: number])[];
    }
  /** Items in the right order; `chosen` is the learner's, as indices. */
  | { readonly kind: 'sequencing'; readonly items: readonly InteractionText[]; readonly chosen: readonly number[] }
  | { readonly kind: 'likert'; readonly scale: readonly InteractionText[]; readonly chosen: number }
  | { readonly kind: 'open'; readonly text: string };

/** A question that is reported as several interactions, since no standard has one for all of its parts. */
export interface InteractionParts {
  readonly kind: 'parts';
  readonly parts: readonly {
    /** Goes behind the question's id. */
    readonly id: string;
    /** Its own text, plain; goes behind the question's prompt. */
    readonly text?: string | undefined;
    readonly body: InteractionBody;
  }[];
}

export interface InteractionText {
  readonly id: string;
  readonly text?: string | undefined;
}
