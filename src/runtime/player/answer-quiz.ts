import { awaitsBegin } from '../../contract/attempt-clock.ts';
import { attemptScore } from '../../contract/attempt-score.ts';
import type { CourseData, QuizData } from '../../contract/course-data.ts';
import { creditFor } from '../../contract/credit-for.ts';
import { askedQuestions, newAttempt } from '../../contract/draw-questions.ts';
import { withRules } from '../../contract/features.ts';
import type { AnswerState, AttemptState, LearnerState, QuizState } from '../../contract/learner-state.ts';
import { nextShares } from '../../contract/objectives.ts';
import type { QuestionData } from '../../contract/question-data.ts';
import { handlerOf } from '../../contract/questions/index.ts';
import type { LearnerResponse } from '../../contract/response.ts';
import { courseResult } from '../../contract/scoring.ts';
import { heldResult, withSubmission } from '../../contract/submission.ts';
import { minuteOf, retryAt } from '../../contract/wait-for-retry.ts';

/** What happened: the new state, and the questions that were graded by it, to be reported. Null: nothing may change. */
export interface Answered {
  readonly state: LearnerState;
  readonly graded: readonly {
    readonly question: QuestionData;
    readonly response: LearnerResponse;
    readonly credit: number;
  }[];
}

const untouched: QuizState = { attempts: 0, best: null, passed: false, current: null };
export const quizState = (state: LearnerState, quiz: QuizData): QuizState => state.quizzes.get(quiz.id) ?? untouched;

/** Keeps what the learner chose, ungraded. A response that is null takes the answer back. */
export function draft(
  course: CourseData,
  state: LearnerState,
  quiz: QuizData,
  question: QuestionData,
  response: LearnerResponse | null,
  seed: number,
): Answered | null {
  const entry = quizState(state, quiz);
  const attempt = openAttempt(quiz, entry, seed);
  // Where a verdict was given in a version that gave one after each answer, the answer is open again.
  const isSettled = quiz.feedback === 'immediate' && attempt !== null && isGraded(attempt, question);
  if (attempt === null || !isAsked(quiz, attempt, question) || isSettled) return null;
  return {
    state: withAttempt(course, state, quiz, entry, withAnswer(attempt, question, { response, credit: null })),
    graded: [],
  };
}

/**
 * Grades one question on its own (`feedback: immediate`); the last one ends the attempt.
 *
 * @param now wall clock, milliseconds since 1970
 */
export function check(
  course: CourseData,
  state: LearnerState,
  quiz: QuizData,
  question: QuestionData,
  response: LearnerResponse,
  seed: number,
  now: number,
): Answered | null {
  const entry = quizState(state, quiz);
  const attempt = openAttempt(quiz, entry, seed);
  const logic = handlerOf(question);
  if (
    attempt === null ||
    quiz.feedback !== 'immediate' ||
    !isAsked(quiz, attempt, question) ||
    isGraded(attempt, question) ||
    !logic.isComplete(question, response)
  )
    return null;
  const credit = creditFor(quiz, question, response, isHinted(attempt, question));
  const next = withAnswer(attempt, question, { response, credit });
  const graded = [{ question, response, credit }];
  if (askedQuestions(quiz, next).every((each) => isGraded(next, each)))
    return { state: withSubmitted(course, state, quiz, entry, next, now), graded };
  return { state: withAttempt(course, state, quiz, entry, next), graded };
}

/** Grades all that is not graded yet and ends the attempt. Questions without an answer earn nothing. */
export function submit(course: CourseData, state: LearnerState, quiz: QuizData, now: number): Answered | null {
  const entry = quizState(state, quiz);
  const attempt = entry.current;
  if (attempt === null || attempt.submitted || awaitsBegin(quiz, attempt)) return null;
  const graded: Answered['graded'][number][] = [];
  let next = attempt;
  for (const question of askedQuestions(quiz, attempt)) {
    if (isGraded(next, question)) continue;
    const response = next.answers.get(question.id)?.response ?? null;
    const credit = response === null ? 0 : creditFor(quiz, question, response, isHinted(attempt, question));
    if (response !== null) graded.push({ question, response, credit });
    next = withAnswer(next, question, { response, credit });
  }
  return { state: withSubmitted(course, state, quiz, entry, next, now), graded };
}

/** Begins another attempt, once the wait between two is over. */
export function retry(
  course: CourseData,
  state: LearnerState,
  quiz: QuizData,
  seed: number,
  now: number,
): Answered | null {
  const entry = quizState(state, quiz);
  if (!canRetry(quiz, entry) || retryAt(quiz, entry, now) !== null) return null;
  return { state: withAttempt(course, state, quiz, entry, newAttempt(quiz, seed)), graded: [] };
}

/** May another attempt begin? Only after a submitted one, while some are left. */
export function canRetry(quiz: QuizData, entry: QuizState): boolean {
  return entry.current?.submitted === true && (quiz.attempts === 0 || entry.attempts < quiz.attempts);
}

/** Marks a page as read to its end. */
export function read(course: CourseData, state: LearnerState, page: string): LearnerState | null {
  if (state.seen.has(page) || !course.pages.some(({ id }) => id === page)) return null;
  return settled(course, { ...state, seen: new Set([...state.seen, page]) });
}

/** The state with its reportable result brought up to date, and numbered as the next. */
export function settled(course: CourseData, state: LearnerState): LearnerState {
  return { ...state, sequence: state.sequence + 1, reported: courseResult(course, state) };
}

/** The attempt to answer in; null where none is open, or a timed one has not been started. */
export function openAttempt(quiz: QuizData, entry: QuizState, seed: number): AttemptState | null {
  const attempt = entry.current ?? newAttempt(quiz, seed);
  return attempt.submitted || awaitsBegin(quiz, attempt) ? null : attempt;
}

export const isAsked = (quiz: QuizData, attempt: AttemptState, question: QuestionData): boolean =>
  askedQuestions(quiz, attempt).some(({ id }) => id === question.id);

export const isGraded = (attempt: AttemptState, question: QuestionData): boolean =>
  typeof attempt.answers.get(question.id)?.credit === 'number';

const isHinted = (attempt: AttemptState, question: QuestionData): boolean =>
  attempt.answers.get(question.id)?.hinted === true;

/** With this answer; that its hint was seen stays, and how sure the learner was. */
export const withAnswer = (attempt: AttemptState, question: QuestionData, answer: AnswerState): AttemptState => ({
  ...attempt,
  answers: new Map(attempt.answers).set(question.id, { ...attempt.answers.get(question.id), ...answer }),
});

export function withAttempt(
  course: CourseData,
  state: LearnerState,
  quiz: QuizData,
  entry: QuizState,
  current: AttemptState,
): LearnerState {
  return settled(course, { ...state, quizzes: new Map(state.quizzes).set(quiz.id, { ...entry, current }) });
}

function withSubmitted(
  course: CourseData,
  state: LearnerState,
  quiz: QuizData,
  entry: QuizState,
  attempt: AttemptState,
  now: number,
): LearnerState {
  const objectives = nextShares(course, quiz, entry, attempt);
  const done: QuizState = {
    ...withSubmission(quiz, entry, attemptScore(quiz, attempt)),
    ...(objectives === undefined ? {} : { objectives }),
    ...(!withRules || quiz.cooldown === undefined ? {} : { submittedAt: minuteOf(now) }),
    current: { ...attempt, submitted: true },
  };
  const reported = heldResult(course, state, quiz);
  return settled(course, { ...state, reported, quizzes: new Map(state.quizzes).set(quiz.id, done) });
}

/**
 * Ends attempts in which every question is graded already. One by one they would have been ended by the last check, but
 * a new version of the course may have taken the open questions out.
 */
export function endAnswered(course: CourseData, state: LearnerState, now: number): LearnerState {
  return course.quizzes.reduce((before, quiz) => {
    const current = before.quizzes.get(quiz.id)?.current;
    const asked = current && !current.submitted ? askedQuestions(quiz, current) : [];
    const isDone = current && asked.length > 0 && asked.every((question) => isGraded(current, question));
    return (isDone && submit(course, before, quiz, now)?.state) || before;
  }, state);
}
