import { countedScore, mayImprove } from './count-attempts.ts';
import type { CourseData, QuizData } from './course-data.ts';
import { withRules } from './features.ts';
import { fullCredit, type LearnerState, type ReportedResult, type ReportedStatus } from './learner-state.ts';
import { mergeReported } from './merge-states.ts';
import { isQuizPassed, isTestedOut } from './page-gates.ts';
import type { QuestionData } from './question-data.ts';

/** A full score, in hundredths of a percent, the unit of every score here. */
export const fullScore = 10_000;

/**
 * Points-weighted share of full credit of the questions asked; those without points (likert, open) have no part in it.
 * One without an entry, or not graded, counts as nothing; credit below nothing is taken off the others, but no score is
 * below nothing.
 * Computed in whole numbers (points and weights to a millionth), so the order of questions cannot move it; what is left
 * of a hundredth is cut off, so that no score reaches a pass mark or 100 % that its answers did not reach.
 */
export function quizScore(
  quiz: QuizData,
  credits: ReadonlyMap<string, number | null>,
  asked: readonly QuestionData[] = quiz.questions,
): number {
  return weightedShare(
    asked.map((question) => ({
      weight: question.points,
      value: credits.get(question.id) ?? 0,
      of: fullCredit,
    })),
  );
}

/** Weighted mean of what counts of the counted quizzes, cut off likewise; null before the first of them is submitted. */
export function courseScore(course: CourseData, state: LearnerState): number | null {
  const counted = countedQuizzes(course, state);
  const scoreOf = (quiz: QuizData): number | null => countedScore(quiz, state.quizzes.get(quiz.id));
  if (counted.every((quiz) => scoreOf(quiz) === null)) return null;
  return meanScore(counted, (quiz) => scoreOf(quiz) ?? 0);
}

/** Whether a score is at or above a mark in percent; marks count to a hundredth. */
export function reaches(score: number | null, mark: number): boolean {
  return (score ?? 0) >= Math.round(mark * 100);
}

/**
 * Status and score to report, by the course's rules, never below what was reported before. The good end needs the
 * completion rule, and for all but `completed-incomplete` the pass rule: the course's mark and every quiz of `mustPass`.
 * `failed`, where the pair has it, needs that no attempt left anywhere could still meet the pass rule.
 */
export function courseResult(course: CourseData, state: LearnerState): ReportedResult {
  const score = courseScore(course, state);
  return mergeReported({ status: courseStatus(course, state, score), score }, state.reported);
}

function courseStatus(course: CourseData, state: LearnerState, score: number | null): ReportedStatus {
  const { report } = course.rules;
  const good = report.startsWith('passed') ? 'passed' : 'completed';
  const needsPass = report !== 'completed-incomplete';
  const passes = (quiz: QuizData): boolean => isQuizPassed(course, state, quiz.id);
  const isPass = meetsPassRule(course, nothingLeft(course, state) ? fullScore : (score ?? 0), passes);
  if (isComplete(course, state) && (isPass || !needsPass)) return good;
  if (!report.endsWith('failed') || isPass) return 'incomplete';
  const hopes = (quiz: QuizData): boolean => passes(quiz) || !isUsedUp(quiz, state);
  const highest = meanScore(countedQuizzes(course, state), (quiz) =>
    isUsedUp(quiz, state) ? (countedScore(quiz, state.quizzes.get(quiz.id)) ?? 0) : fullScore,
  );
  return meetsPassRule(course, highest, hopes) ? 'incomplete' : 'failed';
}

/** All that counts is tested out and was not taken: there is nothing to measure, and so nothing to miss. */
export const nothingLeft = (course: CourseData, state: LearnerState): boolean =>
  withRules && countedQuizzes(course, state).length === 0;

function meetsPassRule(course: CourseData, score: number, passes: (quiz: QuizData) => boolean): boolean {
  const { pass, mustPass } = course.rules;
  const needed = course.quizzes.filter((quiz) => mustPass.includes(quiz.id));
  return (pass === null || reaches(score, pass)) && needed.every(passes);
}

/**
 * Lessons: every lesson page read. Quizzes: every counted one submitted, every one of `mustPass` passed. What another
 * quiz has tested out need not be done.
 */
function isComplete(course: CourseData, state: LearnerState): boolean {
  const { pages, quizzes, rules } = course;
  const isSpared = (page: string): boolean => isTestedOut(course, state, page);
  const lessons = pages.every((page) => page.kind !== 'lesson' || state.seen.has(page.id) || isSpared(page.id));
  const tests = quizzes.every((quiz) =>
    rules.mustPass.includes(quiz.id)
      ? isQuizPassed(course, state, quiz.id)
      : quiz.weight === 0 || isSubmitted(quiz, state) || isSpared(quiz.page),
  );
  return (lessons || rules.completion === 'quizzes') && (tests || rules.completion === 'lessons');
}

/** No submission left that could help. An open attempt counts as one left, whatever a new version's limit says. */
function isUsedUp(quiz: QuizData, state: LearnerState): boolean {
  const entry = state.quizzes.get(quiz.id);
  if (!mayImprove(quiz, entry)) return true;
  if (entry === undefined || quiz.attempts === 0 || entry.attempts < quiz.attempts) return false;
  return entry.current === null || entry.current.submitted;
}

const isSubmitted = (quiz: QuizData, state: LearnerState): boolean =>
  (state.quizzes.get(quiz.id)?.best ?? null) !== null;

/** Whether anything in the quiz is worth points: a survey has no score to show or to count. */
export function isScored(quiz: QuizData): boolean {
  return quiz.questions.length === 0 || quiz.questions.some((question) => question.points > 0);
}

/** A quiz on a page that is tested out counts only if the learner took it all the same. */
export function countedQuizzes(course: CourseData, state: LearnerState): QuizData[] {
  return course.quizzes.filter(
    (quiz) => quiz.weight > 0 && isScored(quiz) && (isSubmitted(quiz, state) || !isTestedOut(course, state, quiz.page)),
  );
}

function meanScore(quizzes: readonly QuizData[], scoreOf: (quiz: QuizData) => number): number {
  return weightedShare(quizzes.map((quiz) => ({ weight: quiz.weight, value: scoreOf(quiz), of: fullScore })));
}

function weightedShare(
  parts: readonly { readonly weight: number; readonly value: number; readonly of: number }[],
): number {
  let sum = 0n;
  let most = 0n;
  for (const { weight, value, of } of parts) {
    const millionths = BigInt(Math.round(weight * 1e6));
    sum += millionths * BigInt(value);
    most += millionths * BigInt(of);
  }
  return most === 0n || sum < 0n ? 0 : Number((sum * BigInt(fullScore)) / most);
}
