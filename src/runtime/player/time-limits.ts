import { timeLeft } from '../../contract/attempt-clock.ts';
import type { CourseData, QuizData } from '../../contract/course-data.ts';
import type { LearnerState } from '../../contract/learner-state.ts';

export interface TimeLimitSurroundings {
  readonly course: () => CourseData;
  readonly state: () => LearnerState;
  readonly readOnly: () => boolean;
  /** Wall clock, milliseconds since 1970. */
  readonly wall: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Runs this when all that the page still held has come in: what was typed in time counts. */
  readonly heard: (then: () => void) => void;
  /** The time of this quiz is over. */
  readonly end: (quiz: string) => void;
}

/** The clock is looked at this often at least: while the computer sleeps, timers do not run. Milliseconds. */
const longestLook = 30_000;

/**
 * Ends attempts whose time is over, wherever in the course the learner is, and those that ran out while it was closed.
 *
 * @returns to be called whenever an attempt may have begun or changed
 */
export function createTimeLimits(surroundings: TimeLimitSurroundings): () => void {
  const { course, state, readOnly, wall, after, heard, end } = surroundings;
  let cancel = (): void => {};
  let isEnding = false;
  const leftOf = (quiz: QuizData, now: number): number | null => {
    const attempt = state().quizzes.get(quiz.id)?.current;
    return attempt && !attempt.submitted ? timeLeft(quiz, attempt, now) : null;
  };
  const endAll = (): void => {
    isEnding = false;
    const now = wall();
    for (const quiz of course().quizzes) if (leftOf(quiz, now) === 0) end(quiz.id);
  };
  const look = (): void => {
    cancel();
    if (readOnly()) return;
    const now = wall();
    const left = course().quizzes.flatMap((quiz) => leftOf(quiz, now) ?? []);
    const running = left.filter((each) => each > 0);
    if (running.length > 0) cancel = after(Math.min(...running, longestLook), look);
    if (running.length === left.length || isEnding) return;
    isEnding = true;
    heard(endAll);
  };
  return look;
}
