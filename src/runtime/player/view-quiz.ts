import { awaitsBegin, timeLeft } from '../../contract/attempt-clock.ts';
import { attemptScore } from '../../contract/attempt-score.ts';
import { countedScore } from '../../contract/count-attempts.ts';
import type { QuizData } from '../../contract/course-data.ts';
import { askedQuestions, drawQuestions } from '../../contract/draw-questions.ts';
import { withRules } from '../../contract/features.ts';
import type { HintView, QuestionView, QuizView, ResultView, TimeView } from '../../contract/frame-messages.ts';
import {
  type AnswerState,
  type AttemptState,
  fullCredit,
  type LearnerState,
  type QuizState,
} from '../../contract/learner-state.ts';
import type { QuestionData } from '../../contract/question-data.ts';
import { handlerOf } from '../../contract/questions/index.ts';
import type { LearnerResponse } from '../../contract/response.ts';
import { seededOrder } from '../../contract/seeded-order.ts';
import { retryAt } from '../../contract/wait-for-retry.ts';
import { canRetry } from './answer-quiz.ts';

/**
 * What the page may show of a quiz now: the learner's answers, and of the key only what is revealed.
 *
 * @param firstSeed draws and orders an attempt that has not begun
 * @param now wall clock, milliseconds since 1970
 */
export function viewQuiz(
  quiz: QuizData,
  state: LearnerState,
  readOnly: boolean,
  firstSeed: number,
  now: number,
): QuizView {
  const entry = state.quizzes.get(quiz.id);
  const attempt = entry?.current ?? null;
  const submitted = attempt?.submitted === true;
  const seed = attempt?.seed ?? firstSeed;
  const used = entry?.attempts ?? 0;
  const mustBegin = !readOnly && awaitsBegin(quiz, attempt);
  const asked = mustBegin ? [] : attempt === null ? drawQuestions(quiz, firstSeed) : askedQuestions(quiz, attempt);
  const byId = new Map(asked.map((question) => [question.id, question]));
  const order = quiz.shuffle.questions ? seededOrder([...byId.keys()], seed) : [...byId.keys()];
  return {
    id: quiz.id,
    phase: submitted ? 'submitted' : 'open',
    feedback: quiz.feedback,
    readOnly,
    attempt: submitted ? used : used + 1,
    attemptsLeft: quiz.attempts === 0 ? null : Math.max(0, quiz.attempts - used),
    counts: quiz.counts ?? 'best',
    canRetry: !readOnly && entry !== undefined && canRetry(quiz, entry),
    retryAt: retryAt(quiz, entry, now),
    time: readOnly || submitted ? null : viewTime(quiz, attempt, now),
    questions: order.flatMap((id) => {
      const question = byId.get(id);
      return question === undefined ? [] : [viewQuestion(quiz, question, entry, seed)];
    }),
    result: submitted && entry !== undefined ? viewResult(quiz, entry) : null,
  };
}

function viewTime(quiz: QuizData, attempt: AttemptState | null, now: number): TimeView | null {
  if (!withRules || quiz.time === undefined) return null;
  const { adjustable } = quiz.time;
  if (attempt === null || awaitsBegin(quiz, attempt)) return { phase: 'waiting', left: null, adjustable };
  return {
    phase: 'running',
    left: timeLeft(quiz, attempt, now),
    adjustable: adjustable && attempt.clock?.limit === 'on',
  };
}

function viewQuestion(
  quiz: QuizData,
  question: QuestionData,
  entry: QuizState | undefined,
  seed: number,
): QuestionView {
  const attempt = entry?.current ?? null;
  const answer = attempt?.answers.get(question.id);
  const credit = answer?.credit ?? null;
  const atEnd = quiz.feedback === 'end' || quiz.feedback === 'verdict';
  const judged = credit !== null && (quiz.feedback === 'immediate' || (attempt?.submitted === true && atEnd));
  // `verdict` says how the question went, and nothing of its parts.
  const explained = judged && quiz.feedback !== 'verdict';
  const revealed = explained && isRevealed(quiz, entry);
  const logic = handlerOf(question);
  const response = answer?.response ?? null;
  const parts = explained ? logic.parts(question, response).filter((part) => revealed || part.answered) : [];
  return {
    id: question.id,
    response,
    order: logic.order(question, quiz.shuffle.choices, seed),
    verdict: judged ? verdictOf(question, response, credit) : null,
    options: Object.fromEntries(
      parts.map((part) => [
        part.id,
        {
          // Whether one's own choice was right is part of the verdict; of the others only when revealed.
          correct: part.correct,
          feedback: part.answered ? (part.feedback ?? null) : null,
          answer: revealed ? (part.answer ?? null) : null,
        },
      ]),
    ),
    explanation: explained ? (question.explanation ?? null) : null,
    hint: viewHint(quiz, question, answer),
    confidence: answer?.confidence ?? null,
  };
}

/** By the answer alone: what a hint has cost makes a right answer no less right. */
function verdictOf(question: QuestionData, response: LearnerResponse | null, credit: number): QuestionView['verdict'] {
  if (question.points === 0) return 'noted';
  const grade = response === null ? credit : handlerOf(question).grade(question, response);
  return grade === fullCredit ? 'right' : grade === 0 ? 'wrong' : 'partly';
}

/** Once the question is graded, a hint that nobody asked for is gone. */
function viewHint(quiz: QuizData, question: QuestionData, answer: AnswerState | undefined): HintView | null {
  const isSeen = answer?.hinted === true;
  if (!withRules || question.hint === undefined || (!isSeen && typeof answer?.credit === 'number')) return null;
  return { text: isSeen ? question.hint : null, cost: quiz.hintCost ?? 0 };
}

function isRevealed(quiz: QuizData, entry: QuizState | undefined): boolean {
  if (quiz.reveal === 'never' || entry?.current?.submitted !== true) return false;
  return (
    quiz.reveal === 'attempt' ||
    (entry.passed && quiz.pass !== null) ||
    !canRetry(quiz, entry) ||
    isFullyRight(quiz, entry)
  );
}

const isFullyRight = (quiz: QuizData, entry: QuizState): boolean =>
  scoredOf(quiz, entry).every((question) => isRight(question, entry));

function isRight(question: QuestionData, { current }: QuizState): boolean {
  const answer = current?.answers.get(question.id);
  return typeof answer?.credit === 'number' && verdictOf(question, answer.response, answer.credit) === 'right';
}

/** Of the questions asked, those that have a score. */
const scoredOf = (quiz: QuizData, { current }: QuizState): readonly QuestionData[] =>
  (current === null ? quiz.questions : askedQuestions(quiz, current)).filter((question) => question.points > 0);

function viewResult(quiz: QuizData, entry: QuizState): ResultView {
  const { current, attempts, best } = entry;
  const own = current === null ? 0 : attemptScore(quiz, current);
  // A new version may have changed what the attempt is measured by: it keeps its score, as far as that is known.
  const score = best === null ? own : attempts === 1 ? best : Math.min(own, best);
  const scored = scoredOf(quiz, entry);
  return {
    score,
    best: countedScore(quiz, entry) ?? score,
    passed: quiz.pass === null ? null : entry.passed,
    pass: quiz.pass,
    right: scored.filter((question) => isRight(question, entry)).length,
    of: scored.length,
  };
}
