import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFolder, run } from './tool.ts';

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(() => rm(folder, { recursive: true }));

const at = (...parts: string[]): string => path.join(folder, ...parts);
const start = (...args: string[]) => run(args, { cwd: folder });
const names = ['01-writing-a-lesson.md', '02-asking-questions.md', '03-exam.quiz.yml', 'course.yml'];

test('makes a course that builds without a warning, where nobody can answer in content/my-course', async () => {
  const { code, out, talk } = await start('init');
  expect({ code, out }).toEqual({ code: 0, out: names.map((name) => `content/my-course/${name}\n`).join('') });
  expect(talk).toContain('build-scorm check ');
  const built = await start('--strict');
  expect(built).toMatchObject({ code: 0, out: 'dist/my-course-1.0.0-scorm12.zip\n' });
  expect(built.talk).toContain('✔ My course: 2 lessons, 6 questions, 0 warnings');
});

test('id and title come from the name of the folder; the next steps name it', async () => {
  const { code, talk } = await start('init', 'Erste Hilfe: Teil 1');
  expect(code).toBe(0);
  expect(talk).toContain('build-scorm build "Erste Hilfe: Teil 1"');
  const config = await readFile(at('Erste Hilfe: Teil 1', 'course.yml'), 'utf8');
  expect(config).toContain('id: erste-hilfe-teil-1\ntitle: "Erste Hilfe: Teil 1"\n');
  expect(await start('check', 'Erste Hilfe: Teil 1', '--strict')).toMatchObject({ code: 0 });
});

test('never writes over anything: a folder with a course is left as it is', async () => {
  await mkdir(at('mine'));
  await writeFile(at('mine', 'course.yml'), 'mine');
  const { code, out, talk } = await start('init', 'mine');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(talk).toContain('mine is not empty: it has `course.yml`. Nothing was written');
  expect(await readdir(at('mine'))).toEqual(['course.yml']);
  expect(await readFile(at('mine', 'course.yml'), 'utf8')).toBe('mine');
});

test('the folder it stands in, with a README in it', async () => {
  await writeFile(at('README.md'), 'Hello');
  expect((await start('init', '.')).out).toBe(names.map((name) => `${name}\n`).join(''));
  expect((await readdir(folder)).sort()).toEqual([...names, 'README.md'].sort());
});

test('a folder that cannot be made is said in plain words', async () => {
  await writeFile(at('file'), '');
  const { code, talk } = await start('init', 'file/course');
  expect(code).toBe(1);
  expect(talk).toContain('could not be written to file/course: a part of its path is a file, not a folder');
});
