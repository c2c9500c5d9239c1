import type { InlineCode } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Toolbox } from '../../src/compile.ts';
import { questionForms } from '../../src/course/questions/index.ts';
import { quizSettings } from '../../src/course/quiz-settings.ts';
import { loadToolbox } from '../../src/load-toolbox.ts';
import { codeLanguageNames, codeLanguages } from '../../src/markdown/code-languages.ts';
import { contentElements } from '../../src/markdown/elements/index.ts';
import { allowedTags } from '../../src/markdown/sanitize-schema.ts';
import { calloutKinds } from '../../src/markdown/slot.ts';
import { slotPlaces, slotValues } from '../../src/pages/slots/slot-table.ts';
import { compileExample } from './compile-example.ts';
import { nodesOf, readPage, rowsUnder } from './read-docs.ts';

const page = readPage('docs/reference.md');
let toolbox: Toolbox;
beforeAll(async () => {
  toolbox = await loadToolbox();
});

/** A key that nothing has and nothing is like, so that the message lists all that are known. */
const unknown = 'zzzzzzzzzzzzzzzzzzzz';
const front = '---\ntitle: Example\n---\n\n';
const question = (type: string, rest: string): string =>
  `title: T\nid: t\nquestions:\n  - id: q\n    type: ${type}\n    prompt: Q\n    ${rest}\n`;

interface Asked {
  readonly heading: string;
  readonly file: string;
  readonly text: string;
  /** Keys of the same place that stand in another table. */
  readonly also?: readonly string[];
}

const common = ['id', 'type', 'prompt', 'points', 'explanation', 'hint', 'tags'];
const asked: readonly Asked[] = [
  { heading: 'course.yml', file: 'course.yml', text: `${unknown}: 1` },
  { heading: 'modules', file: 'course.yml', text: `id: a\ntitle: A\nlanguage: en\nmodules:\n  - ${unknown}: 1` },
  { heading: 'objectives', file: 'course.yml', text: `id: a\ntitle: A\nlanguage: en\nobjectives:\n  - ${unknown}: 1` },
  { heading: 'passing', file: 'course.yml', text: `id: a\ntitle: A\nlanguage: en\npassing:\n  ${unknown}: 1` },
  {
    heading: 'Translations',
    file: 'course.de.yml',
    text: `${unknown}: 1`,
    also: [],
  },
  { heading: 'certificate', file: 'course.yml', text: `id: a\ntitle: A\nlanguage: en\ncertificate:\n  ${unknown}: 1` },
  { heading: 'theme', file: 'course.yml', text: `id: a\ntitle: A\nlanguage: en\ntheme:\n  ${unknown}: 1` },
  { heading: 'logo', file: 'course.yml', text: `id: a\ntitle: A\nlanguage: en\ntheme:\n  logo:\n    ${unknown}: 1` },
  { heading: 'fonts', file: 'course.yml', text: `id: a\ntitle: A\nlanguage: en\ntheme:\n  fonts:\n    ${unknown}: 1` },
  { heading: 'Front matter', file: '01-a.md', text: `---\n${unknown}: 1\n---\n\nText.` },
  { heading: 'Quiz files', file: 'a.quiz.yml', text: `${unknown}: 1`, also: Object.keys(quizSettings) },
  ...questionForms.map(({ type }) => ({
    heading: `Keys of ${type}`,
    file: 'a.quiz.yml',
    text: question(type, `${unknown}: 1`),
    also: common,
  })),
  { heading: 'Keys of an option', file: 'a.quiz.yml', text: question('single', `choices: [{ ${unknown}: 1 }]`) },
  {
    heading: 'Quiz settings',
    file: '01-a.md',
    text: `${front}:::quiz{#a ${unknown}=1}\n### Q {#q}\n- [x] a\n- [ ] b\n:::\n`,
  },
  {
    heading: 'Inline quizzes',
    file: '01-a.md',
    text: `${front}:::quiz{#a}\n### Q {#q ${unknown}=1}\n- [x] a\n- [x] b\n- [ ] c\n:::\n`,
  },
];

interface Message {
  readonly rule: string;
  readonly reason: string;
  readonly fix: string;
}

async function messagesFor({ file, text }: Asked): Promise<readonly Message[]> {
  return (await compileExample(new Map([[file, text]]), toolbox)).map((message) => JSON.parse(message) as Message);
}

const named = (text: string): string[] => [...text.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name);

describe('tables of keys have those that the schemas know', () => {
  test.each(asked)('$heading', async (place) => {
    const message = (await messagesFor(place)).find(
      ({ rule, reason }) => rule === 'unknown-key' && reason.includes(unknown),
    );
    const known = named(message?.fix ?? '').filter((key) => !place.also?.includes(key));
    expect(
      rowsUnder(page, place.heading)
        .map(([key]) => key)
        .toSorted(),
    ).toEqual(known.toSorted());
  });

  test('keys of every question', () => {
    expect(
      rowsUnder(page, 'Keys of every question')
        .map(([key]) => key)
        .toSorted(),
    ).toEqual(common.toSorted());
  });
});

describe('keys said to be required are missed', () => {
  const empty: readonly Asked[] = [
    { heading: 'course.yml', file: 'course.yml', text: '{}' },
    { heading: 'modules', file: 'course.yml', text: 'id: a\ntitle: A\nlanguage: en\nmodules: [{}]' },
    { heading: 'Front matter', file: '01-a.md', text: '---\n{}\n---\n\nText.' },
    ...questionForms.map(({ type }) => ({ heading: `Keys of ${type}`, file: 'a.quiz.yml', text: question(type, '') })),
    { heading: 'Keys of an option', file: 'a.quiz.yml', text: question('single', 'choices: [{}]') },
  ];
  test.each(empty)('$heading', async (place) => {
    const messages = await messagesFor(place);
    const missed = messages.filter(({ rule }) => rule === 'missing-key').map(({ reason }) => named(reason).at(-1));
    const required = rowsUnder(page, place.heading).filter(([, , standard]) => standard === 'required');
    expect(required.map(([key]) => key).toSorted()).toEqual(missed.toSorted());
  });
});

test('quiz settings have the values and defaults that the schema has', () => {
  const schema = z.toJSONSchema(z.object(quizSettings), { io: 'input' });
  const rows = new Map(
    rowsUnder(page, 'Quiz settings').map(([key = '', value = '', standard = '']) => [key, { value, standard }]),
  );
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const { default: standard, enum: values } = property as { default?: unknown; enum?: readonly string[] };
    expect([key, rows.get(key)?.standard]).toEqual([key, standard === undefined ? 'none' : String(standard)]);
    if (values !== undefined) expect([key, rows.get(key)?.value]).toEqual([key, values.join(', ')]);
  }
});

test('types of questions', () => {
  const types = questionForms.map((form) => form.type).toSorted();
  for (const heading of ['Keys of every question', 'Inline quizzes']) {
    const row = rowsUnder(page, heading).find(([key]) => key === 'type');
    expect(row?.[1]?.split(', ').toSorted()).toEqual(types);
  }
});

test('elements', () => {
  const shown = rowsUnder(page, 'Elements').filter(([name]) => name !== ':::quiz');
  const known = contentElements.map(({ name, form, label, attributes }) => {
    const list = Object.entries(attributes).map(([attribute, need]) => `${attribute} (${need})`);
    return [`${form === 'leaf' ? '::' : ':::'}${name}`, label, list.join(', ') || 'none'];
  });
  expect(shown.map((cells) => cells.slice(0, 3)).toSorted()).toEqual(known.toSorted());
});

test('options of code fences', async () => {
  const rows = rowsUnder(page, 'Code fences');
  for (const language of ['js', 'mermaid']) {
    const fence = `${front}\`\`\`${language} alt="An arrow" ${unknown}=1\nflowchart TD\n  A --> B\n\`\`\`\n`;
    const messages = await messagesFor({ heading: '', file: '01-a.md', text: fence });
    const fix = messages.find(({ rule, reason }) => rule === 'fence-option' && reason.includes(unknown))?.fix ?? '';
    const known = [...fix.matchAll(/`(\w+)="…"`/g)].map(([, name]) => name);
    const shown = rows
      .filter(([name]) => name === (language === 'mermaid' ? 'mermaid' : 'any language'))
      .map(([, option]) => option);
    expect(shown.toSorted()).toEqual(known.toSorted());
  }
});

/** Everything in code font between a heading and the next. */
function codeUnder(heading: string): string[] {
  const { children } = page.tree;
  const start = children.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  const length = children.slice(start + 1).findIndex((node) => node.type === 'heading');
  const section = { type: 'root' as const, children: children.slice(start + 1, start + 1 + length) };
  return nodesOf<InlineCode>(section, 'inlineCode').map((node) => node.value);
}

test('callouts, languages and tags', () => {
  expect(codeUnder('Callouts').map((text) => /\[!(\w+)\]/.exec(text)?.[1]?.toLowerCase())).toEqual([...calloutKinds]);
  expect(codeUnder('Languages').toSorted()).toEqual([...codeLanguageNames].toSorted());
  expect(codeUnder('Languages').slice(0, Object.keys(codeLanguages).length)).toEqual(
    Object.keys(codeLanguages).toSorted(),
  );
  expect(codeUnder('HTML').slice(0, allowedTags.length)).toEqual([...allowedTags].toSorted());
});

test('places that authors may fill, and what they are told', () => {
  const theming = readPage('docs/theming.md');
  const places = Object.entries(slotPlaces).map(([name, { where, values }]) => [
    name,
    where,
    [...new Set(values.map((value) => value.split('.')[0]))].join(', '),
  ]);
  expect(rowsUnder(theming, 'Places to fill')).toEqual(places);
  expect(rowsUnder(theming, 'Values')).toEqual(Object.entries(slotValues));
});
