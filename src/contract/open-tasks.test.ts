import { expect, test } from 'vitest';
import type { CourseData, QuizData, RulesData } from './course-data.ts';
import { emptyState, type LearnerState, type QuizState } from './learner-state.ts';
import { openTasks } from './open-tasks.ts';
import { courseResult } from './scoring.ts';

const quiz = (id: string, page: string, more: Partial<QuizData> = {}): QuizData => ({
  id,
  title: id,
  page,
  pass: 50,
  attempts: 2,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'done',
  questions: [{ id: 'q', type: 'true-false', points: 1, prompt: '?', answer: true }],
  ...more,
});

const course = (rules: Partial<RulesData> = {}): CourseData => ({
  format: 1,
  id: 'sea',
  title: 'Sea',
  version: '1',
  language: 'en',
  direction: 'ltr',
  build: 'b',
  sections: [{ title: '', pages: ['tides', 'waves', 'exam'] }],
  pages: [
    { id: 'tides', kind: 'lesson', title: 'Tides', href: 'tides.html', quizzes: ['check'] },
    { id: 'waves', kind: 'lesson', title: 'Waves', href: 'waves.html', quizzes: ['practice'] },
    { id: 'exam', kind: 'quiz', title: 'Exam', href: 'exam.html', quizzes: ['exam'] },
  ],
  quizzes: [
    quiz('check', 'tides'),
    quiz('practice', 'waves', { weight: 0 }),
    quiz('exam', 'exam', { testsOut: ['waves'] }),
  ],
  rules: { report: 'passed-incomplete', pass: 80, mustPass: ['exam'], completion: 'both', ...rules },
  stateLimit: 4096,
  strings: {},
});

const done = (best: number, passed = best >= 5000): QuizState => ({ attempts: 1, best, passed, current: null });
const state = (seen: readonly string[], quizzes: Readonly<Record<string, QuizState>>): LearnerState => ({
  ...emptyState,
  seen: new Set(seen),
  quizzes: new Map(Object.entries(quizzes)),
});

test('at the beginning everything that counts is missing, in the order of the course', () => {
  expect(openTasks(course(), emptyState)).toEqual([
    { kind: 'read', page: 'tides' },
    { kind: 'submit', quiz: 'check' },
    { kind: 'read', page: 'waves' },
    { kind: 'pass', quiz: 'exam' },
    { kind: 'score' },
  ]);
});

test('a quiz that was handed in and not passed is missing where it must be passed', () => {
  expect(openTasks(course(), state(['tides', 'waves'], { check: done(10_000), exam: done(4000) }))).toEqual([
    { kind: 'pass', quiz: 'exam' },
    { kind: 'score' },
  ]);
});

test('what a passed quiz tests out is not missing', () => {
  expect(openTasks(course(), state(['tides'], { check: done(10_000), exam: done(9000) }))).toEqual([]);
});

test('where all that counts is tested out, nothing is left to reach a mark with', () => {
  const placed: CourseData = {
    ...course({ mustPass: [] }),
    quizzes: [quiz('check', 'tides'), quiz('placement', 'waves', { weight: 0, testsOut: ['tides', 'waves'] })],
  };
  const passed = state([], { placement: done(10_000) });
  expect(openTasks(placed, passed)).toEqual([]);
  expect(courseResult(placed, passed)).toEqual({ status: 'passed', score: null });
  // Who takes one of them all the same is measured by it.
  const taken = state([], { placement: done(10_000), check: done(5000) });
  expect(openTasks(placed, taken)).toEqual([{ kind: 'score' }]);
  expect(courseResult(placed, taken)).toEqual({ status: 'incomplete', score: 5000 });
});

test('only what the rules of the course ask for is missing', () => {
  expect(openTasks(course({ completion: 'lessons', report: 'completed-incomplete' }), emptyState)).toEqual([
    { kind: 'read', page: 'tides' },
    { kind: 'read', page: 'waves' },
  ]);
  expect(
    openTasks(course({ completion: 'quizzes', report: 'completed-incomplete', mustPass: [] }), emptyState),
  ).toEqual([
    { kind: 'submit', quiz: 'check' },
    { kind: 'submit', quiz: 'exam' },
  ]);
});

test('nothing is missing exactly when the status is the good one, under every rule', () => {
  const reports = ['passed-incomplete', 'passed-failed', 'completed-incomplete', 'completed-failed'] as const;
  const scores = [undefined, 4000, 7000, 10_000];
  let good = 0;
  for (const report of reports)
    for (const completion of ['lessons', 'quizzes', 'both'] as const)
      for (const mustPass of [[], ['exam']])
        for (const pass of [null, 80])
          for (const seen of [[], ['tides'], ['tides', 'waves']])
            for (const check of scores)
              for (const exam of scores) {
                const data = course({ report, completion, mustPass, pass });
                const learner = state(seen, {
                  ...(check === undefined ? {} : { check: done(check) }),
                  ...(exam === undefined ? {} : { exam: done(exam) }),
                });
                const { status } = courseResult(data, learner);
                const isGood = status === report.split('-')[0];
                if (isGood) good += 1;
                expect(
                  openTasks(data, learner).length === 0,
                  JSON.stringify({ data: data.rules, seen, check, exam }),
                ).toBe(isGood);
              }
  expect(good).toBeGreaterThan(100);
});
