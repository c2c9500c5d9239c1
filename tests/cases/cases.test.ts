import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Toolbox } from '../../src/compile.ts';
import { type RuleId, rules } from '../../src/diagnostics/rules.ts';
import { releaseRules } from '../../src/diagnostics/rules/release.ts';
import { loadToolbox } from '../../src/load-toolbox.ts';
import { type CompiledCase, compileCase, expectations, outcome, rewriteExpectations } from './run-case.ts';

/** Rules that no file in a repository can break, and the test that shows them instead. */
const shownElsewhere: Partial<Record<RuleId, { readonly test: string; readonly because: string }>> = {
  'no-course': { test: 'tests/compiler/command-line.test.ts', because: 'a case is a course' },
  'special-file': { test: 'src/course/read-project.test.ts', because: 'git holds no pipes' },
  'file-name': { test: 'src/course/read-project.test.ts', because: 'the repository must check out on Windows' },
  'file-too-large': { test: 'src/course/read-project.test.ts', because: 'a megabyte of nothing does not belong in git' },
  'not-convertible': { test: 'tests/compiler/convert-command.test.ts', because: '`convert` says it, not the build' },
  'state-too-large': { test: 'src/targets/check-state-size.test.ts', because: 'needs thousands of questions' },
};

for (const rule of Object.keys(releaseRules) as RuleId[]) {
  shownElsewhere[rule] = { test: 'src/release/compare-release.test.ts', because: 'needs the package of an earlier release' };
}

const here = import.meta.dirname;
const names = (await readdir(here, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

let toolbox: Toolbox;
const compiled = new Map<string, CompiledCase>();
beforeAll(async () => {
  toolbox = await loadToolbox();
  for (const name of names) compiled.set(name, await compileCase(path.join(here, name), toolbox));
});

const compiledCase = (name: string): CompiledCase => {
  const found = compiled.get(name);
  if (found === undefined) throw new Error(`There is no case ${name}.`);
  return found;
};
const messagesOf = (name: string) =>
  compiledCase(name).sources.flatMap((file) => file.messages.map((message) => ({ file, message })));

// `UPDATE_CASES=1 npx vitest run tests/cases` rewrites `expected/`; read the difference before you commit it.
test.each(names)('%s', async (name) => {
  const folder = path.join(here, name);
  const expected = await expectations(folder);
  const found = outcome(compiledCase(name), [...expected.keys()]);
  if (process.env['UPDATE_CASES'] === '1') await rewriteExpectations(folder, found);
  else expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  expect(found.size).toBeGreaterThan(0);
});

/** What the player gets, as `expected/course.json` has it. */
const courseData = (name: string): unknown => JSON.parse(outcome(compiledCase(name), []).get('course.json') ?? 'null');

test('both forms of a quiz give the same', () => {
  expect(courseData('quiz-inline')).not.toBeNull();
  expect(courseData('quiz-beside-lesson')).toEqual(courseData('quiz-inline'));
});

test('a byte order mark and Windows line ends change nothing', () => {
  const filesOf = (name: string) => compiledCase(name).output?.files;
  expect(filesOf('line-ends-lf')).toBeDefined();
  expect(filesOf('line-ends-crlf')).toEqual(filesOf('line-ends-lf'));
});

describe('every rule', () => {
  test.each(Object.keys(rules) as RuleId[])('%s has a case that breaks it', (rule) => {
    const elsewhere = shownElsewhere[rule];
    if (elsewhere === undefined) {
      expect(names.filter((name) => messagesOf(name).some(({ message }) => message.ruleId === rule))).not.toEqual([]);
    } else {
      expect(existsSync(elsewhere.test), elsewhere.because).toBe(true);
      expect(readFileSync(elsewhere.test, 'utf8')).toContain(rule);
    }
  });
});

describe('every message of every case', () => {
  test.each(names)('%s: says what to write, at a place in its file', (name) => {
    for (const { file, message } of messagesOf(name)) {
      const about = `${file.path}: ${message.reason}`;
      expect(message.note, about).toMatch(/\S/);
      expect(Object.keys(rules), about).toContain(message.ruleId);
      // One sentence without its full stop; no leak of how the compiler works inside.
      expect(message.reason, about).not.toMatch(/\.$|undefined|\[object|NaN|zod/i);
      if (file.value === undefined || String(file.value) === '') continue;
      const lines = String(file.value).split('\n');
      const text = lines[(message.line ?? 0) - 1];
      expect(text, about).toBeDefined();
      expect(message.column, about).toBeGreaterThanOrEqual(1);
      expect(message.column, about).toBeLessThanOrEqual((text ?? '').length + 1);
    }
  });
});
