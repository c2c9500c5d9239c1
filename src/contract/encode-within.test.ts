import { expect, test } from 'vitest';
import { courseOf, fullState, largeCourse, randomFrom } from '../../tests/arbitrary-course.ts';
import type { QuizData } from './course-data.ts';
import { encodeWithin } from './encode-within.ts';
import { type AnswerState, emptyState, type QuizState } from './learner-state.ts';
import { decodeState, encodeState } from './state-codec.ts';

const random = randomFrom(3);
const course = largeCourse([4, 4, 4, 4], random);
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
    if (draftsGone > 0) expect(dropped.filter((drop) => drop.question !== null && drop.quiz !== open)).toHaveLength(12);
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

test('gives up texts of open questions first, then what was submitted, then drafts, each time the longest; then attempts', () => {
  const base = { points: 1, prompt: '' };
  const quizOf = (id: string): QuizData => ({
    id,
    title: '',
    page: 'p',
    pass: null,
    attempts: 0,
    feedback: 'end',
    weight: 1,
    shuffle: { questions: false, choices: false },
    reveal: 'attempt',
    questions: [
      ...['short', 'long', 'blank'].map((name) => ({
        ...base,
        id: name,
        type: 'fill-in' as const,
        accepted: [{ text: 'x' }],
        wrong: [],
        case: false,
        limit: 60,
      })),
      { ...base, id: 'essay', type: 'open', limit: 60 },
    ],
  });
  const typed = (length: number): AnswerState => ({
    response: { type: 'fill-in', text: 'x'.repeat(length) },
    credit: 0,
  });
  const entry = (submitted: boolean): QuizState => ({
    attempts: 1,
    best: 0,
    passed: false,
    current: {
      submitted,
      seed: 0,
      answers: new Map([
        ['short', typed(5)],
        ['long', typed(50)],
        ['blank', { response: null, credit: null }],
        ['essay', { response: { type: 'open', text: 'é' }, credit: 0 }],
      ]),
    },
  });
  const given = courseOf('c', ['p'], ['draft', 'done', 'untouched', 'used'].map(quizOf));
  const quizzes = new Map([
    ['draft', entry(false)],
    ['done', entry(true)],
    ['used', { ...entry(true), current: null }],
  ]);
  const { dropped, fits, text } = encodeWithin({ ...emptyState, quizzes }, given, 0);
  expect(fits).toBe(false);
  expect(dropped.map(({ quiz, question }) => `${quiz} ${question ?? '-'}`)).toEqual([
    'done essay',
    'draft essay',
    'done long',
    'done short',
    'draft long',
    'draft short',
    'done -',
    'draft -',
  ]);
  expect([...decodeState(text, given).state.quizzes.values()].map(({ current }) => current)).toEqual([
    null,
    null,
    null,
  ]);
});
