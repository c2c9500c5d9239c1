import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFolder, run } from './tool.ts';

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(() => rm(folder, { recursive: true }));
const start = (...args: string[]) => run(args, { cwd: folder });

test('prints the schema of a name, or all by name', async () => {
  const one = await start('schema', 'course');
  expect(one.code).toBe(0);
  expect(JSON.parse(one.out)).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'build-scorm course',
    required: ['id', 'title', 'language'],
  });
  const all = await start('schema');
  expect(JSON.parse(all.out)['course']).toEqual(JSON.parse(one.out));
  expect(Object.keys(JSON.parse(all.out))).toEqual(['course', 'lesson', 'quiz', 'translation', 'glossary']);
});

test('writes each into a file for the editor', async () => {
  const { code, out } = await start('schema', '--out', '.vscode/schemas');
  expect({ code, out }).toEqual({
    code: 0,
    out: ['course', 'lesson', 'quiz', 'translation', 'glossary']
      .map((name) => `.vscode/schemas/${name}.schema.json\n`)
      .join(''),
  });
  expect(JSON.parse(await readFile(path.join(folder, '.vscode/schemas/quiz.schema.json'), 'utf8'))).toMatchObject({
    title: 'build-scorm quiz',
  });
});

test('an unknown name is wrong usage', async () => {
  expect(await start('schema', 'quizz')).toMatchObject({
    code: 2,
    out: '',
    talk: 'There is no schema `quizz`. Did you mean `quiz`?\n',
  });
});
