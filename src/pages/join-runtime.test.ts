import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contentElements } from '../markdown/elements/index.ts';
import { htmlParts } from '../markdown/transforms/parts.ts';
import { packageRoot } from '../package-root.ts';
import { joinPageScript, joinQuizStyle, joinStyle, type RuntimePieces } from './join-runtime.ts';
import { questionStyles } from './questions/index.ts';
import { specialPages } from './special/index.ts';
import { quizStyleParts, styleParts } from './style-parts.ts';

const pieces: RuntimePieces = {
  player: (variant) => `player(${variant})`,
  page: (variant) => `page(${variant});`,
  element: (name) => `pageElements.push(${name});`,
  quiz: (variant) => `quiz(${variant})`,
  special: (name) => `special(${name})`,
  style: (part) => `[${part}]`,
};
const nothing = { styles: new Set<string>(), elements: new Set<string>() };
const at = (...parts: readonly string[]) => path.join(packageRoot(), ...parts);

test('the style of a course has what every course needs and what this one uses, in a fixed order', () => {
  const core = joinStyle(pieces, nothing);
  expect(core).toMatch(/^\[tokens\]/);
  expect(core).not.toContain('/');
  const styles = new Set(['questions/open', 'quiz/quiz', 'elements/tables', 'elements/code']);
  expect(joinStyle(pieces, { ...nothing, styles })).toContain(
    '[code][elements/code][elements/tables][buttons][home][icons]',
  );
  expect(joinQuizStyle(pieces, { ...nothing, styles })).toBe('[quiz/quiz][questions/open]\n');
});

test('the elements of a course register before the core of the page script runs', () => {
  const elements = new Set(['tabs', 'copy']);
  expect(joinPageScript(pieces, 'typed', { ...nothing, elements })).toBe(
    '(()=>{const pageElements=[];pageElements.push(copy);pageElements.push(tabs);page(typed);})();\n',
  );
});

test('every part that something names is there', () => {
  const named = [...contentElements, ...htmlParts];
  for (const { style, script } of named) {
    if (style !== undefined) expect(existsSync(at('templates/styles/elements', `${style}.css`)), style).toBe(true);
    if (script !== undefined) expect(existsSync(at('src/runtime/page/elements', `${script}.ts`)), script).toBe(true);
  }
  for (const style of (['blanks', 'fill-in', 'hotspot', 'likert', 'matching', 'open', 'ordering'] as const).flatMap(
    questionStyles,
  )) {
    expect(existsSync(at('templates/styles/questions', `${style}.css`)), style).toBe(true);
  }
});

test('every style file has its place in the order', () => {
  const files = readdirSync(at('templates/styles'), { recursive: true, encoding: 'utf8' });
  const parts = files.filter((file) => file.endsWith('.css')).map((file) => file.slice(0, -4).replaceAll('\\', '/'));
  const known = new Set<string>([...styleParts, ...quizStyleParts]);
  // A special page loads its own style.
  const special = specialPages.map(({ style }) => `special/${style}`);
  const lost = parts.filter(
    (part) => !special.includes(part) && !known.has(part) && !known.has(part.replace(/\/.*/, '/*')),
  );
  expect(lost).toEqual([]);
  expect([...known].filter((part) => !part.endsWith('/*') && !parts.includes(part))).toEqual([]);
});
