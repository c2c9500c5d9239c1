import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { wordText } from '../contract/fill-words.ts';
import { packageRoot } from '../package-root.ts';
import { loadTemplates, loadWords } from './load-templates.ts';
import { builtWords, runtimeWords } from './runtime-words.ts';

const root = packageRoot();
const templates = loadTemplates(path.join(root, 'templates'));
const { words } = loadWords(path.join(root, 'templates'), 'en');

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8'));
}

test('every word that a template wants is there', () => {
  const wanted = Object.values(templates).flatMap((text) =>
    [...text.matchAll(/\{\{w\.([\w.]+)\}\}/g)].map((match) => match[1]),
  );
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter((key) => words[key ?? ''] === undefined)).toEqual([]);
});

test('every word that the code names is there', () => {
  const code = ['src/pages', 'src/runtime', 'src/markdown'].flatMap(sources).join('\n');
  const wanted = [...code.matchAll(/\bword\(\s*'([\w.]+)'/g)].map((match) => match[1] ?? '');
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter((key) => wordText(words, 'en', key) === undefined)).toEqual([]);
});

test('every word that the code puts together has at least one ending', () => {
  const code = ['src/pages', 'src/runtime', 'src/markdown'].flatMap(sources).join('\n');
  const starts = [...code.matchAll(/\bword\(`([\w.]+)\$\{/g)].map((match) => match[1] ?? '');
  expect(starts.length).toBeGreaterThan(3);
  expect(starts.filter((start) => !Object.keys(words).some((key) => key.startsWith(start)))).toEqual([]);
});

test('no script says a word that is left out of the data', () => {
  const said = ['src/runtime', 'src/contract'].flatMap(sources).join('\n');
  const inPages = Object.values(templates).flatMap((text) => text.match(/data-beside="[\w.]+"/g) ?? []);
  const named = (group: string): RegExp => new RegExp(`["'\`]${group.replace('.', '[.]')}[."'\`]`);
  const groups = builtWords.filter(
    (group) => Object.keys(runtimeWords({ [`${group}.any`]: '', [group]: '' })).length > 0,
  );
  expect(groups).toEqual([]);
  expect(builtWords.filter((group) => Object.keys(words).every((key) => !`${key}.`.startsWith(`${group}.`)))).toEqual(
    [],
  );
  expect(builtWords.filter((group) => /[.]/.test(group) && named(group).test(said))).toEqual([]);
  const sayings = [...said.matchAll(/\b(?:word|strings)[([]\s*["'`]([\w.]+)/g)].map(([, key = '']) => key);
  expect(sayings.length).toBeGreaterThan(20);
  const left = (key: string): boolean => builtWords.some((group) => `${key}.`.startsWith(`${group}.`));
  expect([...sayings, ...inPages.map((mark) => mark.split('"')[1] ?? '')].filter(left)).toEqual([]);
});

test('a language without words of its own gets the English ones, and says so', () => {
  const klingon = loadWords(path.join(root, 'templates'), 'tlh');
  expect(klingon).toMatchObject({ language: 'en', words });
  expect(klingon.missing).toContain('quiz.submit');
  expect(klingon.missing.filter((key) => key.startsWith('sheet.'))).toEqual([]);
});
