import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { courseOf } from '../../../tests/arbitrary-course.ts';
import type { CourseData, QuizData, RulesData } from '../../contract/course-data.ts';
import type { Course } from '../../course/course.ts';
import { packageRoot } from '../../package-root.ts';
import { loadTemplates, loadWords } from '../load-templates.ts';
import { gradebookRows } from './gradebook-rows.ts';
import { renderSheet } from './render-sheet.ts';

const folder = path.join(packageRoot(), 'templates');
const templates = loadTemplates(folder);
const { words } = loadWords(folder, 'en');

const quiz = (id: string, own: Partial<QuizData> = {}): QuizData => ({
  id,
  title: id,
  page: 'lesson',
  pass: 80,
  attempts: 0,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'done',
  questions: [{ id: 'first', type: 'true-false', points: 1, prompt: 'So?', answer: true }],
  ...own,
});
function course(quizzes: readonly QuizData[], rules: Partial<RulesData> = {}): CourseData {
  const plain = courseOf('course', ['lesson'], quizzes);
  return { ...plain, title: 'Tea & <b>cake</b>', rules: { ...plain.rules, pass: 80, ...rules } };
}
function sheet(data: CourseData): string {
  const authored = { description: '', file: new VFile() } as unknown as Course;
  return renderSheet(
    { course: authored, data, files: [] },
    { templates, words, language: 'en', file: 'course-1.0.0-scorm12.zip', standard: 'SCORM 1.2' },
  );
}
const told = (data: CourseData): Record<string, string> =>
  Object.fromEntries(gradebookRows(data).map((row) => [row.situation, `${row.status}, ${row.score}`]));

test('the gradebook is what the course will report, pair by pair', () => {
  const limited = [quiz('exam', { attempts: 2 })];
  const same = { begun: 'incomplete, none', read: 'incomplete, none' };
  expect(told(course(limited))).toEqual({
    ...same,
    below: 'incomplete, below',
    out: 'incomplete, below',
    good: 'passed, reached',
  });
  expect(told(course(limited, { report: 'passed-failed' }))).toEqual({
    ...same,
    below: 'incomplete, below',
    out: 'failed, below',
    good: 'passed, reached',
  });
  expect(told(course(limited, { report: 'completed-failed' }))).toEqual({
    ...same,
    below: 'incomplete, below',
    out: 'failed, below',
    good: 'completed, reached',
  });
  expect(told(course(limited, { report: 'completed-incomplete' }))).toEqual({
    ...same,
    below: 'completed, below',
    out: 'completed, below',
    good: 'completed, reached',
  });
});

test('situations that a course cannot lead to are left out', () => {
  expect(told(course([quiz('exam')]))).toEqual({
    begun: 'incomplete, none',
    read: 'incomplete, none',
    belowOnly: 'incomplete, below',
    good: 'passed, reached',
  });
  expect(told(course([], { report: 'completed-incomplete', pass: null, completion: 'lessons' }))).toEqual({
    begun: 'incomplete, none',
    goodOnly: 'completed, none',
  });
});

test('says which statuses to tick in Moodle, and warns only of what can come', () => {
  const passed = sheet(course([quiz('exam')]));
  expect(passed).toContain('Passed, and Completed as well');
  expect(passed).not.toContain('Open edX then sets the grade to 0');
  const failing = sheet(course([quiz('exam', { attempts: 1 })], { report: 'completed-failed' }));
  expect(failing).toContain('never <em>passed</em>');
  expect(failing).toContain('Open edX then sets the grade to 0');
});

test('each quiz has its marks, its share of the score and its name in reports', () => {
  const text = sheet(
    course(
      [quiz('check', { weight: 1, pass: null }), quiz('exam', { weight: 3, attempts: 2 }), quiz('try', { weight: 0 })],
      { mustPass: ['exam'] },
    ),
  );
  expect(text).toMatch(/<code>check<\/code>.*no mark.*any number.*25%/);
  expect(text).toMatch(/<code>exam<\/code>.*80%<span class="sub">must be passed<\/span>.*>2<.*75%/);
  expect(text).toMatch(/<code>try<\/code>.*practice/);
  expect(text).toContain('<code>check_first</code>');
});

test('two quizzes of one lesson are told apart', () => {
  const one = quiz('one', { title: 'Before' });
  const titled = sheet(course([one, quiz('two', { title: 'After' })], { mustPass: ['two'] }));
  expect(titled).toContain('lesson: Before');
  expect(titled.split('lesson: After').length).toBeGreaterThan(2);
  expect(sheet(course([one, quiz('two', { title: 'Before' })]))).toContain('lesson (two)');
});

test.each([
  ['with quizzes', course([quiz('exam', { attempts: 1 })], { report: 'passed-failed', mustPass: ['exam'] })],
  ['without', course([], { report: 'completed-incomplete', pass: null, completion: 'lessons' })],
])('%s: valid, standalone, without gaps, and the title is a text', async (_what, data) => {
  const text = sheet(data);
  const { results } = await new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'no-inline-style': 'error', 'long-title': 'off', 'doctype-style': 'off' },
  }).validateString(text);
  expect(
    results.flatMap((result) => result.messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}, ${message}`)),
  ).toEqual([]);
  expect(text).toContain('<h1>Tea &amp; &lt;b&gt;cake&lt;/b&gt;</h1>');
  expect(text).not.toMatch(/<script|<link rel="stylesheet"|https?:\/\/|src=/);
  // Neither an unfilled gap nor a word that is not there.
  expect(text.replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(/\{\w+\}|sheet\.\w|undefined/);
});

test('the words of the sheet are no part of the package', async () => {
  const { makeCourseData } = await import('../course-data.ts');
  const authored = { ...courseOf('course', ['lesson'], []), pages: [], rules: {} } as unknown as Course;
  const kit = {
    templates,
    words,
    diagram: () => null,
  } as unknown as Parameters<typeof makeCourseData>[2];
  const keys = Object.keys(makeCourseData(authored, [], kit, { films: new Map() }).strings);
  expect(keys).toContain('save.saved');
  expect(keys.filter((key) => key.startsWith('sheet.'))).toEqual([]);
});

test('which attempt counts is told as it is', () => {
  expect(sheet(course([quiz('exam')]))).toContain('The best attempt at each quiz counts.');
  const last = sheet(course([quiz('exam', { counts: 'last' }), quiz('check')]));
  expect(last).toContain('Another attempt than the best may count in lesson: exam,');
  expect(last).not.toContain('The best attempt at each quiz counts.');
  expect(sheet(course([quiz('exam'), quiz('trial', { counts: 'last', weight: 0 })]))).toContain('The best attempt');
});

test('draws, time, waits, locked pages and tests that spare lessons are told', () => {
  const exam = quiz('exam', {
    draw: [{ count: 1 }],
    time: { minutes: 20, adjustable: true },
    cooldown: 30,
    testsOut: ['lesson'],
  });
  const made = course([exam, quiz('retest', { time: { minutes: 5, adjustable: false } })]);
  const text = sheet({
    ...made,
    pages: made.pages.map((page, index) => (index === 0 ? { ...page, opens: { passed: 'exam' } } : page)),
  });
  for (const said of [
    'Questions are drawn at random',
    '20 minutes for one attempt. Learners may take ten times as long',
    '5 minutes for one attempt, for everybody alike.',
    '30 minutes to wait between two attempts.',
    'opens when lesson: exam is passed.',
    'Who passes ',
    `1 of ${exam.questions.length}`,
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('id="objectives"');
});

test('objectives have their mark and their name in reports', () => {
  const made = course([quiz('exam')]);
  const text = sheet({
    ...made,
    objectives: [
      { id: 'edge', title: 'Say what the edge does', pass: 60, quizzes: [{ quiz: 'exam' }] },
      { id: 'rest', title: 'The rest', pass: null, quizzes: [{ quiz: 'exam' }] },
    ],
  });
  expect(text).toMatch(/Say what the edge does<span class="sub"><code>edge<\/code>.*60%/);
  expect(text).toMatch(/<code>rest<\/code>.*no mark/);
});
