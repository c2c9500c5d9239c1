import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFolder, run } from './tool.ts';

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
  await writeFile(at('exam.quiz.yml'), exam);
});
afterEach(() => rm(folder, { recursive: true }));

const at = (...parts: string[]): string => path.join(folder, ...parts);
const start = (...args: string[]) => run(args, { cwd: folder });

const exam = `# A comment.
title: Exam
id: exam
questions:
  - id: first
    type: single
    prompt: Which?
    choices:
      - text: This
        correct: true
      - text: That
`;
const inline = `:::quiz[Exam]{#exam}

### Which? {#first}

- [x] This
- [ ] That

:::
`;

test('a quiz file to markdown and back, to the terminal', async () => {
  const there = await start('convert', 'exam.quiz.yml');
  expect(there).toMatchObject({ code: 0, out: inline, talk: 'A comment of exam.quiz.yml is not carried over.\n' });
  await writeFile(at('lesson.md'), `---\ntitle: Lesson\n---\n\nText.\n\n${there.out}`);
  const back = await start('convert', 'lesson.md');
  expect(back).toEqual({ code: 0, out: exam.replace('# A comment.\n', ''), talk: '' });
});

test('into a file, which is never written over unless told so', async () => {
  const first = await start('convert', 'exam.quiz.yml', '-o', 'quiz.md');
  expect(first).toMatchObject({ code: 0, out: 'quiz.md\n' });
  expect(first.talk).toContain('Now remove the quiz `exam` from exam.quiz.yml');
  expect(await readFile(at('quiz.md'), 'utf8')).toBe(inline);
  await writeFile(at('quiz.md'), 'mine');
  const second = await start('convert', 'exam.quiz.yml', '-o', 'quiz.md');
  expect(second).toMatchObject({ code: 2, out: '' });
  expect(second.talk).toContain('quiz.md is there already');
  expect(await readFile(at('quiz.md'), 'utf8')).toBe('mine');
  expect(await start('convert', 'exam.quiz.yml', '-o', 'quiz.md', '--force')).toMatchObject({ code: 0 });
  expect(await readFile(at('quiz.md'), 'utf8')).toBe(inline);
});

test('of a lesson with several quizzes, the one that is named', async () => {
  await writeFile(at('lesson.md'), `---\ntitle: Lesson\n---\n\n${inline}\n${inline.replace('#exam', '#other')}`);
  const none = await start('convert', 'lesson.md');
  expect(none).toMatchObject({ code: 2, talk: 'lesson.md has 2 quizzes. Name one: --quiz exam, --quiz other\n' });
  expect((await start('convert', 'lesson.md', '--quiz', 'other')).out).toContain('id: other\n');
  expect(await start('convert', 'lesson.md', '--quiz', 'othr')).toMatchObject({
    code: 2,
    talk: 'lesson.md has no quiz `othr`. Did you mean `other`?\n',
  });
});

test('words of the language of the course: its own "true" and "false"', async () => {
  await writeFile(at('course.yml'), 'id: course\ntitle: Course\nlanguage: en\n');
  await writeFile(
    at('tf.quiz.yml'),
    'title: T\nid: t\nquestions:\n  - {id: a, type: true-false, prompt: So?, answer: false}\n',
  );
  expect((await start('convert', 'tf.quiz.yml')).out).toContain('- [ ] True\n- [x] False\n');
});

test('what cannot be converted is said with its place, and nothing is written', async () => {
  await writeFile(at('code.quiz.yml'), exam.replace('text: This', 'text: "```js\\na\\n```"'));
  const { code, out, talk } = await start('convert', 'code.quiz.yml', '-o', 'code.md');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  const rule = 'not-convertible';
  expect(talk).toContain(`code.quiz.yml:5:5  error  The question \`first\` cannot stand in a lesson  ${rule}`);
});

test.each([
  ['missing.quiz.yml', 1, 'Cannot be read: it does not exist'],
  ['course.yml', 2, '`course.yml` is neither a quiz file (`*.quiz.yml`) nor a lesson (`*.md`).'],
  ['plain.md', 2, 'plain.md has no quiz.'],
  ['broken.quiz.yml', 1, 'invalid-value'],
])('%s: exit code %i and a reason', async (name, code, said) => {
  await writeFile(at('plain.md'), '---\ntitle: Lesson\n---\n\nText.\n');
  await writeFile(at('broken.quiz.yml'), exam.replace('single', 'singel'));
  const result = await start('convert', name);
  expect(result).toMatchObject({ code, out: '' });
  expect(result.talk).toContain(said);
});
