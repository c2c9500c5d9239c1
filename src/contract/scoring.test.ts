import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseAndState, courseOf, quizNamed } from '../../tests/arbitrary-course.ts';
import type { CourseData, QuizData, RulesData, StatusPair } from './course-data.ts';
import { emptyState, fullCredit, type LearnerState, type QuizState, type ReportedStatus } from './learner-state.ts';
import { courseResult, courseScore, fullScore, isScored, quizScore, reaches } from './scoring.ts';
import { statuses } from './state-codec.ts';

function quizOf(id: string, points: readonly number[] = [1], more: Partial<QuizData> = {}): QuizData {
  return {
    id,
    title: id,
    page: 'read',
    pass: 50,
    attempts: 1,
    feedback: 'end',
    weight: 1,
    shuffle: { questions: false, choices: false },
    reveal: 'attempt',
    questions: points.map((value, index) => ({
      id: `q${index}`,
      type: 'true-false',
      points: value,
      prompt: '',
      answer: true,
    })),
    ...more,
  };
}

const credits = (...given: (number | null)[]) => new Map(given.map((credit, index) => [`q${index}`, credit]));

test.each([
  ['all right', [1, 1], credits(2520, 2520), 10_000],
  ['half', [1, 1], credits(2520, 0), 5000],
  ['a third is cut off', [1, 1, 1], credits(2520, 0, 0), 3333],
  ['two thirds are cut off, not rounded up', [1, 1, 1], credits(2520, 2520, 0), 6666],
  ['points weigh', [3, 1], credits(2520, 0), 7500],
  ['decimal points add up exactly', [0.1, 0.2, 0.7], credits(2520, 2520, 0), 3000],
  ['ten tenths are all', Array(10).fill(0.1), credits(...Array(10).fill(2520)), 10_000],
  ['part credit', [1, 1], credits(1260, 840), 4166],
  ['just short of all is not all', [1_000_000, 0.000_001], credits(2520, 0), 9999],
  ['ungraded and untouched count as nothing', [1, 1, 1, 1], credits(2520, null), 2500],
  ['no question', [], credits(), 0],
])('quiz score: %s', (_name, points, given, score) => {
  expect(quizScore(quizOf('quiz', points), given)).toBe(score);
});

const quizAndCredits = quizNamed('quiz', 'page').chain((quiz) =>
  fc.tuple(
    fc.constant(quiz),
    fc.array(fc.integer({ min: 0, max: fullCredit }), { minLength: 8, maxLength: 8 }),
    fc.shuffledSubarray([...quiz.questions], { minLength: quiz.questions.length }),
    fc.nat(),
  ),
);

test('a score lies between nothing and all, whatever the order, and rises with every credit', () => {
  fc.assert(
    fc.property(quizAndCredits, ([quiz, values, shuffled, pick]) => {
      const given = new Map(quiz.questions.map((question, index) => [question.id, values[index] ?? 0]));
      const score = quizScore(quiz, given);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(fullScore);
      expect(Number.isInteger(score)).toBe(true);
      expect(quizScore({ ...quiz, questions: shuffled }, given)).toBe(score);
      const question = quiz.questions[pick % Math.max(1, quiz.questions.length)];
      if (question)
        expect(quizScore(quiz, new Map([...given, [question.id, fullCredit]]))).toBeGreaterThanOrEqual(score);
      expect(score === fullScore).toBe(
        quiz.questions.length > 0 && quiz.questions.every(({ id }) => given.get(id) === fullCredit),
      );
    }),
  );
});

test.each([
  [7500, 75, true],
  [7499, 75, false],
  [6666, 66.67, false],
  [110, 1.1, true],
  [null, 0, true],
  [null, 1, false],
])('score %s against mark %s: %s', (score, mark, expected) => {
  expect(reaches(score, mark)).toBe(expected);
});

/** A lesson page and quizzes, with a state that has read it or not and done the quizzes as named. */
type Done = 'untouched' | 'open' | 'passed' | 'missed' | 'missed-open';
const entries: Readonly<Record<Exclude<Done, 'untouched'>, QuizState>> = {
  open: { attempts: 0, best: null, passed: false, current: { submitted: false, seed: 0, answers: new Map() } },
  passed: { attempts: 1, best: 10_000, passed: true, current: null },
  missed: { attempts: 1, best: 2000, passed: false, current: { submitted: true, seed: 0, answers: new Map() } },
  'missed-open': { attempts: 1, best: 2000, passed: false, current: { submitted: false, seed: 0, answers: new Map() } },
};

function courseWith(rules: Partial<RulesData>, quizzes: readonly QuizData[] = [quizOf('quiz')]): CourseData {
  const course = courseOf('course', ['read'], quizzes);
  return { ...course, rules: { report: 'passed-incomplete', pass: 50, mustPass: [], completion: 'both', ...rules } };
}

function stateWith(read: boolean, done: Readonly<Record<string, Done>>): LearnerState {
  const quizzes = new Map<string, QuizState>();
  for (const [id, how] of Object.entries(done)) if (how !== 'untouched') quizzes.set(id, entries[how]);
  return { ...emptyState, seen: new Set(read ? ['read'] : []), quizzes };
}

const statusOf = (course: CourseData, state: LearnerState): ReportedStatus => courseResult(course, state).status;

/** Columns: passed-incomplete, passed-failed, completed-incomplete, completed-failed. One quiz, one attempt, mark 50. */
const pairs: readonly StatusPair[] = ['passed-incomplete', 'passed-failed', 'completed-incomplete', 'completed-failed'];
const truth: readonly [RulesData['completion'], read: boolean, Done, string][] = [
  ['both', false, 'untouched', 'incomplete incomplete incomplete incomplete'],
  ['both', true, 'untouched', 'incomplete incomplete incomplete incomplete'],
  ['both', true, 'open', 'incomplete incomplete incomplete incomplete'],
  ['both', false, 'passed', 'incomplete incomplete incomplete incomplete'],
  ['both', true, 'passed', 'passed passed completed completed'],
  ['both', false, 'missed', 'incomplete failed incomplete failed'],
  ['both', true, 'missed', 'incomplete failed completed failed'],
  ['both', true, 'missed-open', 'incomplete incomplete completed incomplete'],
  ['lessons', false, 'untouched', 'incomplete incomplete incomplete incomplete'],
  ['lessons', true, 'untouched', 'incomplete incomplete completed incomplete'],
  ['lessons', false, 'passed', 'incomplete incomplete incomplete incomplete'],
  ['lessons', true, 'passed', 'passed passed completed completed'],
  ['lessons', true, 'missed', 'incomplete failed completed failed'],
  ['quizzes', true, 'untouched', 'incomplete incomplete incomplete incomplete'],
  ['quizzes', false, 'passed', 'passed passed completed completed'],
  ['quizzes', false, 'missed', 'incomplete failed completed failed'],
  ['quizzes', false, 'missed-open', 'incomplete incomplete completed incomplete'],
];

test.each(truth)('completion %s, read %s, quiz %s', (completion, read, done, expected) => {
  const reported = pairs.map((report) => statusOf(courseWith({ report, completion }), stateWith(read, { quiz: done })));
  expect(reported.join(' ')).toBe(expected);
});

test('a quiz without end of attempts never fails, nor does one with an attempt left', () => {
  for (const attempts of [0, 2]) {
    const course = courseWith({ report: 'passed-failed' }, [quizOf('quiz', [1], { attempts })]);
    expect(statusOf(course, stateWith(true, { quiz: 'missed' }))).toBe('incomplete');
  }
});

test('fails as soon as the course mark is out of reach, not before', () => {
  const quizzes = [quizOf('a'), quizOf('b')];
  const state = stateWith(true, { a: 'missed' });
  expect(statusOf(courseWith({ report: 'passed-failed', pass: 60 }, quizzes), state)).toBe('incomplete');
  expect(statusOf(courseWith({ report: 'passed-failed', pass: 60.01 }, quizzes), state)).toBe('failed');
});

test('a quiz that must be passed counts whatever the course score', () => {
  const quizzes = [quizOf('a', [1], { weight: 100 }), quizOf('b', [1], { weight: 0 })];
  const rules = { report: 'passed-failed', mustPass: ['b'] } as const;
  const course = courseWith(rules, quizzes);
  expect(statusOf(course, stateWith(true, { a: 'passed' }))).toBe('incomplete');
  expect(statusOf(course, stateWith(true, { a: 'passed', b: 'missed' }))).toBe('failed');
  expect(statusOf(course, stateWith(true, { a: 'passed', b: 'passed' }))).toBe('passed');
  const ungraded = courseWith(rules, [quizzes[0] ?? quizOf('a'), quizOf('b', [1], { weight: 0, pass: null })]);
  expect(statusOf(ungraded, stateWith(true, { a: 'passed', b: 'missed' }))).toBe('passed');
});

test('practice neither counts nor is waited for', () => {
  const course = courseWith({}, [quizOf('quiz'), quizOf('practice', [1], { weight: 0 })]);
  expect(statusOf(course, stateWith(true, { quiz: 'passed' }))).toBe('passed');
  expect(courseScore(course, stateWith(true, { quiz: 'passed', practice: 'missed' }))).toBe(10_000);
  expect(courseScore(course, stateWith(true, { practice: 'passed' }))).toBeNull();
});

test('the course score weighs the best of each quiz; one not submitted is nothing', () => {
  const course = courseWith({}, [quizOf('a', [1], { weight: 0.5 }), quizOf('b', [1], { weight: 1.5 })]);
  expect(courseScore(course, stateWith(true, {}))).toBeNull();
  expect(courseScore(course, stateWith(true, { a: 'passed', b: 'open' }))).toBe(2500);
  expect(courseScore(course, stateWith(true, { a: 'passed', b: 'missed' }))).toBe(4000);
});

test('the page of an exam need not be read to its end', () => {
  const course = courseWith({});
  const exam = { id: 'exam', kind: 'quiz', title: '', href: 'exam.html', quizzes: [] } as const;
  const state = stateWith(true, { quiz: 'passed' });
  expect(statusOf({ ...course, pages: [...course.pages, exam] }, state)).toBe('passed');
  expect(statusOf({ ...course, pages: [...course.pages, { ...exam, kind: 'lesson' }] }, state)).toBe('incomplete');
});

test('a course without a mark is passed when it is complete', () => {
  const course = courseWith({ pass: null, report: 'passed-failed' }, []);
  expect(courseResult(course, stateWith(true, {}))).toEqual({ status: 'passed', score: null });
  expect(statusOf(course, stateWith(false, {}))).toBe('incomplete');
});

test('neither status nor score falls below what was reported', () => {
  fc.assert(
    fc.property(courseAndState, fc.constantFrom(...pairs), ([course, state], report) => {
      const result = courseResult({ ...course, rules: { ...course.rules, report } }, state);
      expect(statuses.indexOf(result.status)).toBeGreaterThanOrEqual(statuses.indexOf(state.reported.status));
      expect(result.score ?? -1).toBeGreaterThanOrEqual(state.reported.score ?? -1);
      expect(result.score ?? -1).toBeGreaterThanOrEqual(courseScore(course, state) ?? -1);
    }),
  );
});

test.each([
  ['one question with points', [1], true],
  ['one of two with points', [0, 2], true],
  ['none with points', [0, 0], false],
  ['no question at all', [], true],
])('a quiz is scored or is a survey: %s', (_name, points, expected) => {
  expect(isScored(quizOf('quiz', points))).toBe(expected);
});

test('penalties take a score down to nothing, not below', () => {
  expect(quizScore(quizOf('quiz', [1, 1]), credits(-2520, 0))).toBe(0);
  expect(quizScore(quizOf('quiz', [1, 1]), credits(-1260, 2520))).toBe(2500);
});
