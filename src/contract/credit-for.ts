import type { QuizData } from './course-data.ts';
import { withRules } from './features.ts';
import type { QuestionData } from './question-data.ts';
import { handlerOf } from './questions/index.ts';
import type { LearnerResponse } from './response.ts';

/** Credit in 1/2520 for an answer, less what the hint costs if it was seen; rounded down. */
export function creditFor(quiz: QuizData, question: QuestionData, response: LearnerResponse, hinted: boolean): number {
  const credit = handlerOf(question).grade(question, response);
  const cost = withRules && hinted ? (quiz.hintCost ?? 0) : 0;
  return Math.floor((credit * (100 - cost)) / 100);
}

/** Whether an answer to this question can earn anything between nothing and all of its points. */
export function givesPartialCredit(quiz: QuizData, question: QuestionData): boolean {
  return handlerOf(question).givesPartial(question) || (question.hint !== undefined && (quiz.hintCost ?? 0) > 0);
}
