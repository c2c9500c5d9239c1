import type { CourseData, QuizData } from './course-data.ts';
import { withRules } from './features.ts';
import type { LearnerState, QuizState } from './learner-state.ts';

const minute = 60_000;

/** The minute of a moment as the state keeps it, rounded up, so that nobody waits less than the author asks. */
export function minuteOf(time: number): number {
  return Math.max(0, Math.ceil(time / minute));
}

/**
 * When the next attempt may begin, milliseconds since 1970; null if it may now. By the wall clock, so that the time
 * passes while the course is closed; a clock that was set back makes nobody wait longer than the quiz asks for.
 *
 * @param now wall clock, milliseconds since 1970
 */
export function retryAt(quiz: QuizData, entry: QuizState | undefined, now: number): number | null {
  if (!withRules || quiz.cooldown === undefined || entry?.submittedAt === undefined) return null;
  const wait = quiz.cooldown * minute;
  const at = Math.min(entry.submittedAt * minute + wait, minuteOf(now) * minute + wait);
  return at > now ? at : null;
}

/** The state at launch: a submission in the future, by a clock that was set back since, counts as made now. */
export function withoutFuture(course: CourseData, state: LearnerState, now: number): LearnerState {
  if (!withRules) return state;
  const latest = minuteOf(now);
  const quizzes = new Map(state.quizzes);
  for (const { id } of course.quizzes) {
    const entry = quizzes.get(id);
    if (entry?.submittedAt !== undefined && entry.submittedAt > latest)
      quizzes.set(id, { ...entry, submittedAt: latest });
  }
  return { ...state, quizzes };
}
