import { timeLeft } from '../../contract/attempt-clock.ts';
import type { CourseData } from '../../contract/course-data.ts';
import type { LearnerState } from '../../contract/learner-state.ts';

export interface TimeLimitSurroundings {
  readonly course: () => CourseData;
  readonly state: () => LearnerState;
  readonly readOnly: () => boolean;
  /** Wall clock, milliseconds since 1970. */
  readonly wall: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
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
export function createTimeLimits({ course, state, readOnly, wall, after, end }: TimeLimitSurroundings): () => void {
  let cancel = (): void => {};
  const look = (): void => {
    cancel();
    if (readOnly()) return;
    const now = wall();
    let next = Number.POSITIVE_INFINITY;
    for (const quiz of course().quizzes) {
      const attempt = state().quizzes.get(quiz.id)?.current;
      const left = attempt && !attempt.submitted ? timeLeft(quiz, attempt, now) : null;
      if (left === 0) end(quiz.id);
      else if (left !== null) next = Math.min(next, left);
    }
    if (next < Number.POSITIVE_INFINITY) cancel = after(Math.min(next, longestLook), look);
  };
  return look;
}
