import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { courseOf } from '../../tests/arbitrary-course.ts';
import type { CourseData, PageData, QuizData } from '../contract/course-data.ts';
import type { QuestionData, SingleQuestion } from '../contract/question-data.ts';
import type { Course, Quiz } from '../course/course.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import type { RenderedCourse } from '../pages/rendered-course.ts';
import { answerKey } from './answer-key.ts';
import { compareRelease } from './compare-release.ts';

const single = (id: string, right: string, ...choices: readonly string[]): SingleQuestion => ({
  id,
  type: 'single',
  points: 1,
  prompt: id,
  choices: choices.map((name) => ({ id: name, text: name.toUpperCase(), correct: name === right })),
});
const quiz = (id: string, questions: readonly QuestionData[], own: Partial<QuizData> = {}): QuizData => ({
  id,
  title: id,
  page: 'lesson',
  pass: 75,
  attempts: 3,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'done',
  questions,
  ...own,
});
const course = (quizzes: readonly QuizData[], own: Partial<CourseData> = {}): CourseData => ({
  ...courseOf('course', ['lesson', 'more'], quizzes),
  ...own,
});

/** Rule, severity and reason of each message on the course that `now` comes from. */
function findings(before: CourseData, now: CourseData, force = false): readonly string[] {
  const file = new VFile({ path: 'course.yml', value: 'id: course\n' });
  const at = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const quizzes = now.quizzes.map(({ id, questions }) => ({
    id,
    file,
    position: at,
    questions: questions.map((question) => ({ id: question.id, position: at })),
  }));
  // Of the authored course only places and ids are looked at.
  const authored = {
    id: now.id,
    file,
    at: () => at,
    pages: quizzes.map((each) => ({ kind: 'quiz', id: each.id, quiz: each as unknown as Quiz })),
  } as unknown as Course;
  compareRelease(before, { course: authored, data: now, files: [] } satisfies RenderedCourse, force);
  for (const message of file.messages) expect(message.note, message.reason).toMatch(/\S/);
  return file.messages.map(
    (message) => `${message.fatal === true ? 'error' : 'warning'} ${message.ruleId}: ${message.reason}`,
  );
}

const first = single('q', 'a', 'a', 'b');

test('the same course: nothing to say', () => {
  expect(findings(course([quiz('z', [first])]), course([quiz('z', [first])]))).toEqual([]);
});

test('words, order, feedback, points and weights are no change for learners', () => {
  const before = course([quiz('z', [first, single('r', 'a', 'a', 'b')])]);
  const { choices } = first;
  const reworded: SingleQuestion = {
    ...first,
    prompt: 'other',
    points: 2,
    choices: choices.toReversed().map((choice) => ({ ...choice, text: 'other', feedback: 9 })),
  };
  expect(
    findings(
      before,
      course([quiz('z', [single('r', 'a', 'a', 'b'), reworded], { weight: 2 })], { version: '2.0.0', build: 'other' }),
    ),
  ).toEqual([]);
});

test('another id of the course is an error, told alone; with force a warning', () => {
  const before = course([quiz('z', [first])]);
  const now = course([], { id: 'other' });
  const rule: RuleId = 'release-course-id';
  const said = `${rule}: The course id is \`other\`, in the release before it is \`course\`: all learners would begin anew`;
  expect(findings(before, now)).toEqual([`error ${said}`]);
  expect(findings(before, now, true)).toEqual([`warning ${said}`]);
});

test.each<[string, CourseData, CourseData, RuleId, string]>([
  [
    'the same version with other content',
    course([], { build: 'a' }),
    course([], { build: 'b' }),
    'release-version',
    'The release before has the version 1.0.0 too, and other content',
  ],
  [
    'a lesson gone',
    course([]),
    course([], { pages: course([]).pages.slice(0, 1) }),
    'release-page-removed',
    'The lesson `more` ("more") is gone',
  ],
  [
    'a quiz gone',
    course([quiz('z', [first])]),
    course([]),
    'release-quiz-removed',
    'The quiz `z` ("z") is gone: attempts at it are dropped',
  ],
  [
    'a question gone',
    course([quiz('z', [first, single('r', 'a', 'a', 'b')])]),
    course([quiz('z', [first])]),
    'release-question-removed',
    'The question `r` is gone from the quiz `z`',
  ],
  [
    'a question more',
    course([quiz('z', [first])]),
    course([quiz('z', [first, single('r', 'a', 'a', 'b')])]),
    'release-question-added',
    'The question `r` is new in the quiz `z`',
  ],
  [
    'another key',
    course([quiz('z', [first])]),
    course([quiz('z', [single('q', 'b', 'a', 'b')])]),
    'release-answer-key',
    'The right answer of the question `q`, or its credit, has changed',
  ],
  [
    'an option more',
    course([quiz('z', [first])]),
    course([quiz('z', [single('q', 'a', 'a', 'b', 'c')])]),
    'release-answers-changed',
    'What the question `q` offers has changed',
  ],
  [
    'another type',
    course([quiz('z', [first])]),
    course([quiz('z', [{ id: 'q', type: 'true-false', points: 1, prompt: 'q', answer: true }])]),
    'release-answers-changed',
    'The question `q` was of the type single, now true-false',
  ],
  [
    'another mark of a quiz',
    course([quiz('z', [first])]),
    course([quiz('z', [first], { pass: null })]),
    'release-pass-mark',
    'The quiz `z` was passed with 75 %, now with no mark',
  ],
  [
    'fewer attempts',
    course([quiz('z', [first])]),
    course([quiz('z', [first], { attempts: 2 })]),
    'release-attempts',
    'The quiz `z` allowed 3 attempts, now 2',
  ],
  [
    'a limit of attempts',
    course([quiz('z', [first], { attempts: 0 })]),
    course([quiz('z', [first])]),
    'release-attempts',
    'The quiz `z` allowed any number of attempts, now 3',
  ],
  [
    'another mark of the course',
    course([]),
    course([], { rules: { ...course([]).rules, pass: 80 } }),
    'release-pass-mark',
    'The score that passes the course was 75 %, now 80 %',
  ],
  [
    'other quizzes to pass',
    course([]),
    course([], { rules: { ...course([]).rules, mustPass: ['z'] } }),
    'release-pass-mark',
    'The list of quizzes that must be passed was empty, now `z`',
  ],
  [
    'another report',
    course([]),
    course([], { rules: { ...course([]).rules, report: 'passed-failed' } }),
    'release-pass-mark',
    '`report` was `passed-incomplete`, now `passed-failed`',
  ],
  [
    'another completion',
    course([]),
    course([], { rules: { ...course([]).rules, completion: 'lessons' } }),
    'release-pass-mark',
    '`completion` was `both`, now `lessons`',
  ],
])('%s', (_what, before, now, rule, said) => {
  expect(findings(before, now)).toEqual([`warning ${rule}: ${said}`]);
});

const bank = [first, single('r', 'a', 'a', 'b'), single('s', 'a', 'a', 'b')];
const opens = (gate: PageData['opens']): CourseData => {
  const plain = course([]);
  return { ...plain, pages: plain.pages.map((page, at) => (at === 1 && gate ? { ...page, opens: gate } : page)) };
};
const timed = (minutes: number, adjustable = true) => course([quiz('z', [first], { time: { minutes, adjustable } })]);
const aims = (pass: number | null, questions?: readonly string[]): CourseData =>
  course([quiz('z', bank)], {
    objectives: [{ id: 'o', title: 'O', pass, quizzes: [{ quiz: 'z', ...(questions ? { questions } : {}) }] }],
  });

test.each<[string, CourseData, CourseData, RuleId, string]>([
  [
    'a draw where all were asked',
    course([quiz('z', bank)]),
    course([quiz('z', bank, { draw: [{ count: 2 }] })]),
    'release-draw',
    'The quiz `z` asked all questions, now 2 of 3',
  ],
  [
    'another draw',
    course([quiz('z', bank, { draw: [{ count: 2 }] })]),
    course([quiz('z', bank, { draw: [{ count: 1, of: ['q', 'r'] }] })]),
    'release-draw',
    'The quiz `z` asked 2 of 3, now 1 of 3 by tag',
  ],
  [
    'a new time limit',
    course([quiz('z', [first])]),
    timed(20),
    'release-time',
    'The quiz `z` has a limit of 20 minutes now, before it had none',
  ],
  ['a shorter one', timed(20), timed(1), 'release-time', 'The quiz `z` gave 20 minutes, now 1 minute'],
  ['a fixed one', timed(20), timed(20, false), 'release-time', 'The quiz `z` no longer lets learners have more time'],
  [
    'a longer wait',
    course([quiz('z', [first])]),
    course([quiz('z', [first], { cooldown: 30 })]),
    'release-attempts',
    'The quiz `z` asks for a wait of 30 minutes between attempts, before of 0 minutes',
  ],
  [
    'another attempt counts',
    course([quiz('z', [first])]),
    course([quiz('z', [first], { counts: 'last' })]),
    'release-counts',
    'The best of several attempts at the quiz `z` counted, now the last',
  ],
  [
    'practice that counts',
    course([quiz('z', [first], { weight: 0 })]),
    course([quiz('z', [first])]),
    'release-counts',
    'The quiz `z` was for practice, and counts now',
  ],
  [
    'a dearer hint',
    course([quiz('z', [first])]),
    course([quiz('z', [first], { hintCost: 50 })]),
    'release-counts',
    'Hints in the quiz `z` cost more than before',
  ],
  [
    'a locked page',
    opens(undefined),
    opens({ after: 'lesson' }),
    'release-gate',
    'The page `more` was open from the start, now it is open after `lesson`',
  ],
  [
    'another lock',
    opens({ after: 'lesson' }),
    opens({ passed: 'z' }),
    'release-gate',
    'The page `more` was open after `lesson`, now it is open when `z` is passed',
  ],
  [
    'a page no longer tested out',
    course([quiz('z', [first], { testsOut: ['more'] })]),
    course([quiz('z', [first])]),
    'release-gate',
    'The quiz `z` no longer stands for `more`: who has passed it has these pages to do again',
  ],
  [
    'confidence',
    course([quiz('z', [first])]),
    course([quiz('z', [first], { confidence: true })]),
    'release-confidence',
    'The quiz `z` asks now how sure learners are',
  ],
  ['an objective more', course([quiz('z', bank)]), aims(50), 'release-objectives', 'The objective `o` is new'],
  ['an objective gone', aims(50), course([quiz('z', bank)]), 'release-objectives', 'The objective `o` ("O") is gone'],
  [
    'an objective of other questions',
    aims(50),
    aims(50, ['q']),
    'release-objectives',
    'The objective `o` is measured by other questions than before',
  ],
  [
    'another mark of an objective',
    aims(50),
    aims(null),
    'release-objectives',
    'The objective `o` is passed with another score than before',
  ],
])('rules: %s', (_what, before, now, rule, said) => {
  expect(findings(before, now)).toEqual([`warning ${rule}: ${said}`]);
});

test('more time, a shorter wait and an opened page take nothing from anybody', () => {
  expect(findings(timed(20), timed(30))).toEqual([]);
  expect(findings(timed(20), course([quiz('z', [first])]))).toEqual([]);
  expect(findings(course([quiz('z', [first], { cooldown: 30 })]), course([quiz('z', [first])]))).toEqual([]);
  expect(findings(opens({ after: 'lesson' }), opens(undefined))).toEqual([]);
});

test('more attempts take nothing from anybody', () => {
  expect(findings(course([quiz('z', [first])]), course([quiz('z', [first], { attempts: 0 })]))).toEqual([]);
});

test('a text that a typed answer is compared with is a key; that of an option is not', () => {
  const typed = (text: string): QuestionData => ({
    id: 'q',
    type: 'fill-in',
    points: 1,
    prompt: 'q',
    accepted: [{ text }],
    wrong: [],
    case: false,
    limit: 20,
  });
  expect(answerKey(typed('Paris'))).not.toBe(answerKey(typed('Rome')));
  expect(answerKey(first)).toBe(
    answerKey({ ...first, choices: first.choices.map((choice) => ({ ...choice, text: 'x' })) }),
  );
});

test('the order of items to put in order is their key, whatever else stays', () => {
  const order = (...ids: string[]): QuestionData => ({
    id: 'q',
    type: 'ordering',
    points: 1,
    items: ids.map((id) => ({ id })),
    credit: 'all-or-nothing',
  });
  expect(answerKey(order('a', 'b', 'c'))).not.toBe(answerKey(order('b', 'a', 'c')));
});

test('what makes no answer right or wrong is no key', () => {
  const typed = (texts: readonly string[], limit: number, exact = false): QuestionData => ({
    ...{ id: 'q', type: 'fill-in', points: 1, wrong: [], case: exact, limit },
    accepted: texts.map((text) => ({ text })),
  });
  expect(answerKey(typed(['Paris', 'Lutetia'], 20))).toBe(answerKey(typed(['lutetia', 'paris'], 40)));
  expect(answerKey(typed(['Paris'], 20, true))).not.toBe(answerKey(typed(['paris'], 20, true)));

  const gaps = (accepted: readonly string[], menu: readonly string[], right: string): QuestionData => ({
    ...{ id: 'q', type: 'blanks', points: 1, credit: 'per-blank', case: false },
    blanks: [
      { kind: 'text', accepted, limit: 24 },
      { kind: 'menu', options: menu.map((text) => ({ text, correct: text === right })) },
    ],
  });
  expect(answerKey(gaps(['a', 'b'], ['c', 'd'], 'c'))).toBe(answerKey(gaps(['b', 'a'], ['d', 'c'], 'c')));
  expect(answerKey(gaps(['a'], ['c', 'd'], 'c'))).not.toBe(answerKey(gaps(['a'], ['c', 'd'], 'd')));
  expect(answerKey({ id: 'q', type: 'open', points: 0, limit: 200 })).toBe(
    answerKey({ id: 'q', type: 'open', points: 0, limit: 100 }),
  );
});
