import { attemptScore } from './attempt-score.ts';
import { countedScore, mostAttempts } from './count-attempts.ts';
import type { CourseData, ObjectiveData, QuizData } from './course-data.ts';
import { askedQuestions } from './draw-questions.ts';
import { withRules } from './features.ts';
import type { AttemptState, LearnerState, ObjectiveTally, QuizState } from './learner-state.ts';
import { isSplit, ownQuestions, pointsOf, splitObjectives } from './objective-questions.ts';
import { countedQuizzes, reaches } from './scoring.ts';

/** What a learner has reached in one objective of the course. */
export interface ObjectiveResult {
  readonly id: string;
  readonly title: string;
  /** Hundredths of a percent, 0–10,000, cut off, not rounded; null before one of its quizzes is submitted. */
  readonly score: number | null;
  /** Hundredths of a percent needed; null where the objective has no mark. */
  readonly pass: number | null;
  /** `passed`: the mark is reached. Without a mark `completed`, once all its quizzes are submitted. Else `incomplete`. */
  readonly status: 'passed' | 'completed' | 'incomplete';
}

/**
 * The result of each objective, in the author's order; none in a course without objectives. For the LMS
 * (`cmi.objectives`), and for all that shows learners how they did.
 *
 * An objective is measured by questions: those of a module, or those with a tag. Of each quiz that counts, the attempt
 * that counts (best, last, first, or the average of all) gives the points-weighted share of full credit of its questions
 * there; quizzes weigh as in the course score, by the part of their points that belongs to the objective. A quiz not
 * submitted yet counts as nothing, as in the course score; one that is tested out, or whose counted attempt drew none of
 * the objective's questions, has no part in it.
 */
export function scoreByObjective(course: CourseData, state: LearnerState): readonly ObjectiveResult[] {
  if (!withRules) return [];
  const counted = countedQuizzes(course, state);
  return (course.objectives ?? []).map((objective) => {
    const quizzes = counted.filter((quiz) => pointsOf(ownQuestions(objective, quiz)) > 0n);
    const submitted = quizzes.filter((quiz) => (state.quizzes.get(quiz.id)?.best ?? null) !== null);
    const score = submitted.length === 0 ? null : meanShare(objective, quizzes, state);
    const { id, title, pass } = objective;
    const isPassed = pass !== null && reaches(score, pass) && score !== null;
    const isCompleted = pass === null && submitted.length > 0 && submitted.length === quizzes.length;
    return {
      ...{ id, title, score },
      pass: pass === null ? null : Math.round(pass * 100),
      status: isPassed ? 'passed' : isCompleted ? 'completed' : 'incomplete',
    };
  });
}

/** Ids of the objectives that a question belongs to, in the author's order. */
export function objectivesOf(course: CourseData, quiz: string, question: string): readonly string[] {
  return (course.objectives ?? []).flatMap(({ id, quizzes }) =>
    quizzes.some((share) => share.quiz === quiz && (share.questions?.includes(question) ?? true)) ? [id] : [],
  );
}

/**
 * What the state keeps of a quiz, by objective, after one more submission: the shares that count, of the objectives to
 * which only some of its questions belong. Of the others the score of the quiz says all.
 *
 * @param entry the quiz before the submission
 * @param attempt what is submitted, graded
 */
export function nextShares(
  course: CourseData,
  quiz: QuizData,
  entry: QuizState,
  attempt: AttemptState,
): QuizState['objectives'] {
  if (!withRules) return undefined;
  const isFirst = entry.best === null;
  const isBetter = isFirst || attemptScore(quiz, attempt) > (entry.best ?? 0);
  const replaces = quiz.counts === 'last' || isFirst || (quiz.counts === undefined && isBetter);
  const shares = splitObjectives(course, quiz).map((objective): [string, ObjectiveTally] => {
    const own = shareIn(objective, quiz, attempt);
    const before = entry.objectives?.get(objective.id);
    if (replaces || before === undefined) return [objective.id, own];
    if (quiz.counts !== 'average' || before.of >= mostAttempts(quiz)) return [objective.id, before];
    return [objective.id, { sum: before.sum + own.sum, of: before.of + own.of }];
  });
  return shares.length === 0 ? undefined : new Map(shares);
}

/** Whether what is reported of an objective may fall with a further attempt. */
export function mayObjectiveFall(course: CourseData, id: string): boolean {
  const own = course.objectives?.find((objective) => objective.id === id)?.quizzes ?? [];
  return course.quizzes.some(
    (quiz) =>
      quiz.weight > 0 &&
      own.some((share) => share.quiz === quiz.id) &&
      // The best attempt at a quiz may be a lesser one in an objective that has only some of its questions.
      (quiz.counts === 'last' || quiz.counts === 'average' || own.some(({ questions }) => questions !== undefined)),
  );
}

/** Weighted mean of the shares, in hundredths of a percent, computed over one denominator; null if there are none. */
function meanShare(objective: ObjectiveData, quizzes: readonly QuizData[], state: LearnerState): number | null {
  const parts = quizzes.flatMap((quiz) => {
    const { sum, of } = countedShare(objective, quiz, state.quizzes.get(quiz.id));
    const weight = BigInt(Math.round(quiz.weight * 1e6)) * pointsOf(ownQuestions(objective, quiz));
    const all = pointsOf(quiz.questions);
    return of === 0 ? [] : [{ weight, all, sum: BigInt(sum), of: BigInt(of) }];
  });
  const common = parts.reduce((product, { all, of }) => product * all * of, 1n);
  const got = parts.reduce((total, { weight, all, sum, of }) => total + weight * sum * (common / (all * of)), 0n);
  const most = parts.reduce((total, { weight, all }) => total + weight * (common / all), 0n);
  return most === 0n ? null : Number(got / most);
}

/** The share of the attempts that count. Where the state keeps none, as from before the objective was there, the nearest known. */
function countedShare(objective: ObjectiveData, quiz: QuizData, entry: QuizState | undefined): ObjectiveTally {
  const whole = { sum: countedScore(quiz, entry) ?? 0, of: 1 };
  if (!isSplit(objective, quiz) || entry === undefined || entry.best === null) return whole;
  const last = entry.current?.submitted === true ? shareIn(objective, quiz, entry.current) : whole;
  return entry.objectives?.get(objective.id) ?? last;
}

/** The share of full credit in one attempt; of none where it asked nothing of the objective. */
function shareIn(objective: ObjectiveData, quiz: QuizData, attempt: AttemptState): ObjectiveTally {
  const own = new Set(ownQuestions(objective, quiz));
  const asked = askedQuestions(quiz, attempt).filter((question) => own.has(question));
  return pointsOf(asked) === 0n ? { sum: 0, of: 0 } : { sum: attemptScore(quiz, attempt, asked), of: 1 };
}
