import { expect, test } from 'vitest';
import { awaitsBegin, timeLeft } from './attempt-clock.ts';
import type { QuizData } from './course-data.ts';
import type { AttemptClock, AttemptState } from './learner-state.ts';

const quiz: QuizData = {
  id: 'quiz',
  title: 'Quiz',
  page: 'page',
  pass: null,
  attempts: 1,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'done',
  time: { minutes: 10, adjustable: true },
  questions: [],
};
const started = 1_900_000_000;
const attempt = (limit: AttemptClock['limit']): AttemptState => ({
  submitted: false,
  seed: 0,
  clock: { started, limit },
  answers: new Map(),
});
const at = (minutes: number): number => (started + minutes * 60) * 1000;

test.each([
  ['on', 0, 10],
  ['on', 4, 6],
  ['on', 10, 0],
  ['on', 99, 0],
  ['extended', 10, 90],
  ['extended', 101, 0],
  ['off', 9999, null],
  // The clock was set back.
  ['on', -60, 10],
] as const)('limit %s after %i minutes: %s left', (limit, minutes, left) => {
  expect(timeLeft(quiz, attempt(limit), at(minutes))).toBe(left === null ? null : left * 60_000);
});

test('time begins when the learner says so, and only in a quiz with a limit', () => {
  const { time: _none, ...free } = quiz;
  const { clock: _unset, ...waiting } = attempt('on');
  expect(awaitsBegin(quiz, null)).toBe(true);
  expect(awaitsBegin(quiz, waiting)).toBe(true);
  expect(awaitsBegin(quiz, { ...waiting, submitted: true })).toBe(false);
  expect(awaitsBegin(quiz, attempt('on'))).toBe(false);
  expect(awaitsBegin(free, null)).toBe(false);
  expect(timeLeft(free, attempt('on'), at(99))).toBeNull();
});
