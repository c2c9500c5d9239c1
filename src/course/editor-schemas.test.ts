import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../package-root.ts';
import { editorSchema, schemaNames } from './editor-schemas.ts';
import { questionTypes } from './questions/index.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const validators = new Map(schemaNames.map((name) => [name, ajv.compile(editorSchema(name) ?? false)]));
function faults(name: string, value: unknown): ValidateFunction['errors'] {
  const validate = validators.get(name);
  if (validate === undefined) throw new Error(`There is no schema ${name}.`);
  validate(value);
  return validate.errors ?? null;
}

const folders = ['content/from-code-to-production', 'templates/starter'];
const files = folders.flatMap((folder) =>
  readdirSync(path.join(packageRoot(), folder)).map((name) => `${folder}/${name}`),
);
const read = (file: string): string =>
  readFileSync(path.join(packageRoot(), file), 'utf8').replace('{{id}}', 'course').replace('{{title}}', 'Course');

const schemaOf = (file: string): string =>
  file.endsWith('.quiz.yml') ? 'quiz' : file.endsWith('/glossary.yml') ? 'glossary' : 'course';

test.each(files.filter((file) => file.endsWith('.yml')))('%s is valid by its schema', (file) => {
  expect(faults(schemaOf(file), parse(read(file)))).toBeNull();
});

test.each(files.filter((file) => file.endsWith('.md')))('the front matter of %s is valid by its schema', (file) => {
  const matter = /^---\n([\s\S]*?)\n---\n/.exec(read(file))?.[1] ?? '';
  expect(faults('lesson', parse(matter))).toBeNull();
});

test('what is wrong is found', () => {
  const question = { id: 'q', type: 'single', prompt: 'p', choices: [{ text: 'a', correct: true }] };
  expect(faults('quiz', { title: 'T', id: 't', questions: [question] })).toBeNull();
  expect(faults('quiz', { title: 'T', id: 't', pas: 75, questions: [question] })).not.toBeNull();
  expect(faults('quiz', { title: 'T', id: 't', pass: 101, questions: [question] })).not.toBeNull();
  expect(faults('quiz', { title: 'T', id: 't', questions: [{ ...question, type: 'singel' }] })).not.toBeNull();
  expect(faults('quiz', { title: 'T', id: 't', questions: [{ ...question, answer: true }] })).not.toBeNull();
  expect(faults('course', { id: 'a', title: 'T' })).not.toBeNull();
  expect(faults('lesson', { id: 'a' })).not.toBeNull();
});

test('each key has a description, each type of question its own keys', () => {
  const quiz = JSON.stringify(editorSchema('quiz'));
  for (const type of questionTypes) expect(quiz).toContain(`"const":"${type}"`);
  const undescribed = schemaNames.flatMap((name) => keysWithout(editorSchema(name), name));
  expect(undescribed).toEqual([]);
  expect(quiz).not.toContain('"fix"');
});

/** Paths of properties without a description. */
function keysWithout(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== 'properties') return keysWithout(value, place);
    return Object.entries(value as Record<string, { description?: string }>).flatMap(([name, own]) => [
      ...(own.description === undefined ? [`${place}.${name}`] : []),
      ...keysWithout(own, `${place}.${name}`),
    ]);
  });
}
