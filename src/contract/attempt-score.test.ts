import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quizNamed, stateOfQuiz } from '../../tests/arbitrary-course.ts';
import { attemptScore } from './attempt-score.ts';
import type { QuizData } from './course-data.ts';
import { creditFor, givesPartialCredit } from './credit-for.ts';
import { askedQuestions } from './draw-questions.ts';
import { type AnswerState, fullCredit } from './learner-state.ts';
import type { TrueFalseQuestion } from './question-data.ts';
import { quizScore } from './scoring.ts';

const question = (id: string): TrueFalseQuestion => ({ id, type: 'true-false', points: 1, prompt: id, answer: true });
const right: AnswerState = { response: { type: 'true-false', value: true }, credit: fullCredit };
const wrong: AnswerState = { response: { type: 'true-false', value: false }, credit: 0 };
const open: AnswerState = { response: null, credit: 0 };

const quizWith = (rules: Partial<QuizData>): QuizData => ({
  id: 'quiz',
  title: 'Quiz',
  page: 'page',
  pass: null,
  attempts: 0,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'done',
  questions: ['a', 'b', 'c', 'd'].map(question),
  ...rules,
});

const scoreOf = (quiz: QuizData, ...answers: AnswerState[]): number =>
  attemptScore(quiz, {
    submitted: true,
    seed: 1,
    answers: new Map(answers.map((answer, index) => [['a', 'b', 'c', 'd'][index] ?? '', answer])),
  });

test.each([
  [undefined, [right, right, right, wrong], 7500],
  [0.25, [right, right, right, wrong], 6875],
  [0.25, [right, right, right, open], 7500],
  [1, [right, right, wrong, wrong], 0],
  [1, [right, wrong, wrong, wrong], 0],
  [1 / 3, [right, right, right, wrong], 6666],
] as const)('with a penalty of %s', (penalty, answers, score) => {
  expect(scoreOf(quizWith(penalty === undefined ? {} : { penalty }), ...answers)).toBe(score);
});

test('a right answer whose hint costs all of it is no wrong one', () => {
  const quiz = { ...quizWith({ penalty: 1, hintCost: 100 }) };
  const hinted = { credit: 0, hinted: true } as const;
  expect(scoreOf(quiz, right, { ...right, ...hinted }, open, open)).toBe(2500);
  expect(scoreOf(quiz, right, { ...wrong, ...hinted }, open, open)).toBe(0);
});

test('of a drawn quiz only the questions drawn count', () => {
  const quiz = quizWith({ draw: [{ count: 2 }] });
  expect(scoreOf(quiz, right, right)).toBe(10_000);
  expect(scoreOf(quiz, right, wrong)).toBe(5000);
});

test('a hint takes its share of the credit, to the nearest 1/2520 below', () => {
  const quiz = quizWith({ hintCost: 25 });
  const yes = { type: 'true-false', value: true } as const;
  expect(creditFor(quiz, question('a'), yes, false)).toBe(fullCredit);
  expect(creditFor(quiz, question('a'), yes, true)).toBe(1890);
  expect(creditFor(quizWith({ hintCost: 33.3 }), question('a'), yes, true)).toBe(1680);
  expect(creditFor(quizWith({ hintCost: 100 }), question('a'), yes, true)).toBe(0);
  expect(creditFor(quizWith({}), question('a'), yes, true)).toBe(fullCredit);
  expect(givesPartialCredit(quiz, { ...question('a'), hint: 4 })).toBe(true);
  expect(givesPartialCredit(quiz, question('a'))).toBe(false);
});

test('any attempt scores from 0 to 100 %, no more than without penalties, and a penalty never raises it', () => {
  const attempts = quizNamed('quiz', 'page').chain((quiz) => fc.tuple(fc.constant(quiz), stateOfQuiz(quiz)));
  fc.assert(
    fc.property(attempts, ([quiz, { current }]) => {
      fc.pre(current !== null);
      const { penalty: _none, ...kind } = quiz;
      const score = attemptScore(quiz, current);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(attemptScore(kind, current));
      const asked = askedQuestions(quiz, current);
      const credits = new Map(asked.map(({ id }) => [id, current.answers.get(id)?.credit ?? 0]));
      expect(attemptScore(kind, current)).toBe(quizScore(quiz, credits, asked));
      expect(score).toBeLessThanOrEqual(10_000);
    }),
  );
});
