import type { CourseData, QuizData } from './course-data.ts';
import type { LearnerState } from './learner-state.ts';
import { isQuizPassed, isTestedOut } from './page-gates.ts';
import { courseScore, nothingLeft, reaches } from './scoring.ts';

/**
 * One thing that the good end of the course still waits for: a lesson to read, a quiz to hand in or to pass, or a higher
 * score of the course.
 */
export type OpenTask =
  | { readonly kind: 'read'; readonly page: string }
  | { readonly kind: 'submit' | 'pass'; readonly quiz: string }
  | { readonly kind: 'score' };

/**
 * What is still missing, in the order of the course; empty exactly when `courseResult` would give the good end afresh.
 * See docs/scoring.md for the rules.
 */
export function openTasks(course: CourseData, state: LearnerState): readonly OpenTask[] {
  const { completion, mustPass, pass, report } = course.rules;
  const needsPass = report !== 'completed-incomplete';
  const testsCount = completion !== 'lessons';
  const quizTasks = (quiz: QuizData): OpenTask[] => {
    if (mustPass.includes(quiz.id) && (testsCount || needsPass)) {
      return isQuizPassed(course, state, quiz.id) ? [] : [{ kind: 'pass', quiz: quiz.id }];
    }
    const isDone =
      !testsCount ||
      quiz.weight === 0 ||
      (state.quizzes.get(quiz.id)?.best ?? null) !== null ||
      isTestedOut(course, state, quiz.page);
    return isDone ? [] : [{ kind: 'submit', quiz: quiz.id }];
  };
  const tasks = course.pages.flatMap((page): OpenTask[] => {
    const isRead =
      page.kind !== 'lesson' ||
      completion === 'quizzes' ||
      state.seen.has(page.id) ||
      isTestedOut(course, state, page.id);
    const quizzes = course.quizzes.filter((quiz) => quiz.page === page.id);
    return [...(isRead ? [] : [{ kind: 'read' as const, page: page.id }]), ...quizzes.flatMap(quizTasks)];
  });
  const isScoreMet =
    !needsPass || pass === null || nothingLeft(course, state) || reaches(courseScore(course, state), pass);
  return isScoreMet ? tasks : [...tasks, { kind: 'score' }];
}
