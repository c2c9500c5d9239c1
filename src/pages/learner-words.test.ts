import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { wordText } from '../contract/fill-words.ts';
import { packageRoot } from '../package-root.ts';
import { loadTemplates, loadWords } from './load-templates.ts';

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

test('a language without words of its own gets the English ones, and says so', () => {
  const klingon = loadWords(path.join(root, 'templates'), 'tlh');
  expect(klingon).toMatchObject({ language: 'en', words });
  expect(klingon.missing).toContain('quiz.submit');
  expect(klingon.missing.filter((key) => key.startsWith('sheet.'))).toEqual([]);
});
