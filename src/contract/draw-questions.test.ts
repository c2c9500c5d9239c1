import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quizNamed } from '../../tests/arbitrary-course.ts';
import type { DrawData, QuizData } from './course-data.ts';
import { askedQuestions, drawnCount, drawQuestions, newAttempt } from './draw-questions.ts';
import { type AnswerState, fullCredit } from './learner-state.ts';
import type { TrueFalseQuestion } from './question-data.ts';

const question = (id: string): TrueFalseQuestion => ({ id, type: 'true-false', points: 1, prompt: id, answer: true });
const names = (count: number, prefix = 'q'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const blank: AnswerState = { response: null, credit: null };

function bank(ids: readonly string[], draw: readonly DrawData[]): QuizData {
  return {
    id: 'bank',
    title: 'Bank',
    page: 'bank',
    pass: 50,
    attempts: 0,
    feedback: 'end',
    weight: 1,
    shuffle: { questions: false, choices: false },
    reveal: 'done',
    draw,
    questions: ids.map(question),
  };
}

const idsOf = (questions: readonly { readonly id: string }[]): string[] => questions.map(({ id }) => id);

test('any draw asks as many questions of each group as it says, each once, in the order of the quiz', () => {
  fc.assert(
    fc.property(quizNamed('quiz', 'page'), fc.integer({ min: 1, max: 65_535 }), (quiz, seed) => {
      const drawn = idsOf(drawQuestions(quiz, seed));
      expect(drawn).toHaveLength(drawnCount(quiz));
      expect(idsOf(quiz.questions).filter((id) => drawn.includes(id))).toEqual(drawn);
      for (const { count, of } of quiz.draw ?? []) {
        const group = of ?? idsOf(quiz.questions);
        expect(drawn.filter((id) => group.includes(id))).toHaveLength(Math.min(count, group.length));
      }
      // The same seed draws the same.
      expect(idsOf(drawQuestions(quiz, seed))).toEqual(drawn);
    }),
  );
});

test('every question is drawn about as often as any other', () => {
  const quiz = bank(names(50), [{ count: 10 }]);
  const times = new Map<string, number>();
  for (let seed = 1; seed <= 5000; seed++) {
    for (const { id } of drawQuestions(quiz, seed)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  // 1,000 expected each, with a standard deviation of 28.
  for (const id of names(50)) expect(times.get(id)).toBeGreaterThan(860);
  expect(Math.max(...times.values())).toBeLessThan(1140);
});

describe('an attempt under way', () => {
  const quiz = bank(names(30), [{ count: 5 }]);
  const attempt = newAttempt(quiz, 77);

  test('holds what it drew, and asks it again when resumed', () => {
    expect(attempt.answers.size).toBe(5);
    expect(idsOf(askedQuestions(quiz, attempt))).toEqual(idsOf(drawQuestions(quiz, 77)));
  });

  test('asks the same when questions are added to the bank', () => {
    const larger = bank([...names(30), ...names(200, 'new')], [{ count: 5 }]);
    expect(idsOf(askedQuestions(larger, attempt))).toEqual(idsOf(askedQuestions(quiz, attempt)));
  });

  test('draws only what is missing when a question is removed', () => {
    const [gone, ...left] = idsOf(askedQuestions(quiz, attempt));
    const smaller = bank(
      names(30).filter((id) => id !== gone),
      [{ count: 5 }],
    );
    const asked = idsOf(askedQuestions(smaller, attempt));
    expect(asked).toHaveLength(5);
    expect(asked).toEqual(expect.arrayContaining(left));
  });

  test('keeps the answered ones when fewer are drawn', () => {
    const held = idsOf(askedQuestions(quiz, attempt));
    const answered = held.at(-1) ?? '';
    const answers = new Map(attempt.answers).set(answered, {
      response: { type: 'true-false', value: true },
      credit: null,
    });
    const fewer = bank(names(30), [{ count: 2 }]);
    const asked = idsOf(askedQuestions(fewer, { ...attempt, answers }));
    expect(asked).toHaveLength(2);
    expect(asked).toContain(answered);
  });
});

test('a submitted attempt shows what it asked, no more', () => {
  const answers = new Map([
    ['q1', { response: null, credit: fullCredit }],
    ['gone', blank],
  ]);
  const quiz = bank(names(9), [{ count: 5 }]);
  expect(idsOf(askedQuestions(quiz, { submitted: true, seed: 4, answers }))).toEqual(['q1']);
});
