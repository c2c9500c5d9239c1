import type { CourseData } from '../../contract/course-data.ts';
import { isEarned } from '../../contract/is-earned.ts';
import type { LearnerState } from '../../contract/learner-state.ts';

/**
 * Notes the day on which the good end of a course is reached, once. For courses that say it on a certificate.
 *
 * @param now milliseconds since 1970
 */
export function withEarnedDay(course: CourseData, state: LearnerState, now: number): LearnerState {
  if (!course.dated || state.earnedOn !== undefined || !isEarned(course, state.reported.status)) return state;
  const today = new Date(now);
  const earnedOn = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate()) / 86_400_000;
  return { ...state, earnedOn };
}
