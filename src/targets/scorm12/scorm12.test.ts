import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { Choice, Course } from '../../course/course.ts';
import { lintPackage } from '../../package/lint-package.ts';
import type { RenderedCourse } from '../../pages/rendered-course.ts';
import { findTarget, targets } from '../index.ts';
import { scorm12 } from './scorm12.ts';

const course: Course = {
  id: 'shipping',
  title: 'Shipping',
  description: 'How code gets to its users.',
  version: '1.0.0',
  language: 'en',
  direction: 'ltr',
  words: { language: 'en', missing: [], words: {} },
  sections: [],
  pages: [],
  rules: { report: 'passed-incomplete', pass: 80, mustPass: [], completion: 'both' },
  file: new VFile({ path: 'course.yml' }),
  at: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }),
};

function rendered(paths: readonly string[], of: Course = course): RenderedCourse {
  return {
    course: of,
    files: paths.map((path) => ({ path, text: path })),
    data: {
      format: 1,
      id: course.id,
      title: course.title,
      version: course.version,
      language: 'en',
      direction: 'ltr',
      build: '000000000000',
      sections: [],
      pages: [],
      quizzes: [],
      rules: course.rules,
      stateLimit: 4096,
      strings: {},
    },
  };
}

const control = new Map(scorm12.controlFiles.map((name) => [name, new Uint8Array()]));

test('the manifest comes first, then the schemas, then the course, whatever order they come in', () => {
  const paths = ['index.html', 'media/map.png', 'pages/a.html', 'player.js'];
  const forwards = scorm12.files(rendered(paths), control);
  const backwards = scorm12.files(rendered(paths.toReversed()), new Map([...control].toReversed()));
  expect(forwards.map((file) => file.path)).toEqual(['imsmanifest.xml', ...scorm12.controlFiles, ...paths]);
  expect(backwards).toEqual(forwards);
});

test('a package has nothing to lint', () => {
  expect(lintPackage(scorm12.files(rendered(['index.html', 'pages/a.html']), control))).toEqual([]);
});

test('a target is found by its id', () => {
  expect(findTarget('scorm12')).toBe(targets[0]);
  expect(findTarget('scorm13')).toBeNull();
});

function messages(checked: Course): string[] {
  const files = [checked.file, ...checked.pages.map((page) => page.file)];
  return files.flatMap((file) =>
    file.messages.map((message) => `${file.path} ${message.place ? 'at ' : ''}${message.ruleId}`),
  );
}

test('a title too long for a manifest is warned of, one that fits is not', () => {
  const long = { ...course, title: 'x'.repeat(201), file: new VFile({ path: 'course.yml' }) };
  const short = { ...course, title: 'x'.repeat(200), file: new VFile({ path: 'course.yml' }) };
  scorm12.check(rendered([], long));
  scorm12.check(rendered([], short));
  expect(messages(long)).toEqual(['course.yml at title-too-long']);
  expect(messages(short)).toEqual([]);
});

function courseWithChoices(count: number): Course {
  const file = new VFile({ path: 'exam.quiz.yml' });
  const choices = Array.from(
    { length: count },
    (_, n): Choice => ({ id: `c${n}`, text: [], correct: n === 0, feedback: [] }),
  );
  const position = { start: { line: 3, column: 1 }, end: { line: 3, column: 9 } };
  const quiz = {
    id: 'exam',
    title: 'Exam',
    page: 'exam',
    description: [],
    pass: 80,
    attempts: 0,
    feedback: 'end',
    reveal: 'done',
    weight: 1,
    shuffle: { questions: false, choices: false },
    questions: [{ id: 'q1', type: 'single', points: 1, prompt: [], explanation: [], file, position, choices }],
    file,
  } as const;
  const body: Root = { type: 'root', children: [] };
  const base = { title: 'Exam', source: 'exam.quiz.yml', file };
  return {
    ...course,
    file: new VFile({ path: 'course.yml' }),
    pages: [
      { ...base, id: 'exam', kind: 'quiz', href: 'exam.html', quiz },
      { ...base, id: 'read', kind: 'lesson', href: 'read.html', objectives: [], body, quizzes: [], file: new VFile() },
    ],
  };
}

test('a question with more choices than a report can tell apart is warned of, where it stands', () => {
  const many = courseWithChoices(37);
  const enough = courseWithChoices(36);
  scorm12.check(rendered([], many));
  scorm12.check(rendered([], enough));
  expect(messages(many)).toEqual(['exam.quiz.yml at answers-not-reportable']);
  expect(messages(enough)).toEqual([]);
});
