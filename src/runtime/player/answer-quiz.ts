import type { CourseData, QuizData } from '../../contract/course-data.ts';
import type { AnswerState, AttemptState, LearnerState, QuizState } from '../../contract/learner-state.ts';
import type { QuestionData } from '../../contract/question-data.ts';
import { handlerOf } from '../../contract/questions/index.ts';
import type { LearnerResponse } from '../../contract/response.ts';
import { courseResult, quizScore, reaches } from '../../contract/scoring.ts';

/** What happened: the new state, and the questions that were graded by it, to be reported. Null: nothing may change. */
export interface Answered {
  readonly state: LearnerState;
  readonly graded: readonly { readonly question: QuestionData; readonly response: LearnerResponse; readonly credit: number }[];
}

const untouched: QuizState = { attempts: 0, best: null, passed: false, current: null };
const quizState = (state: LearnerState, quiz: QuizData): QuizState => state.quizzes.get(quiz.id) ?? untouched;

/** Keeps what the learner chose, ungraded. A response that is null takes the answer back. */
export function draft(course: CourseData, state: LearnerState, quiz: QuizData, question: QuestionData, response: LearnerResponse | null, seed: number): Answered | null {
  const entry = quizState(state, quiz);
  const attempt = openAttempt(entry, seed);
  if (attempt === null || isGraded(attempt, question)) return null;
  return { state: withAttempt(course, state, quiz, entry, withAnswer(attempt, question, { response, credit: null })), graded: [] };
}

/** Grades one question on its own (`feedback: immediate`); the last one ends the attempt. */
export function check(course: CourseData, state: LearnerState, quiz: QuizData, question: QuestionData, response: LearnerResponse, seed: number): Answered | null {
  const entry = quizState(state, quiz);
  const attempt = openAttempt(entry, seed);
  const logic = handlerOf(question);
  if (attempt === null || quiz.feedback !== 'immediate' || isGraded(attempt, question) || !logic.isComplete(question, response)) return null;
  const credit = logic.grade(question, response);
  const next = withAnswer(attempt, question, { response, credit });
  const graded = [{ question, response, credit }];
  if (quiz.questions.every((each) => isGraded(next, each))) return { state: withSubmitted(course, state, quiz, entry, next), graded };
  return { state: withAttempt(course, state, quiz, entry, next), graded };
}

/** Grades all that is not graded yet and ends the attempt. Questions without an answer earn nothing. */
export function submit(course: CourseData, state: LearnerState, quiz: QuizData): Answered | null {
  const entry = quizState(state, quiz);
  const attempt = entry.current;
  if (attempt === null || attempt.submitted) return null;
  const graded: Answered['graded'][number][] = [];
  let next = attempt;
  for (const question of quiz.questions) {
    if (isGraded(next, question)) continue;
    const response = next.answers.get(question.id)?.response ?? null;
    const credit = response === null ? 0 : handlerOf(question).grade(question, response);
    if (response !== null) graded.push({ question, response, credit });
    next = withAnswer(next, question, { response, credit });
  }
  return { state: withSubmitted(course, state, quiz, entry, next), graded };
}

/** Begins another attempt. */
export function retry(course: CourseData, state: LearnerState, quiz: QuizData, seed: number): Answered | null {
  const entry = quizState(state, quiz);
  if (!canRetry(quiz, entry)) return null;
  return { state: withAttempt(course, state, quiz, entry, { submitted: false, seed, answers: new Map() }), graded: [] };
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

function openAttempt(entry: QuizState, seed: number): AttemptState | null {
  if (entry.current === null) return { submitted: false, seed, answers: new Map() };
  return entry.current.submitted ? null : entry.current;
}

const isGraded = (attempt: AttemptState, question: QuestionData): boolean => typeof attempt.answers.get(question.id)?.credit === 'number';

const withAnswer = (attempt: AttemptState, question: QuestionData, answer: AnswerState): AttemptState => ({
  ...attempt,
  answers: new Map(attempt.answers).set(question.id, answer),
});

function withAttempt(course: CourseData, state: LearnerState, quiz: QuizData, entry: QuizState, current: AttemptState): LearnerState {
  return settled(course, { ...state, quizzes: new Map(state.quizzes).set(quiz.id, { ...entry, current }) });
}

function withSubmitted(course: CourseData, state: LearnerState, quiz: QuizData, entry: QuizState, attempt: AttemptState): LearnerState {
  const credits = new Map([...attempt.answers].map(([id, answer]) => [id, answer.credit]));
  const score = quizScore(quiz, credits);
  const done: QuizState = {
    attempts: entry.attempts + 1,
    best: Math.max(entry.best ?? 0, score),
    passed: entry.passed || quiz.pass === null || reaches(score, quiz.pass),
    current: { ...attempt, submitted: true },
  };
  return settled(course, { ...state, quizzes: new Map(state.quizzes).set(quiz.id, done) });
}
