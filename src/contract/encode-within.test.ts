import { expect, test } from 'vitest';
import { fullState, largeCourse, randomFrom } from '../../tests/arbitrary-course.ts';
import { encodeWithin } from './encode-within.ts';
import { decodeState, encodeState } from './state-codec.ts';

const random = randomFrom(3);
const course = largeCourse([6, 6, 6, 6], random);
const full = fullState(course, random);
const open = course.quizzes[0]?.id ?? '';
const state = {
  ...full,
  quizzes: new Map(
    [...full.quizzes].map(([id, quiz]) => [
      id,
      { ...quiz, current: quiz.current && { ...quiz.current, submitted: id !== open } },
    ]),
  ),
};
const whole = encodeState(state, course);

test('a state that fits is left whole', () => {
  expect(encodeWithin(state, course, whole.length)).toEqual({ text: whole, dropped: [], fits: true });
});

test('gives up as little as will do, submitted responses before drafts, results never', () => {
  for (let limit = 20; limit < whole.length; limit += 1) {
    const { text, dropped, fits } = encodeWithin(state, course, limit);
    expect(fits).toBe(text.length <= limit);
    expect(dropped.length).toBeGreaterThan(0);
    const draftsGone = dropped.filter((drop) => drop.quiz === open).length;
    if (draftsGone > 0) expect(dropped.filter((drop) => drop.question !== null && drop.quiz !== open)).toHaveLength(18);
    const read = decodeState(text, course).state;
    expect({ ...read, quizzes: null }).toEqual({ ...state, quizzes: null });
    for (const [id, { attempts, best, passed }] of state.quizzes)
      expect(read.quizzes.get(id)).toMatchObject({ attempts, best, passed });
    for (const { quiz, question } of dropped) {
      const current = read.quizzes.get(quiz)?.current;
      expect(question === null ? current : (current?.answers.get(question)?.response ?? null)).toBeNull();
    }
  }
});

test('gives up no more than a text that also fits', () => {
  const limits = Array.from({ length: whole.length - 20 }, (_, index) => index + 20);
  const results = limits.map((limit) => ({ limit, ...encodeWithin(state, course, limit) }));
  for (const one of results)
    for (const other of results)
      if (other.text.length <= one.limit) expect(one.dropped.length).toBeLessThanOrEqual(other.dropped.length);
});

test('a submitted question keeps its credit without its response', () => {
  const { text, dropped } = encodeWithin(state, course, whole.length - 1);
  const [first] = dropped;
  const answers = (from: typeof full) =>
    from.quizzes.get(first?.quiz ?? '')?.current?.answers.get(first?.question ?? '');
  expect(answers(decodeState(text, course).state)).toEqual({ response: null, credit: answers(state)?.credit });
});

test('says when even the results are too long', () => {
  const { fits, text } = encodeWithin(state, course, 10);
  expect(fits).toBe(false);
  expect(decodeState(text, course).problem).toBeNull();
});
