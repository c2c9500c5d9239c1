import type { QuizData } from './course-data.ts';
import { askedQuestions } from './draw-questions.ts';
import { withRules } from './features.ts';
import { type AnswerState, type AttemptState, fullCredit } from './learner-state.ts';
import type { QuestionData } from './question-data.ts';
import { handlerOf } from './questions/index.ts';
import { quizScore } from './scoring.ts';

/**
 * Score of an attempt in hundredths of a percent: over the questions it asks, less what wrong answers cost.
 *
 * @param asked only these of its questions
 */
export function attemptScore(
  quiz: QuizData,
  attempt: AttemptState,
  asked: readonly QuestionData[] = askedQuestions(quiz, attempt),
): number {
  return quizScore(
    quiz,
    new Map(asked.map((question) => [question.id, counted(quiz, question, attempt.answers.get(question.id))])),
    asked,
  );
}

/** A question left open costs nothing, also where wrong answers do; nor does a right one whose hint has cost all of it. */
function counted(quiz: QuizData, question: QuestionData, answer: AnswerState | undefined): number {
  const credit = answer?.credit ?? 0;
  if (!withRules) return credit;
  const response = answer?.response ?? null;
  const isWrong =
    credit === 0 && response !== null && !(answer?.hinted && handlerOf(question).grade(question, response) > 0);
  return isWrong ? -Math.round((quiz.penalty ?? 0) * fullCredit) : credit;
}
