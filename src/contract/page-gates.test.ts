import { expect, test } from 'vitest';
import { courseOf } from '../../tests/arbitrary-course.ts';
import type { CourseData, GateData, QuizData } from './course-data.ts';
import { emptyState, type LearnerState, type QuizState } from './learner-state.ts';
import { isPageDone, lockOf } from './page-gates.ts';
import { courseResult, courseScore } from './scoring.ts';

const quiz = (id: string, page: string, rules: Partial<QuizData> = {}): QuizData => ({
  id,
  title: id,
  page,
  pass: 60,
  attempts: 0,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'done',
  questions: [{ id: 'q', type: 'true-false', points: 1, prompt: 'Is it?', answer: true }],
  ...rules,
});

function courseWith(gates: Readonly<Record<string, GateData>>, quizzes: readonly QuizData[]): CourseData {
  const course = courseOf('course', ['one', 'two', 'three'], quizzes);
  return {
    ...course,
    pages: course.pages.map((page) => ({
      ...page,
      quizzes: quizzes.filter((each) => each.page === page.id).map(({ id }) => id),
      ...(gates[page.id] === undefined ? {} : { opens: gates[page.id] as GateData }),
    })),
  };
}

const taken = (best: number, passed: boolean): QuizState => ({ attempts: 1, best, passed, current: null });
const stateWith = (seen: readonly string[], quizzes: Readonly<Record<string, QuizState>> = {}): LearnerState => ({
  ...emptyState,
  seen: new Set(seen),
  quizzes: new Map(Object.entries(quizzes)),
});
const locks = (course: CourseData, state: LearnerState): string[] =>
  course.pages.filter((page) => lockOf(course, state, page) !== null).map(({ id }) => id);

test('a page opens after another is done: read, and its quiz submitted', () => {
  const course = courseWith({ two: { after: 'one' }, three: { after: 'two' } }, [quiz('check', 'one')]);
  expect(locks(course, emptyState)).toEqual(['two', 'three']);
  expect(locks(course, stateWith(['one']))).toEqual(['two', 'three']);
  expect(locks(course, stateWith(['one'], { check: taken(0, false) }))).toEqual(['three']);
});

test('a page opens when a quiz is passed, not when it is only taken', () => {
  const course = courseWith({ three: { passed: 'check' } }, [quiz('check', 'one')]);
  expect(locks(course, stateWith(['one'], { check: taken(5900, false) }))).toEqual(['three']);
  expect(locks(course, stateWith([], { check: taken(6000, true) }))).toEqual([]);
});

test('a quiz without a mark is passed by any submission', () => {
  const course = courseWith({ three: { passed: 'check' } }, [quiz('check', 'one', { pass: null })]);
  expect(locks(course, stateWith([], { check: taken(0, false) }))).toEqual([]);
});

test('what was read or begun stays open when a later version locks it', () => {
  const course = courseWith({ two: { after: 'one' }, three: { after: 'two' } }, [quiz('check', 'three')]);
  expect(locks(course, stateWith(['two']))).toEqual([]);
  expect(locks(course, stateWith([], { check: taken(0, false) }))).toEqual(['two']);
});

test('what a later version took away locks nothing', () => {
  expect(locks(courseWith({ two: { after: 'gone' }, three: { passed: 'gone' } }, []), emptyState)).toEqual([]);
});

test('a quiz that tests out makes its pages done, completes the course without them, and leaves their quizzes out', () => {
  const quizzes = [quiz('skip', 'three', { testsOut: ['one', 'two'] }), quiz('check', 'one')];
  const course = courseWith({ two: { after: 'one' } }, quizzes);
  const [one] = course.pages;
  if (one === undefined) throw new Error('no page');
  const failed = stateWith(['three'], { skip: taken(5000, false) });
  expect(isPageDone(course, failed, one)).toBe(false);
  expect(courseScore(course, failed)).toBe(2500);
  expect(courseResult(course, failed).status).toBe('incomplete');
  const passed = stateWith(['three'], { skip: taken(9000, true) });
  expect(isPageDone(course, passed, one)).toBe(true);
  expect(locks(course, passed)).toEqual([]);
  expect(courseScore(course, passed)).toBe(9000);
  expect(courseResult(course, passed)).toEqual({ status: 'passed', score: 9000 });
  // Taken all the same, it counts.
  expect(courseScore(course, stateWith(['three'], { skip: taken(9000, true), check: taken(5000, false) }))).toBe(7000);
});
