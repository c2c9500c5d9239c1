import type { Interaction } from '../../contract/interaction.ts';
import type { ReportedStatus } from '../../contract/learner-state.ts';

/**
 * What the player asks of a learning platform, whatever its standard. One adapter a standard, each made by a function
 * that takes the window; the player, lessons and quizzes never see `cmi.*` or xAPI.
 * Nothing here throws: what an LMS does wrong comes back as data.
 */
export interface LmsPort {
  /** Finds the API and opens the session, once. Resolves to null when there is none in time; may be asked again. */
  start(): Promise<LmsStart | null>;
  /**
   * Writes what is known now and asks the LMS to store it. All unsaved elements go again after a failure.
   * Even `stored` is only what the LMS says, which the caller may doubt.
   */
  record(progress: Progress): Outcome | Promise<Outcome>;
  /** What was recorded so far can be believed (`trust`), or not since it last could (`doubt`): then it goes again. */
  trust(): void;
  doubt(): void;
  /** Queues one submitted answer; it goes to the LMS with the next `record`. */
  answer(interaction: Interaction): void;
  /** Answers still queued: the latest ones. */
  readonly waiting: number;
  /**
   * Last `record` and the end of the session, synchronously as far as the standard allows; never twice.
   */
  finish(progress: Progress): Outcome;
}

/**
 * What an LMS said of a commit. `unsure`: neither yes nor no, such as "false" with error 0 (which in some LMSs means
 * success) or null (Cornerstone while the page is left).
 */
export type Outcome = 'stored' | 'unsure' | 'refused';

export interface LmsStart {
  /** The state string the LMS kept, "" if none. Hostile until decoded. */
  readonly resume: string;
  readonly mode: 'normal' | 'browse' | 'review';
  readonly credit: boolean;
  readonly learner: { readonly id: string; readonly name: string };
  /** The LMS says in so many words that this attempt has only begun. */
  readonly isNew: boolean;
  /** What the LMS believes: hints, see lms rules of the session 1. */
  readonly status: ReportedStatus | null;
  /** Hundredths of a percent. */
  readonly score: number | null;
  /** Percent the LMS asks for, null if it does not say. */
  readonly mastery: number | null;
}

export interface Progress {
  readonly state: string;
  /** Page id, also kept in the state; some LMSs show it. */
  readonly location: string;
  readonly status: ReportedStatus;
  /** Hundredths of a percent; null writes no score. */
  readonly score: number | null;
  /** Those that have a result, in the author's order. */
  readonly objectives?: readonly ObjectiveProgress[];
  /** Milliseconds of this session, monotonic. */
  readonly sessionTime: number;
}

export interface ObjectiveProgress {
  readonly id: string;
  /** Hundredths of a percent. */
  readonly score: number;
  readonly status: 'passed' | 'completed' | 'incomplete';
  /** A score lower than the LMS has is right: not the best attempt counts. */
  readonly mayFall: boolean;
}
