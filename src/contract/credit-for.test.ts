import { expect, test } from 'vitest';
import type { QuizData } from './course-data.ts';
import { creditFor, givesPartialCredit } from './credit-for.ts';
import type { QuestionData } from './question-data.ts';

const quiz: QuizData = {
  id: 'quiz',
  title: 'Quiz',
  page: 'page',
  pass: null,
  attempts: 0,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'attempt',
  questions: [],
};
const plain: QuestionData = { id: 'q', type: 'true-false', points: 1, prompt: '', answer: true };
const hinting: QuestionData = { ...plain, hint: 4 };
const right = { type: 'true-false', value: true } as const;

test.each([
  ['right, without a hint', 30, true, false, 2520],
  ['right, with a hint', 30, true, true, 1764],
  ['right, with a hint for nothing', undefined, true, true, 2520],
  ['what is left is cut off', 33, true, true, 1688],
  ['with a hint that costs all', 100, true, true, 0],
  ['wrong, with a hint', 30, false, true, 0],
])('credit: %s', (_name, hintCost, value, hinted, credit) => {
  const costing = hintCost === undefined ? quiz : { ...quiz, hintCost };
  expect(creditFor(costing, hinting, { ...right, value }, hinted)).toBe(credit);
});

test.each([
  ['a question of all or nothing', 30, plain, false],
  ['with a hint that costs', 30, hinting, true],
  ['with a hint that costs nothing', 0, hinting, false],
  ['with a hint, no price set', undefined, hinting, false],
])('part credit can be had: %s', (_name, hintCost, question, expected) => {
  expect(givesPartialCredit(hintCost === undefined ? quiz : { ...quiz, hintCost }, question)).toBe(expected);
});
