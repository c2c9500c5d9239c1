import type { QuizData } from '../../contract/course-data.ts';
import type { QuestionView, QuizView, ResultView } from '../../contract/frame-messages.ts';
import { fullCredit, type LearnerState, type QuizState } from '../../contract/learner-state.ts';
import type { QuestionData } from '../../contract/question-data.ts';
import { handlerOf } from '../../contract/questions/index.ts';
import { quizScore } from '../../contract/scoring.ts';
import { seededOrder } from '../../contract/seeded-order.ts';
import { canRetry } from './answer-quiz.ts';

/** What the page may show of a quiz now: the learner's answers, and of the key only what is revealed. */
export function viewQuiz(quiz: QuizData, state: LearnerState, readOnly: boolean): QuizView {
  const entry = state.quizzes.get(quiz.id);
  const attempt = entry?.current ?? null;
  const submitted = attempt?.submitted === true;
  const seed = attempt?.seed ?? 0;
  const used = entry?.attempts ?? 0;
  const byId = new Map(quiz.questions.map((question) => [question.id, question]));
  const order = quiz.shuffle.questions ? seededOrder([...byId.keys()], seed) : [...byId.keys()];
  return {
    id: quiz.id,
    phase: submitted ? 'submitted' : 'open',
    feedback: quiz.feedback,
    readOnly,
    attempt: submitted ? used : used + 1,
    attemptsLeft: quiz.attempts === 0 ? null : Math.max(0, quiz.attempts - used),
    canRetry: !readOnly && entry !== undefined && canRetry(quiz, entry),
    questions: order.flatMap((id) => {
      const question = byId.get(id);
      return question === undefined ? [] : [viewQuestion(quiz, question, entry, seed)];
    }),
    result: submitted && entry !== undefined ? viewResult(quiz, entry) : null,
  };
}

function viewQuestion(quiz: QuizData, question: QuestionData, entry: QuizState | undefined, seed: number): QuestionView {
  const attempt = entry?.current ?? null;
  const answer = attempt?.answers.get(question.id);
  const credit = answer?.credit ?? null;
  const judged = credit !== null && (quiz.feedback === 'immediate' || (attempt?.submitted === true && quiz.feedback === 'end'));
  const revealed = judged && isRevealed(quiz, entry);
  const { options, ids, chosen } = optionsOf(question, answer?.response ?? null);
  return {
    id: question.id,
    response: answer?.response ?? null,
    order: quiz.shuffle.choices ? seededOrder(ids, seed) : [],
    verdict: !judged ? null : credit === fullCredit ? 'right' : credit === 0 ? 'wrong' : 'partly',
    options: judged
      ? Object.fromEntries(
          options
            .filter(({ id }) => revealed || chosen.has(id))
            .map((option) => [
              option.id,
              {
                // Whether one's own choice was right is part of the verdict; of the others only when revealed.
                correct: option.correct,
                feedback: chosen.has(option.id) ? (option.feedback ?? null) : null,
              },
            ]),
        )
      : {},
    explanation: judged ? (question.explanation ?? null) : null,
  };
}

interface Option {
  readonly id: string;
  readonly correct: boolean;
  readonly feedback?: QuestionView['explanation'];
}

/** A question's options, those the learner chose, and those that may be shuffled. */
function optionsOf(question: QuestionData, response: QuestionView['response']): { options: readonly Option[]; ids: readonly string[]; chosen: ReadonlySet<string> } {
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const chosen = response?.type === 'single' ? [response.choice] : response?.type === 'multiple' ? response.choices : [];
      return { options: question.choices, ids: question.choices.map((choice) => choice.id), chosen: new Set(chosen) };
    }
    case 'true-false': {
      const option = (value: boolean): Option => {
        const feedback = question.feedback?.[value ? 'true' : 'false'];
        return { id: String(value), correct: question.answer === value, ...(feedback === undefined ? {} : { feedback }) };
      };
      // True stands before false, shuffled or not.
      return { options: [option(true), option(false)], ids: [], chosen: new Set(response?.type === 'true-false' ? [String(response.value)] : []) };
    }
  }
}

function isRevealed(quiz: QuizData, entry: QuizState | undefined): boolean {
  if (quiz.reveal === 'never' || entry?.current?.submitted !== true) return false;
  return quiz.reveal === 'attempt' || (entry.passed && quiz.pass !== null) || !canRetry(quiz, entry) || isFullyRight(quiz, entry);
}

const isFullyRight = (quiz: QuizData, entry: QuizState): boolean =>
  quiz.questions.every((question) => entry.current?.answers.get(question.id)?.credit === fullCredit);

function viewResult(quiz: QuizData, entry: QuizState): ResultView {
  const credits = new Map([...(entry.current?.answers ?? [])].map(([id, answer]) => [id, answer.credit]));
  const score = quizScore(quiz, credits);
  return {
    score,
    best: Math.max(entry.best ?? 0, score),
    passed: quiz.pass === null ? null : entry.passed,
    pass: quiz.pass,
    right: quiz.questions.filter((question) => credits.get(question.id) === fullCredit).length,
    of: quiz.questions.length,
  };
}

/** The learner's answer as the LMS port reports it; null for a response that has no place in a report. */
export const interactionBody = (question: QuestionData, response: NonNullable<QuestionView['response']>) => handlerOf(question).interaction(question, response);
