import type { CourseData, QuizData } from '../../contract/course-data.ts';
import { emptyState, type LearnerState, type QuizState, type ReportedStatus } from '../../contract/learner-state.ts';
import { courseResult, fullScore, isScored } from '../../contract/scoring.ts';

/** A learner as a trainer may meet them in the gradebook. */
export type Situation = 'begun' | 'read' | 'below' | 'belowOnly' | 'out' | 'good' | 'goodOnly';

export interface GradebookRow {
  readonly situation: Situation;
  readonly status: ReportedStatus;
  readonly score: 'none' | 'below' | 'reached';
}

/** What this course reports in each situation that it can lead to, worked out by the code that will report it. */
export function gradebookRows(course: CourseData): readonly GradebookRow[] {
  const { quizzes, rules, pages } = course;
  const counted = quizzes.filter((quiz) => (quiz.weight > 0 && isScored(quiz)) || rules.mustPass.includes(quiz.id));
  const hasMark = rules.pass !== null || rules.mustPass.length > 0;
  const lessons = pages.some((page) => page.kind === 'lesson');
  const limited = counted.length > 0 && counted.some((quiz) => quiz.attempts > 0);
  const row = (situation: Situation, score: GradebookRow['score'], state: LearnerState): GradebookRow => ({
    situation,
    score,
    status: courseResult(course, state).status,
  });
  const rows = [row('begun', 'none', emptyState)];
  if (lessons && counted.length > 0)
    rows.push(
      row(
        'read',
        'none',
        done(course, () => null),
      ),
    );
  if (hasMark && counted.length > 0) {
    rows.push(
      row(
        limited ? 'below' : 'belowOnly',
        'below',
        done(course, (quiz) => result(quiz, 0, 0)),
      ),
    );
    if (limited)
      rows.push(
        row(
          'out',
          'below',
          done(course, (quiz) => result(quiz, 0, Math.max(1, quiz.attempts))),
        ),
      );
  }
  rows.push(
    row(
      hasMark ? 'good' : 'goodOnly',
      counted.length > 0 ? 'reached' : 'none',
      done(course, (quiz) => result(quiz, fullScore, 1)),
    ),
  );
  return rows;
}

/** Everything read, and each quiz as `stateOf` says. */
function done(course: CourseData, stateOf: (quiz: QuizData) => QuizState | null): LearnerState {
  const quizzes = course.quizzes.flatMap((quiz): [string, QuizState][] => {
    const state = stateOf(quiz);
    return state === null ? [] : [[quiz.id, state]];
  });
  return { ...emptyState, seen: new Set(course.pages.map((page) => page.id)), quizzes: new Map(quizzes) };
}

const result = (quiz: QuizData, best: number, attempts: number): QuizState => ({
  attempts,
  best,
  passed: quiz.pass !== null && best >= quiz.pass * 100,
  current: null,
});
