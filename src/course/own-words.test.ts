import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../config/yaml-source.ts';
import type { SpokenWords } from './course-words.ts';
import { withOwnWords } from './own-words.ts';

const english: SpokenWords = {
  language: 'en',
  missing: [],
  words: {
    'quiz.submit': 'Submit',
    'quiz.pass': '{pass}% to pass',
    'quiz.attempts.one': '{count} attempt',
    'quiz.attempts.other': '{count} attempts',
    'sheet.kind': "Trainer's sheet",
  },
};

function changed(yaml: string, spoken = english, language = 'en') {
  const file = new VFile({ path: 'course.yml', value: yaml });
  const source = readYaml(file, yaml);
  if (source === null) throw new Error('no YAML');
  const { words, ...rest } = withOwnWords(spoken, language, source, file);
  return { ...rest, words, found: file.messages.map((message) => `${message.ruleId}:${message.line}`) };
}

describe('own words', () => {
  test('nested or with dots', () => {
    const { words, found } = changed('strings:\n  quiz:\n    submit: Hand in\n  quiz.pass: "{pass} of 100"\n');
    expect(found).toEqual([]);
    expect(words).toEqual({ ...english.words, 'quiz.submit': 'Hand in', 'quiz.pass': '{pass} of 100' });
  });
  test('as written, whatever YAML takes them for', () => {
    expect(changed('strings: { quiz.submit: 1.10 }').words['quiz.submit']).toBe('1.10');
  });
  test('one form of a plural leaves the others', () => {
    const { words, found } = changed('strings: { quiz.attempts.one: One attempt }');
    expect(found).toEqual([]);
    expect(words).toEqual({ ...english.words, 'quiz.attempts.one': 'One attempt' });
  });
  test('a text stands for all forms', () => {
    const { words } = changed('strings: { quiz.attempts: "Attempts: {count}" }');
    expect(Object.keys(words).filter((key) => key.startsWith('quiz.attempts'))).toEqual(['quiz.attempts']);
  });
  test('forms stand for a text, if they say all', () => {
    const { words } = changed('strings: { quiz.pass: { one: "{pass} point", other: "{pass} points" } }');
    expect(words).toMatchObject({ 'quiz.pass.one': '{pass} point', 'quiz.pass.other': '{pass} points' });
    expect(words).not.toHaveProperty(['quiz.pass']);
    expect(changed('strings: { quiz.pass: { one: "{pass} point" } }').found).toEqual(['missing-key:1']);
  });
  test.each([
    ['quiz.submitt: Hand in', 'strings-unknown-key'],
    ['sheet.kind: Sheet', 'strings-unknown-key'],
    ['quiz.attempts.few: "{count}"', 'strings-unknown-key'],
    ['quiz.submit: "{count}"', 'strings-unknown-gap'],
    ['quiz.pass: Passing is needed', 'strings-missing-gap'],
    ['quiz.submit: ""', 'invalid-value'],
    ['quiz.submit: [Hand in]', 'invalid-value'],
  ])('%s is %s', (line, rule) => {
    expect(changed(`strings:\n  ${line}\n`).found).toEqual([`${rule}:2`]);
  });
});

describe('a language without words of its own', () => {
  const missing = ['quiz.submit', 'quiz.pass', 'quiz.attempts'];
  test('has some words left to translate', () => {
    expect(changed('strings: { quiz.submit: Lämna in }', { ...english, missing }, 'sv')).toMatchObject({
      language: 'en',
      missing: ['quiz.pass', 'quiz.attempts'],
    });
  });
  test('has its own when all are translated, and all forms of a word together', () => {
    const all =
      'strings: { quiz: { submit: a, pass: "{pass} b", attempts: { one: "{count} c", other: "{count} d" } } }';
    expect(changed(all, { ...english, missing }, 'sv')).toMatchObject({ language: 'sv', missing: [], found: [] });
    const single = changed('strings: { quiz.attempts: { one: c } }', { ...english, missing }, 'sv');
    expect(single.found).toEqual(['missing-key:1']);
  });
});
