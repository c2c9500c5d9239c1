import type { QuizData } from './course-data.ts';
import { withRules } from './features.ts';
import type { AnswerState, AttemptState } from './learner-state.ts';
import type { QuestionData } from './question-data.ts';
import { seededOrder } from './seeded-order.ts';

const nothing: ReadonlyMap<string, AnswerState> = new Map();

/** The most questions an attempt at a quiz asks. */
export function drawnCount(quiz: QuizData): number {
  const size = quiz.questions.length;
  return quiz.draw?.reduce((sum, { count, of }) => sum + Math.min(count, of?.length ?? size), 0) ?? size;
}

/**
 * The questions of an attempt, in the author's order: all, or those drawn. An attempt under way keeps what it drew also
 * in a later version of the course: of a group that has shrunk its answered questions first, and only what is missing
 * is drawn anew.
 *
 * @param held what the attempt holds, by question id
 */
export function drawQuestions(
  quiz: QuizData,
  seed: number,
  held: ReadonlyMap<string, AnswerState> = nothing,
): readonly QuestionData[] {
  if (!withRules || quiz.draw === undefined) return quiz.questions;
  const rank = (id: string): number => {
    const answer = held.get(id);
    return answer === undefined ? 2 : answer.response === null && answer.credit === null ? 1 : 0;
  };
  const drawn = new Set<string>();
  for (const { count, of } of quiz.draw) {
    const ids = seededOrder(of ?? quiz.questions.map((question) => question.id), seed);
    const wanted = held.size === 0 ? ids : [0, 1, 2].flatMap((level) => ids.filter((id) => rank(id) === level));
    for (const id of wanted.slice(0, count)) drawn.add(id);
  }
  return quiz.questions.filter((question) => drawn.has(question.id));
}

/** The questions that an attempt asks; of a submitted one, those that it did ask and that are still there. */
export function askedQuestions(quiz: QuizData, attempt: AttemptState): readonly QuestionData[] {
  const asked = drawQuestions(quiz, attempt.seed, attempt.answers);
  return !withRules || quiz.draw === undefined || !attempt.submitted
    ? asked
    : asked.filter(({ id }) => attempt.answers.has(id));
}

/** An attempt that begins: of a drawn quiz it holds every question it asks from the start. */
export function newAttempt(quiz: QuizData, seed: number): AttemptState {
  const asked = !withRules || quiz.draw === undefined ? [] : drawQuestions(quiz, seed);
  return {
    submitted: false,
    seed,
    answers: new Map(asked.map(({ id }) => [id, { response: null, credit: null }])),
  };
}
