import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { VFile } from 'vfile';
import { beforeAll, expect, test } from 'vitest';
import { compile, type Toolbox } from '../../src/compile.ts';
import type { Project } from '../../src/course/project.ts';
import { messagesAsData } from '../../src/diagnostics/format-messages.ts';
import { loadToolbox } from '../../src/load-toolbox.ts';
import { packageRoot } from '../../src/package-root.ts';
import { languagesIn } from '../../src/pages/load-templates.ts';
import { renderSheet } from '../../src/pages/sheet/render-sheet.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';

let toolbox: Toolbox;
beforeAll(async () => {
  toolbox = await loadToolbox();
});

const lesson = `---
title: '1'
minutes: 4
objectives: ['1']
---

> [!WARNING]
> 1[^1]

[^1]: 1

:::quiz{#check attempts=2 pass=50}
### 1 {#first type=numeric}
- [x] 2.5
### 2 {#second}
1. 1 {#one}
2. 2 {#two}
### 3 {#third type=open limit=20}
:::
`;
const exam = `title: '2'
id: exam
pass: 80
attempts: 1
feedback: end
minutes: 5
questions:
  - { id: yes, type: true-false, prompt: '1', answer: true }
  - { id: word, type: fill-in, prompt: '2', answers: ['1'] }
`;

/** A course that says nothing itself, so that every word in it is the tool's. */
function silentCourse(language: string): Project {
  const file = (source: string, value: string): VFile => new VFile({ path: source, value, data: { source } });
  return {
    root: '/course',
    folder: 'course',
    config: file('course.yml', `id: course\ntitle: '0'\nlanguage: ${language}\n`),
    lessons: [file('01-lesson.md', lesson)],
    quizzes: [file('02-exam.quiz.yml', exam)],
    media: new Map(),
    others: [],
  };
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'require-sri': 'off', 'no-inline-style': 'error', 'long-title': 'off', 'doctype-style': 'off' },
});

test.each(languagesIn(path.join(packageRoot(), 'templates')))(
  '%s: a course and its sheet are whole',
  async (language) => {
    const { sources, output } = await compile(silentCourse(language), scorm12, toolbox);
    expect(messagesAsData(sources)).toEqual([]);
    if (output === null) throw new Error('No message, and yet no output.');
    const { rendered, course } = output;
    expect(rendered.data).toMatchObject({ language, direction: ['ar', 'he'].includes(language) ? 'rtl' : 'ltr' });
    expect(rendered.data.wordsLanguage).toBeUndefined();
    const pages = output.files.flatMap((file) => ('text' in file && file.path.endsWith('.html') ? [file] : []));
    const { words } = toolbox.wordsOf(course.language);
    const sheet = { templates: toolbox.templates, words, language, file: 'course.zip', standard: 'SCORM 1.2' };
    const all = [...pages, { path: 'sheet.html', text: renderSheet(rendered, sheet) }];
    expect(all.length).toBeGreaterThan(3);
    for (const { path: name, text } of all) {
      const { results } = await validator.validateString(text);
      const found = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}, ${message}`),
      );
      expect(found, name).toEqual([]);
      expect(/<html[^>]* lang="([^"]+)"/.exec(text)?.[1], name).toBe(language);
      // The words that the search page fills itself have gaps on purpose.
      expect(text.replace(/<style>[\s\S]*<\/style>|data-words="[^"]*"/g, ''), name).not.toMatch(/\{\w+\}|undefined/);
    }
  },
);
