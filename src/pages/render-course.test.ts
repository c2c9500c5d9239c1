import path from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseCourse } from '../course/parse-course.ts';
import type { Project } from '../course/project.ts';
import { colourCode } from '../markdown/colour-code.ts';
import { packageRoot } from '../package-root.ts';
import { loadTemplates, loadWords } from './load-templates.ts';
import type { PageKit } from './page-kit.ts';
import { renderCourse } from './render-course.ts';
import type { PackageFile } from './rendered-course.ts';

const lesson = `---
title: Tides & "tables"
id: tides
minutes: 7
track: Basics
summary: How <water> moves.
objectives:
  - Read a tide table
---

Look at the [exam](02-exam.quiz.yml) or [here in the text](#the-moon-pulls).

## The moon pulls

![](pier.png){decorative}

:::quiz[Own title]{#tide-check feedback=immediate}
### What pulls the sea? {#pull}
Think of \`gravity\`.

- [x] The moon {#moon}
  > KEY-FEEDBACK-RIGHT
- [ ] The wind {#wind}
  > KEY-FEEDBACK-WRONG

> KEY-EXPLANATION

### Which two are tides? {#two}
- [x] Ebb
- [x] Flood
- [ ] Fog

### The sea is salty. {#salt type=true-false}
- [x] True
- [ ] False
:::
`;

const exam = `title: "Exam </script><script>alert(1)</script>"
id: exam
pass: 80
attempts: 2
feedback: end
questions:
  - id: one
    type: single
    prompt: Which one?
    choices:
      - text: This
        correct: true
      - text: That
`;

const folder = path.join(packageRoot(), 'templates');
const spoken = loadWords(folder, 'en');
const kit: PageKit = {
  templates: loadTemplates(folder),
  words: spoken.words,
  wordsLanguage: 'en',
  diagram: () => ({ problem: 'none here' }),
  colour: colourCode,
  formula: () => ({ problem: 'none here', offset: null }),
  runtime: {
    player: () => 'player()',
    quiz: () => 'const quiz = 1;',
    page: () => 'page();',
    element: (name) => `${name};`,
    special: (name) => `${name};`,
    style: (part) => `/*${part}*/`,
  },
};

function project(texts: Readonly<Record<string, string>>): Project {
  const file = (name: string) => new VFile({ path: name, value: texts[name] ?? '', data: { source: name } });
  const names = Object.keys(texts).sort();
  const picture = {
    path: 'pier.png',
    absolute: '/somewhere/pier.png',
    bytes: 12,
    width: 4,
    height: 3,
    packaged: 'media/pier.png',
  };
  return {
    root: '/somewhere',
    folder: '.',
    config: file('course.yml'),
    lessons: names.filter((name) => name.endsWith('.md')).map(file),
    quizzes: names.filter((name) => name.endsWith('.quiz.yml')).map(file),
    media: new Map([
      ['pier.png', picture],
      ['unused.png', { ...picture, path: 'unused.png', packaged: 'media/unused.png' }],
    ]),
    others: [],
  };
}

const texts = {
  'course.yml': 'id: sea\ntitle: The sea\nlanguage: en\n',
  '01-tides.md': lesson,
  '02-exam.quiz.yml': exam,
};

function render(changes: Readonly<Record<string, string>> = {}, own = kit) {
  const sources = project({ ...texts, ...changes });
  const course = parseCourse(sources, () => spoken);
  if (!course) throw new Error(String(sources.config.messages));
  return renderCourse(course, sources, own);
}

const textOf = (files: readonly PackageFile[], name: string): string => {
  const file = files.find((one) => one.path === name);
  return file && 'text' in file ? file.text : '';
};

const { files, data } = render();
const tides = textOf(files, 'pages/tides.html');
const page = textOf(files, 'pages/exam.html');
const player = textOf(files, 'index.html');
const home = textOf(files, 'pages/_home.html');

test('the package has every file once, in order, and only the media that are shown', () => {
  expect(files.map((file) => file.path)).toEqual([
    'course.css',
    'index.html',
    'media/pier.png',
    'outcome.css',
    'outcome.js',
    'page.js',
    'pages/_end.html',
    'pages/_home.html',
    'pages/_review.html',
    'pages/_search.html',
    'pages/exam.html',
    'pages/tides.html',
    'pages/tides.texts.js',
    'player.js',
    'probe.txt',
    'quiz.css',
    'quiz.js',
    'search-index.js',
    'search.css',
    'search.js',
  ]);
});

test('what is searched has the lesson, and nothing of its quizzes', () => {
  const index = textOf(files, 'search-index.js');
  expect(index).toContain('tides.html');
  for (const word of ['KEY-', 'gravity', 'wind', 'Flood', 'salty']) expect(index).not.toContain(word);
});

describe('every page', () => {
  test.each([
    ['index.html', player],
    ['pages/tides.html', tides],
    ['pages/exam.html', page],
    ['pages/_home.html', home],
  ])('%s has language, direction, one h1, a skip link first and the whole content security policy', (_name, html) => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html (class="player-root" )?lang="en" dir="ltr">/);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toMatch(/<body[^>]*>\n<a class="skip-link"/);
    expect(html).toContain(
      `content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"`,
    );
    expect(html).not.toMatch(/<style|style="|<script>|\son[a-z]+="/);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, refs = ''] of html.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)) {
      for (const ref of refs.split(' ')) expect(ids).toContain(ref);
    }
  });
});

describe('a lesson', () => {
  test('shows its facts, escaped', () => {
    expect(tides).toContain('<title>Tides &amp; &quot;tables&quot; – Lesson 1 of 2 – The sea</title>');
    for (const fact of ['Module 1 of 1', 'Basics', 'About 7 min', 'How &lt;water&gt; moves.', 'Read a tide table']) {
      expect(tides).toContain(fact);
    }
  });

  test('is a lesson where the course has modules of lessons', () => {
    const modules = 'modules:\n  - title: Water\n    pages: [01-tides.md, 02-exam.quiz.yml]\n';
    const inside = textOf(render({ 'course.yml': `${texts['course.yml']}${modules}` }).files, 'pages/tides.html');
    expect(inside).toContain('<p class="kicker"><span>Lesson 1 of 1</span>');
    expect(inside).not.toContain('Module 1');
  });

  test('links to its neighbours and, by page id, to pages named in the text', () => {
    expect(tides).toContain('href="exam.html" rel="next" data-step="next"');
    expect(tides).toMatch(/<a href="exam\.html" data-page="exam"|<a data-page="exam" href="exam\.html"/);
    expect(tides).toContain('href="_home.html" rel="prev" data-step="previous"');
  });

  test('holds its quiz, and nothing of the key', () => {
    expect(tides).toContain('data-quiz="tide-check"');
    expect(tides).not.toContain('data-quiz-place');
    expect(tides).not.toContain('KEY-');
    expect(tides).not.toMatch(/checked|correct/i);
  });

  test('asks with native controls: radio buttons of one name, checkboxes with a hint, a legend each', () => {
    expect(tides.match(/<fieldset/g)).toHaveLength(3);
    expect(tides.match(/<legend>/g)).toHaveLength(3);
    expect(tides.match(/type="radio"[^>]*name="tide-check\.pull"/g)).toHaveLength(2);
    expect(tides.match(/type="checkbox"/g)).toHaveLength(3);
    expect(tides).toContain('Select all that apply.');
    expect(tides).toMatch(/<span class="question-prompt">What pulls the sea\?<\/span><\/legend>/);
  });

  test('leaves out a quiz title that stands right above as a heading', () => {
    const count = (html: string): number => html.match(/<h2[^>]*>(?:<[^>]*>)*Own title/g)?.length ?? 0;
    expect(count(tides)).toBe(1);
    const headed = render({ '01-tides.md': lesson.replace(':::quiz', '## Own title\n\n:::quiz') });
    expect(count(textOf(headed.files, 'pages/tides.html'))).toBe(1);
  });
});

describe('the course data', () => {
  test('has the keys that the pages lack, and numbers for what is said of them', () => {
    const [quiz] = data.quizzes;
    expect(quiz?.questions[0]).toMatchObject({
      type: 'single',
      explanation: 0,
      choices: [
        { id: 'moon', correct: true, feedback: 1 },
        { id: 'wind', correct: false },
      ],
    });
    const script = textOf(files, 'pages/tides.texts.js');
    const texts: unknown = new Function('globalThis', `let buildScormTexts; ${script} return buildScormTexts;`)({});
    expect(texts).toMatchObject({ 0: [['p', {}, 'KEY-EXPLANATION']], 1: [['p', {}, 'KEY-FEEDBACK-RIGHT']] });
    expect(tides).toContain('<script src="tides.texts.js" defer></script>');
    expect(textOf(files, 'pages/_review.html')).toContain('<script src="tides.texts.js" defer></script>');
    expect(page).not.toContain('exam.texts.js');
    expect(quiz?.questions.map((question) => question.type)).toEqual(['single', 'multiple', 'true-false']);
    expect(data.pages.map(({ id, quizzes }) => [id, quizzes])).toEqual([
      ['tides', ['tide-check']],
      ['exam', ['exam']],
    ]);
    expect(data).toMatchObject({ stateLimit: 4096, strings: { 'save.saved': 'Saved' } });
  });

  test('has prompts and the words of answers where the target reports them', () => {
    expect(JSON.stringify(data)).not.toContain('The moon');
    const reported = render({}, { ...kit, reportsTexts: true }).data.quizzes[0]?.questions[0];
    expect(reported).toMatchObject({
      prompt: expect.stringContaining('What pulls the sea?'),
      choices: [{ text: 'The moon' }, { text: 'The wind' }],
    });
  });

  test('is a classic script that no text of the author can end', () => {
    const script = textOf(files, 'player.js');
    expect(script).not.toContain('<');
    const read: unknown = new Function(`${script.split('\n')[0]} return buildScormCourse;`)();
    expect(read).toEqual(JSON.parse(JSON.stringify(data)));
  });

  test('has a fingerprint that is the same for the same content and another for any other', () => {
    expect(data.build).toMatch(/^[a-z0-9]{12}$/);
    expect(render().data.build).toBe(data.build);
    expect(render({ '01-tides.md': lesson.replace('The wind', 'A wind') }).data.build).not.toBe(data.build);
    expect(render({ '01-tides.md': lesson.replace('KEY-EXPLANATION', 'Other') }).data.build).not.toBe(data.build);
  });
});

test('the player lists every page as a plain link, for who has no JavaScript', () => {
  const noScript = player.slice(player.indexOf('<noscript>'), player.indexOf('</noscript>'));
  expect(noScript).toContain('<a href="pages/tides.html">');
  expect(noScript).toContain('<a href="pages/exam.html">');
});
