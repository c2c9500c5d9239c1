import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseOf, quizNamed } from '../../tests/arbitrary-course.ts';
import type { QuizData } from './course-data.ts';
import { emptyState, type QuizState } from './learner-state.ts';
import { minuteOf, retryAt, withoutFuture } from './wait-for-retry.ts';

const minute = 60_000;
const noon = Date.UTC(2030, 0, 1, 12);
const entry: QuizState = { attempts: 1, best: 0, passed: false, current: null, submittedAt: minuteOf(noon) };
const waiting = fc.sample(quizNamed('quiz', 'page'), 1).map((quiz): QuizData => ({ ...quiz, cooldown: 30 }));
const [quiz] = waiting;
if (quiz === undefined) throw new Error('no quiz');

test('the next attempt opens when the time has passed, also while the course was closed', () => {
  expect(retryAt(quiz, entry, noon)).toBe(noon + 30 * minute);
  expect(retryAt(quiz, entry, noon + 29 * minute)).toBe(noon + 30 * minute);
  expect(retryAt(quiz, entry, noon + 30 * minute)).toBeNull();
  expect(retryAt(quiz, entry, noon + 365 * 24 * 60 * minute)).toBeNull();
});

test('nobody waits without a rule, or before the first submission', () => {
  const { cooldown: _none, ...free } = quiz;
  expect(retryAt(free, entry, noon)).toBeNull();
  expect(retryAt(quiz, undefined, noon)).toBeNull();
});

test('a clock that was set back by any time makes nobody wait longer than the rule, counted from the launch', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10 * 365 * 24 * 60, max: 10 * 365 * 24 * 60 }), (shift) => {
      const now = noon + shift * minute;
      const course = courseOf('course', ['page'], [quiz]);
      const launched = withoutFuture(course, { ...emptyState, quizzes: new Map([['quiz', entry]]) }, now);
      const known = launched.quizzes.get('quiz');
      expect(retryAt(quiz, known, now) ?? now).toBeLessThanOrEqual(now + 30 * minute);
      expect(retryAt(quiz, known, now + 30 * minute)).toBeNull();
    }),
  );
});

test('a submission within a minute counts as at its end: nobody waits less than the rule', () => {
  const at = noon + 1;
  expect(retryAt(quiz, { ...entry, submittedAt: minuteOf(at) }, at)).toBeGreaterThanOrEqual(at + 30 * minute);
});
