import fc from 'fast-check';
import { expect, test } from 'vitest';
import { course, courseOf, quizNamed, stateOf, stateOfQuiz } from '../../tests/arbitrary-course.ts';
import { emptyState, type LearnerState } from './learner-state.ts';
import { mergeStates } from './merge-states.ts';

const states = course.chain((given) => fc.tuple(stateOf(given), stateOf(given), stateOf(given)));

/** Three moments of one learner: a later one never counts fewer submissions, and an attempt that is open stays so until its own. */
const history = quizNamed('quiz', 'page').chain((quiz) =>
  fc
    .array(fc.tuple(stateOf(courseOf('c', ['page'], [])), stateOfQuiz(quiz)), { minLength: 3, maxLength: 3 })
    .map((moments) => {
      let attempts = 0;
      let isOpen = false;
      const made = moments.map(([state, entry], index): LearnerState => {
        attempts += entry.attempts % 2;
        isOpen = entry.attempts % 2 === 0 && (isOpen || entry.current?.submitted === false);
        const current = isOpen ? { seed: 0, answers: new Map(), ...entry.current, submitted: false } : entry.current;
        const place = { page: 'page', fraction: index / 255 };
        return { ...state, place, sequence: index + 1, quizzes: new Map([['quiz', { ...entry, attempts, current }]]) };
      });
      return made;
    })
    .chain((made) => fc.shuffledSubarray(made, { minLength: 3 })),
);

/** All but what is simply the latest. */
function results({ place: _place, quizzes, ...rest }: LearnerState): unknown {
  return { ...rest, quizzes: new Map([...quizzes].map(([id, quiz]) => [id, { ...quiz, current: null }])) };
}

test('either order and merging again give the same', () => {
  fc.assert(
    fc.property(states, ([a, b]) => {
      const merged = mergeStates(a, b);
      expect(mergeStates(b, a)).toEqual(merged);
      expect(mergeStates(a, a)).toEqual(a);
      expect(mergeStates(merged, a)).toEqual(mergeStates(a, merged));
      expect(results(mergeStates(merged, b))).toEqual(results(merged));
    }),
  );
});

test('three states give the same results in any grouping', () => {
  fc.assert(
    fc.property(states, ([a, b, c]) => {
      expect(results(mergeStates(mergeStates(a, b), c))).toEqual(results(mergeStates(a, mergeStates(b, c))));
    }),
  );
});

test('three states of one history give the same in any grouping', () => {
  fc.assert(
    fc.property(history, ([a = emptyState, b = emptyState, c = emptyState]) => {
      expect(mergeStates(mergeStates(a, b), c)).toEqual(mergeStates(a, mergeStates(b, c)));
    }),
  );
});

test('a merge never loses a result', () => {
  fc.assert(
    fc.property(states, ([a, b]) => {
      const merged = mergeStates(a, b);
      expect(merged.sequence).toBe(Math.max(a.sequence, b.sequence));
      expect(merged.seen).toEqual(new Set([...a.seen, ...b.seen]));
      for (const [id, quiz] of [...a.quizzes, ...b.quizzes]) {
        const after = merged.quizzes.get(id);
        expect(after?.attempts).toBeGreaterThanOrEqual(quiz.attempts);
        expect(after?.best ?? -1).toBeGreaterThanOrEqual(quiz.best ?? -1);
        expect(Number(after?.passed)).toBeGreaterThanOrEqual(Number(quiz.passed));
      }
    }),
  );
});

test('the attempt with more submissions wins, then the newer state', () => {
  const at = (sequence: number, attempts: number, seed: number): LearnerState => ({
    ...emptyState,
    sequence,
    quizzes: new Map([
      ['q', { attempts, best: null, passed: false, current: { submitted: false, seed, answers: new Map() } }],
    ]),
  });
  const seedOf = (state: LearnerState) => state.quizzes.get('q')?.current?.seed;
  expect(seedOf(mergeStates(at(5, 1, 10), at(3, 2, 20)))).toBe(20);
  expect(seedOf(mergeStates(at(5, 2, 10), at(3, 2, 20)))).toBe(10);
  expect(mergeStates(at(5, 2, 10), at(5, 2, 20))).toEqual(mergeStates(at(5, 2, 20), at(5, 2, 10)));
});

test('an attempt that has begun counts before the one that was submitted, whichever state is newer', () => {
  const at = (sequence: number, submitted: boolean): LearnerState => ({
    ...emptyState,
    sequence,
    quizzes: new Map([
      ['q', { attempts: 1, best: 0, passed: false, current: { submitted, seed: 0, answers: new Map() } }],
    ]),
  });
  expect(mergeStates(at(5, true), at(3, false)).quizzes.get('q')?.current?.submitted).toBe(false);
  expect(mergeStates(at(5, false), at(3, true)).quizzes.get('q')?.current?.submitted).toBe(false);
});

test('an attempt handed in at the very first minute keeps its time', () => {
  const entry = { attempts: 1, best: 0, passed: false, submittedAt: 0, current: null };
  const state: LearnerState = { ...emptyState, quizzes: new Map([['quiz', entry]]) };
  expect(mergeStates(state, state).quizzes.get('quiz')).toEqual(entry);
});
