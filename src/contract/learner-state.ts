import type { LearnerResponse } from './response.ts';

/**
 * What one learner did in one course: the record the LMS keeps for us, the only truth the runtime trusts.
 * Results only grow (`mergeStates`); the place is simply the latest.
 */
export interface LearnerState {
  /** +1 with every change; the larger of two states of one learner is the newer. */
  readonly sequence: number;
  /**
   * Made at the first launch of an attempt, 1 … 2²⁴−1; 0 before. Tells a new attempt that the LMS began from an old one
   * that this browser's journal still holds.
   */
  readonly registration: number;
  readonly place: Place | null;
  /** Ids of pages read to the end. */
  readonly seen: ReadonlySet<string>;
  /** By quiz id; a quiz never touched has no entry. */
  readonly quizzes: ReadonlyMap<string, QuizState>;
  /** The best that was ever reported; never lowered. */
  readonly reported: ReportedResult;
  /** When the good end was first reached (`isEarned`), days since 1970 in the learner's calendar; only where the course is `dated`. */
  readonly earnedOn?: number;
  /** What was played of films that are to be watched, by `filmId`: a bit for each part (`films.ts`). Absent: nothing. */
  readonly watched?: ReadonlyMap<string, number>;
}

export interface Place {
  readonly page: string;
  /** How far down the page, 0…1, in steps of 1/255. */
  readonly fraction: number;
}

export interface ReportedResult {
  readonly status: ReportedStatus;
  /** Hundredths of a percent, 0–10,000; null before the first counted result. */
  readonly score: number | null;
}
/** From low to high; `failed` is above `incomplete` because it is a submitted result, below `completed`. */
export type ReportedStatus = 'incomplete' | 'failed' | 'completed' | 'passed';

export interface QuizState {
  /** Submitted attempts. */
  readonly attempts: number;
  /** Best submitted score, hundredths of a percent, 0–10,000; null before the first submission. */
  readonly best: number | null;
  /** Once true, always true, even if the pass mark rises in a later version of the course. */
  readonly passed: boolean;
  /** What counts where not the best attempt does. */
  readonly tally?: Tally;
  /** By objective, where only some of the quiz's questions belong to it: what the attempts that count have reached. */
  readonly objectives?: ReadonlyMap<string, ObjectiveTally>;
  /** When the last attempt was submitted, minutes since 1970, rounded up; only where the quiz makes learners wait. */
  readonly submittedAt?: number;
  /** The attempt under way, or the last submitted one, kept for review. */
  readonly current: AttemptState | null;
}

/** The first score, the last one, or the sum of all, in hundredths of a percent. */
export interface Tally {
  readonly counts: 'first' | 'last' | 'average';
  readonly value: number;
}

/** Scores in hundredths of a percent, summed, and of how many attempts: 0 if none of them asked anything of the objective. */
export interface ObjectiveTally {
  readonly sum: number;
  readonly of: number;
}

export interface AttemptState {
  readonly submitted: boolean;
  /** Draws questions, orders them and their choices, 0–65,535; 0 where nothing is drawn or shuffled. */
  readonly seed: number;
  /** Only in a quiz with a time limit. */
  readonly clock?: AttemptClock;
  /** By question id. Holds every question that was drawn or touched. */
  readonly answers: ReadonlyMap<string, AnswerState>;
}

export interface AttemptClock {
  /** Seconds since 1970. */
  readonly started: number;
  /** `off`: the learner switched the limit off; `extended`: has ten times as long. */
  readonly limit: 'on' | 'extended' | 'off';
}

export interface AnswerState {
  /** null: drawn but not answered, or answered before the question's options were changed by a new version. */
  readonly response: LearnerResponse | null;
  /** Credit in 1/2520 (all of 1/1 … 1/10 are whole); null until the answer is graded. */
  readonly credit: number | null;
  /** The learner has seen the hint. */
  readonly hinted?: true;
  /** How sure the learner was; only where the quiz asks. */
  readonly confidence?: Confidence;
}

/** From "a guess" to "certain". */
export type Confidence = 1 | 2 | 3;

/** Full credit for a question. 2520 is the least common multiple of 1 … 10, so that shares add up exactly. */
export const fullCredit = 2520;

export const emptyState: LearnerState = {
  sequence: 0,
  registration: 0,
  place: null,
  seen: new Set(),
  quizzes: new Map(),
  reported: { status: 'incomplete', score: null },
};
