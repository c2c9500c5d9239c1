import { awaitsBegin } from '../../contract/attempt-clock.ts';
import type { CourseData, QuizData } from '../../contract/course-data.ts';
import { newAttempt } from '../../contract/draw-questions.ts';
import type { AnswerState, AttemptClock, Confidence, LearnerState } from '../../contract/learner-state.ts';
import type { QuestionData } from '../../contract/question-data.ts';
import { type Answered, isAsked, isGraded, openAttempt, quizState, withAnswer, withAttempt } from './answer-quiz.ts';

/** A drawn quiz keeps its questions from the moment it is first shown, so that none can be had by looking again. */
export function holdDraw(course: CourseData, state: LearnerState, quiz: QuizData, seed: number): Answered | null {
  const entry = quizState(state, quiz);
  if (quiz.draw === undefined || quiz.time !== undefined || entry.current !== null) return null;
  return { state: withAttempt(course, state, quiz, entry, newAttempt(quiz, seed)), graded: [] };
}

/**
 * Starts the time of an attempt.
 *
 * @param now wall clock, milliseconds since 1970
 */
export function begin(
  course: CourseData,
  state: LearnerState,
  quiz: QuizData,
  seed: number,
  now: number,
): Answered | null {
  const entry = quizState(state, quiz);
  if (!awaitsBegin(quiz, entry.current)) return null;
  const clock: AttemptClock = { started: Math.floor(now / 1000), limit: 'on' };
  const attempt = { ...(entry.current ?? newAttempt(quiz, seed)), clock };
  return { state: withAttempt(course, state, quiz, entry, attempt), graded: [] };
}

/** More time, or no limit, where the author allows it; once for an attempt. */
export function adjustLimit(
  course: CourseData,
  state: LearnerState,
  quiz: QuizData,
  limit: 'extended' | 'off',
): Answered | null {
  const entry = quizState(state, quiz);
  const attempt = entry.current;
  if (attempt === null || attempt.submitted || attempt.clock?.limit !== 'on' || !quiz.time?.adjustable) return null;
  const next = { ...attempt, clock: { ...attempt.clock, limit } };
  return { state: withAttempt(course, state, quiz, entry, next), graded: [] };
}

/** Notes that the learner has seen the hint of a question that is still open. */
export function showHint(
  course: CourseData,
  state: LearnerState,
  quiz: QuizData,
  question: QuestionData,
  seed: number,
): Answered | null {
  return question.hint === undefined ? null : withNote(course, state, quiz, question, seed, { hinted: true });
}

/** Notes how sure the learner is of a question that is still open; the answer may come before or after. */
export function setConfidence(
  course: CourseData,
  state: LearnerState,
  quiz: QuizData,
  question: QuestionData,
  level: Confidence,
  seed: number,
): Answered | null {
  const isAskedFor = quiz.confidence && question.points > 0;
  return isAskedFor ? withNote(course, state, quiz, question, seed, { confidence: level }) : null;
}

/** With something beside the answer, while that can still be given. */
function withNote(
  course: CourseData,
  state: LearnerState,
  quiz: QuizData,
  question: QuestionData,
  seed: number,
  note: Pick<AnswerState, 'hinted' | 'confidence'>,
): Answered | null {
  const entry = quizState(state, quiz);
  const attempt = openAttempt(quiz, entry, seed);
  if (attempt === null || !isAsked(quiz, attempt, question) || isGraded(attempt, question)) return null;
  const answer = attempt.answers.get(question.id) ?? { response: null, credit: null };
  return {
    state: withAttempt(course, state, quiz, entry, withAnswer(attempt, question, { ...answer, ...note })),
    graded: [],
  };
}
