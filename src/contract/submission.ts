import { countedScore, mayFall, nextTally } from './count-attempts.ts';
import type { CourseData, QuizData } from './course-data.ts';
import type { LearnerState, QuizState, ReportedResult } from './learner-state.ts';
import { mergeReported } from './merge-states.ts';
import { courseScore, reaches } from './scoring.ts';

/** A quiz after one more submission with this score, hundredths of a percent. */
export function withSubmission(quiz: QuizData, entry: QuizState, score: number): QuizState {
  const { tally: _old, objectives: _shares, ...rest } = entry;
  const tally = nextTally(quiz, entry, score);
  const next: QuizState = {
    ...rest,
    attempts: entry.attempts + 1,
    best: Math.max(entry.best ?? 0, score),
    ...(tally === undefined ? {} : { tally }),
  };
  return { ...next, passed: entry.passed || reaches(countedScore(quiz, next), quiz.pass ?? 0) };
}

/**
 * The result reported so far, as far as it holds when this quiz is submitted again. A score that may fall goes if it was
 * this state's own, to be computed anew; one that the LMS remembered beyond this state stays, as does every status.
 */
export function heldResult(course: CourseData, before: LearnerState, quiz: QuizData): ReportedResult {
  const { reported } = before;
  const isOwn = mayFall(quiz) && courseScore(course, before) === reported.score;
  return isOwn ? { ...reported, score: null } : reported;
}

/** What counts as reported at launch: the better of state and LMS; but a score that may fall is the state's, if it has one. */
export function reportedAtLaunch(course: CourseData, state: LearnerState, lms: ReportedResult): ReportedResult {
  const merged = mergeReported(state.reported, lms);
  const own = course.quizzes.some((quiz) => quiz.weight > 0 && mayFall(quiz)) ? courseScore(course, state) : null;
  return own === null ? merged : { ...merged, score: own };
}
