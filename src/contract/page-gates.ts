import type { CourseData, GateData, PageData } from './course-data.ts';
import { withRules } from './features.ts';
import type { LearnerState } from './learner-state.ts';

/**
 * A lesson is done when it was read to its end and its quizzes are submitted; a quiz page when it is submitted; any page
 * when a quiz that tests it out is passed.
 */
export function isPageDone(course: CourseData, state: LearnerState, page: PageData): boolean {
  if (isTestedOut(course, state, page.id)) return true;
  const isRead = page.kind === 'quiz' || state.seen.has(page.id);
  return isRead && page.quizzes.every((id) => (state.quizzes.get(id)?.best ?? null) !== null);
}

/** Whether the learner has passed a quiz that stands for this page. */
export function isTestedOut(course: CourseData, state: LearnerState, page: string): boolean {
  return (
    withRules && course.quizzes.some((quiz) => quiz.testsOut?.includes(page) && isQuizPassed(course, state, quiz.id))
  );
}

/** A quiz without a pass mark is passed once it is submitted. */
export function isQuizPassed(course: CourseData, state: LearnerState, id: string): boolean {
  const entry = state.quizzes.get(id);
  const quiz = course.quizzes.find((each) => each.id === id);
  return entry !== undefined && (entry.passed || (quiz?.pass === null && entry.best !== null));
}

/** What a page waits for; null if it is open. What the learner has done stays open, whatever a later version asks. */
export function lockOf(course: CourseData, state: LearnerState, page: PageData): GateData | null {
  const { opens } = page;
  if (!withRules || opens === undefined || isPageDone(course, state, page) || isBegun(state, page)) return null;
  if ('passed' in opens) {
    const isThere = course.quizzes.some(({ id }) => id === opens.passed);
    return !isThere || isQuizPassed(course, state, opens.passed) ? null : opens;
  }
  const before = course.pages.find(({ id }) => id === opens.after);
  return before === undefined || isPageDone(course, state, before) ? null : opens;
}

/** Whoever has answered something on a page, before it was locked by a later version, may finish there. */
function isBegun(state: LearnerState, page: PageData): boolean {
  return state.seen.has(page.id) || page.quizzes.some((id) => state.quizzes.has(id));
}
