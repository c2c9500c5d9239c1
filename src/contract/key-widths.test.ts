import { expect, test } from 'vitest';
import { courseOf } from '../../tests/arbitrary-course.ts';
import type { QuizData } from './course-data.ts';
import { type KeyWidths, keyWidths } from './key-widths.ts';
import type { QuestionData } from './question-data.ts';

const yesOrNo = (count: number): QuestionData[] =>
  Array.from({ length: count }, (_, at) => ({ id: `q${at}`, type: 'true-false', points: 1, answer: true }));

const quizOf = (id: string, questions: readonly QuestionData[]): QuizData => ({
  id,
  title: '',
  page: 'p0',
  pass: null,
  attempts: 0,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'attempt',
  questions,
});

function widthsOf(pages: number, quizzes: readonly QuizData[]): KeyWidths {
  return keyWidths(
    courseOf(
      'course',
      Array.from({ length: pages }, (_, at) => `p${at}`),
      quizzes,
    ),
  );
}

const level = ({ shape }: KeyWidths): number => shape - 5;

/** The widths stand in every text, so others would be read as well; but how much a state takes is reckoned with these. */
test('a small course has the widest keys: 13 bits for a page, 15 for a quiz, and what it takes to number them', () => {
  expect(widthsOf(1, [])).toEqual({ page: 13, quiz: 15, question: 7, shape: 10 });
  expect(widthsOf(8, [quizOf('a', yesOrNo(30)), quizOf('b', yesOrNo(3))])).toEqual({
    page: 16,
    quiz: 16,
    question: 7,
    shape: 10,
  });
});

test('the narrowest are 8 bits and 10', () => {
  expect(widthsOf(1, [quizOf('a', yesOrNo(5000))])).toEqual({ page: 8, quiz: 10, question: 5, shape: 5 });
});

test.each([
  [1533, 0, 0, 5],
  [1534, 0, 0, 4],
  [1, 410, 0, 5],
  [1, 411, 0, 4],
  [1, 1, 1019, 5],
  [1, 1, 1020, 4],
  [1, 1, 1091, 4],
  [1, 1, 1092, 3],
  [1, 1, 1390, 1],
  [1, 1, 1391, 0],
])('%i pages, %i quizzes, %i questions each: %i bits more', (pages, quizzes, questions, more) => {
  const made = Array.from({ length: quizzes }, (_, at) => quizOf(`z${at}`, yesOrNo(questions)));
  const widths = widthsOf(pages, made);
  expect(level(widths)).toBe(more);
  expect(widths.question).toBe(5 + Math.floor(more / 2));
});

test('of a quiz that draws, those count that it asks, and of them those that take most', () => {
  const typed = (count: number): QuestionData[] =>
    Array.from({ length: count }, (_, at) => ({
      id: `t${at}`,
      type: 'fill-in',
      points: 1,
      accepted: [{ text: 'x' }],
      wrong: [],
      case: false,
      limit: 60,
    }));
  const drawn = (count: number) =>
    level(widthsOf(1, [{ ...quizOf('a', [...yesOrNo(5000), ...typed(200)]), draw: [{ count }] }]));
  // 494 bits for each of the first, and 7.5 for its wider keys.
  expect(drawn(45)).toBe(5);
  expect(drawn(46)).toBe(3);
});
