import type { QuizData } from './course-data.ts';
import { withRules } from './features.ts';
import type { AttemptState } from './learner-state.ts';

/** How many times as long an extended limit is (WCAG 2.2, success criterion 2.2.1). */
export const extension = 10;

/**
 * Milliseconds left for an attempt; null if it has no limit or the learner switched it off, 0 if it is over. By the wall
 * clock, so that time goes on while the course is closed; a clock that was set back gives the whole limit, not more.
 *
 * @param now wall clock, milliseconds since 1970
 */
export function timeLeft(quiz: QuizData, attempt: AttemptState, now: number): number | null {
  const { clock } = attempt;
  if (!withRules || quiz.time === undefined || clock === undefined || clock.limit === 'off') return null;
  const limit = quiz.time.minutes * 60_000 * (clock.limit === 'extended' ? extension : 1);
  return Math.min(limit, Math.max(0, clock.started * 1000 + limit - now));
}

/** Whether a learner must begin an attempt at this quiz, since its time starts then. */
export function awaitsBegin(quiz: QuizData, attempt: AttemptState | null): boolean {
  return (
    withRules && quiz.time !== undefined && (attempt === null || (!attempt.submitted && attempt.clock === undefined))
  );
}
