import fc from 'fast-check';
import { expect, test } from 'vitest';
import { course, courseOf, quizNamed, stateOf, stateOfQuiz } from '../../tests/arbitrary-course.ts';
import { emptyState, type LearnerState, type QuizState, type ReportedStatus, type Tally } from './learner-state.ts';
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

test('the day on which the course was earned is the first one that either knows', () => {
  const earned = (earnedOn?: number): LearnerState =>
    earnedOn === undefined ? emptyState : { ...emptyState, earnedOn };
  expect(mergeStates(earned(20_000), earned(19_999)).earnedOn).toBe(19_999);
  expect(mergeStates(earned(20_000), earned()).earnedOn).toBe(20_000);
  expect(mergeStates(earned(), earned(0)).earnedOn).toBe(0);
  expect(mergeStates(earned(), earned())).not.toHaveProperty('earnedOn');
});

test('of a film the parts count that either has', () => {
  const having = (sequence: number, watched?: Record<string, number>): LearnerState => ({
    ...emptyState,
    sequence,
    ...(watched === undefined ? {} : { watched: new Map(Object.entries(watched)) }),
  });
  const both = mergeStates(having(1, { a: 0b0011, b: 2 ** 31 }), having(2, { a: 0b0110, b: 1, c: 7 }));
  expect(both.watched).toEqual(new Map(Object.entries({ a: 0b0111, b: 2 ** 31 + 1, c: 7 })));
  expect(mergeStates(having(1, { a: 5 }), having(2)).watched).toEqual(new Map([['a', 5]]));
  expect(mergeStates(having(2, { a: 5 }), having(1)).watched).toEqual(new Map([['a', 5]]));
  expect(mergeStates(having(1), having(2))).not.toHaveProperty('watched');
});

test('status and score are the better ones, each by itself', () => {
  const reporting = (sequence: number, status: ReportedStatus, score: number | null): LearnerState => ({
    ...emptyState,
    sequence,
    reported: { status, score },
  });
  const order = ['incomplete', 'failed', 'completed', 'passed'] as const;
  for (const [low, worse] of order.entries())
    for (const better of order.slice(low)) {
      expect(mergeStates(reporting(2, worse, 9000), reporting(1, better, 100)).reported).toEqual({
        status: better,
        score: 9000,
      });
      expect(mergeStates(reporting(2, better, null), reporting(1, worse, 0)).reported).toEqual({
        status: better,
        score: 0,
      });
    }
});

test('a learner is where the newer state says, or where the older one does if the newer does not know', () => {
  const at = (sequence: number, page: string | null): LearnerState => ({
    ...emptyState,
    sequence,
    registration: sequence * 100,
    place: page === null ? null : { page, fraction: 0 },
  });
  expect(mergeStates(at(3, 'old'), at(4, 'new'))).toEqual(at(4, 'new'));
  expect(mergeStates(at(3, 'old'), at(4, null))).toEqual({ ...at(4, 'old') });
});

const oneQuiz = (sequence: number, entry: Partial<QuizState>): LearnerState => ({
  ...emptyState,
  sequence,
  quizzes: new Map([['q', { attempts: 1, best: null, passed: false, current: null, ...entry }]]),
});
const merged = (a: Partial<QuizState>, b: Partial<QuizState>) =>
  mergeStates(oneQuiz(2, a), oneQuiz(1, b)).quizzes.get('q');

test('what counts of a quiz is that of more submissions, and of as many the higher', () => {
  const last = (value: number): Tally => ({ counts: 'last', value });
  expect(merged({ attempts: 1, tally: last(9000) }, { attempts: 2, tally: last(10) })?.tally).toEqual(last(10));
  expect(merged({ attempts: 3, tally: last(10) }, { attempts: 2, tally: last(9000) })?.tally).toEqual(last(10));
  expect(merged({ tally: last(9000) }, { tally: last(10_000) })?.tally).toEqual(last(10_000));
  expect(merged({ tally: last(10_000) }, { tally: last(9000) })?.tally).toEqual(last(10_000));
  expect(merged({ tally: last(5) }, {})?.tally).toEqual(last(5));
  expect(merged({}, { tally: last(5) })?.tally).toEqual(last(5));
  expect(merged({ attempts: 2 }, { attempts: 1, tally: last(5) })).not.toHaveProperty('tally');
});

test('what is kept by objective is that of more submissions', () => {
  const of = (sum: number) => new Map([['tides', { sum, of: 1 }]]);
  expect(merged({ attempts: 1, objectives: of(9000) }, { attempts: 2, objectives: of(10) })?.objectives).toEqual(
    of(10),
  );
  expect(merged({ attempts: 2, objectives: of(10) }, { attempts: 1, objectives: of(9000) })?.objectives).toEqual(
    of(10),
  );
  expect(merged({ attempts: 2 }, { attempts: 1, objectives: of(9000) })).not.toHaveProperty('objectives');
  expect(merged({}, { objectives: of(3) })?.objectives).toEqual(of(3));
  const both = new Map([
    ['a', { sum: 1, of: 1 }],
    ['b', { sum: 2, of: 1 }],
  ]);
  expect(merged({ objectives: both }, { objectives: new Map([...both].toReversed()) })?.objectives).toEqual(both);
});

test('the wait goes from the later submission', () => {
  expect(merged({ submittedAt: 5 }, { submittedAt: 7 })?.submittedAt).toBe(7);
  expect(merged({ submittedAt: 7 }, {})?.submittedAt).toBe(7);
  expect(merged({}, {})).not.toHaveProperty('submittedAt');
});

test('two states of one number give the same in either order, whatever they differ in', () => {
  const attempt = { submitted: false, seed: 1, answers: new Map() };
  const answer = (credit: number) => new Map([['a', { response: null, credit }]]);
  const differing: readonly (readonly [LearnerState, LearnerState])[] = [
    [
      { ...emptyState, registration: 1 },
      { ...emptyState, registration: 2 },
    ],
    [
      { ...emptyState, place: { page: 'a', fraction: 0 } },
      { ...emptyState, place: { page: 'b', fraction: 0 } },
    ],
    [oneQuiz(1, { current: attempt }), oneQuiz(1, { current: { ...attempt, seed: 2 } })],
    [
      oneQuiz(1, { current: { ...attempt, submitted: true, answers: answer(1) } }),
      oneQuiz(1, { current: { ...attempt, submitted: true, answers: answer(2) } }),
    ],
    [
      oneQuiz(1, { current: { ...attempt, clock: { started: 1, limit: 'on' } } }),
      oneQuiz(1, { current: { ...attempt, clock: { started: 2, limit: 'on' } } }),
    ],
    [oneQuiz(1, { attempts: 0, current: null }), oneQuiz(1, { attempts: 0, current: { ...attempt, submitted: true } })],
  ];
  for (const [a, b] of differing) {
    expect(mergeStates(a, b)).toEqual(mergeStates(b, a));
    // The order of the keys in a map, which an LMS's copy does not keep, is no difference.
    expect([a, b]).toContainEqual(mergeStates(a, b));
  }
});
