import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile, type Toolbox } from '../../src/compile.ts';
import type { Project } from '../../src/course/project.ts';
import { loadToolbox } from '../../src/load-toolbox.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';
import { processorSeconds } from '../processor-seconds.ts';
import { root } from './tool.ts';

let toolbox: Toolbox;
beforeAll(async () => {
  toolbox = await loadToolbox();
});

const caseFile = (name: string): string => readFileSync(path.join(root, 'tests/cases', name), 'utf8');
const texts = {
  'course.yml': caseFile('rules/content/course.yml'),
  '01-quizzes.md': caseFile('quiz-inline/content/01-quizzes.md'),
  '02-exam.quiz.yml': caseFile('quiz-beside-lesson/content/01-quizzes.quiz.yml').replace('id: settings', 'id: exam'),
};
type Name = keyof typeof texts;

/** Compiles a sound course with one of its texts replaced; gives how many messages and whether there is a package. */
async function compileWith(name: Name, text: string): Promise<void> {
  const file = (source: Name): VFile =>
    new VFile({ path: source, value: source === name ? text : texts[source], data: { source } });
  const project: Project = {
    root: '/course',
    folder: 'course',
    config: file('course.yml'),
    lessons: [file('01-quizzes.md')],
    quizzes: [file('02-exam.quiz.yml')],
    media: new Map(),
    others: [],
  };
  const began = processorSeconds();
  const { output, sources } = await compile(project, scorm12, toolbox);
  expect(processorSeconds(began)).toBeLessThan(5);
  const messages = sources.flatMap((source) => source.messages.map((message) => ({ source, message })));
  expect(output === null).toBe(messages.some(({ message }) => message.fatal));
  for (const { source, message } of messages) {
    const lines = String(source.value).split('\n');
    const about = `${source.path}:${message.line}:${message.column} ${message.reason}`;
    expect(message.note, about).toMatch(/\S/);
    expect(message.line, about).toBeGreaterThanOrEqual(1);
    expect(message.line, about).toBeLessThanOrEqual(lines.length);
    expect(message.column, about).toBeGreaterThanOrEqual(1);
    expect(message.column, about).toBeLessThanOrEqual((lines[(message.line ?? 1) - 1] ?? '').length + 1);
  }
}

test('the course is sound as it stands', async () => {
  await compileWith('course.yml', texts['course.yml']);
});

/** Pieces that mean something to YAML or markdown, between arbitrary text. */
const sign = fc.oneof(
  fc.constantFrom(
    ':',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '"',
    "'",
    '|',
    '>',
    '{',
    '}',
    '[',
    ']',
    '#',
    '&a',
    '*a',
    '!tag ',
    '? ',
    '---\n',
    '...\n',
    '\t',
    '%',
    '@',
    '`',
    '\u0000',
    '\u2028',
    '\ufeff',
    '😀',
    '\ud800',
    '<<: *a',
    'null',
    '1e999',
    '.nan',
    '0x',
    '~',
  ),
  fc.constantFrom(
    ':::quiz{#a}\n',
    ':::\n',
    '### ',
    '- [x] ',
    '- [ ] ',
    '{#id}',
    '<b>',
    '![',
    '](',
    '[^1]',
    '```',
    '> ',
    '| a |\n',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** A sound text with some parts cut, doubled or replaced. */
const mutated = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        cut: fc.nat(30),
        put: fc.oneof(
          sign,
          fc.nat(text.length).map((from) => text.slice(from, from + 40)),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((changes) => changes.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), text));

describe.each(Object.keys(texts) as Name[])('%s', (name) => {
  test('with anything in it: messages at places of the file, or a course; never a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 40 }), (signs) => compileWith(name, signs.join(''))),
      { numRuns: 150 },
    );
  });

  test('with mistakes in a sound text', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(texts[name]), (text) => compileWith(name, text)),
      { numRuns: 250 },
    );
  });
});
