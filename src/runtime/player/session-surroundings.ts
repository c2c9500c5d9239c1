import type { QuizFocus } from '../../contract/frame-messages.ts';
import type { LmsPort } from '../lms/lms-port.ts';
import type { Journal } from './journal.ts';
import type { ProbeOutcome } from './save-loop.ts';
import type { TabGuard } from './tab-guard.ts';

/** Everything outside the session: LMS, storage, clocks, chance. Replaced in tests. */
export interface SessionSurroundings {
  readonly port: LmsPort;
  readonly journalFor: (learner: string) => Journal;
  readonly guard: TabGuard;
  readonly probe: () => Promise<ProbeOutcome>;
  /** Monotonic, milliseconds. */
  readonly now: () => number;
  /** Wall clock, milliseconds since 1970. */
  readonly wall: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** A whole number, 1 … most. */
  readonly random: (most: number) => number;
  /**
   * Runs this when all that the page in the frame still held has come in, such as a word being typed; at once if no page
   * is shown.
   */
  readonly heard: (then: () => void) => void;
  /** The model or a quiz changed. */
  readonly changed: (change: SessionChange) => void;
}

export type SessionChange =
  | { readonly kind: 'model' }
  | { readonly kind: 'quiz'; readonly quiz: string; readonly focus: QuizFocus };
