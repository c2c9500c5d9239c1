import path from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { payloads } from '../../../tests/security/payloads.ts';
import { parseCourse } from '../../course/parse-course.ts';
import type { Project } from '../../course/project.ts';
import { allowedTags } from '../../markdown/sanitize-schema.ts';
import { loadWords } from '../load-templates.ts';
import { gatherPages } from '../page-gathering.ts';
import type { PageKit } from '../page-kit.ts';
import { renderSlots } from './render-slots.ts';

const words = loadWords(path.resolve('templates'), 'en');
const title = `"><script>alert(1)</script> {{course.version}} & co`;
const source = (name: string, value: string): VFile => new VFile({ path: name, value, data: { source: name } });

/** What a slot is filled with, and what was said of its template. */
function fill(html: string, name: 'lesson-footer' | 'certificate-body' = 'lesson-footer') {
  const file = source(`templates/${name}.html`, html);
  const project: Project = {
    root: '/course',
    folder: 'course',
    config: source('course.yml', `id: sea\ntitle: ${JSON.stringify(title)}\nlanguage: en\n`),
    lessons: [source('01-tides.md', '---\ntitle: Tides\n---\n\nText.\n')],
    quizzes: [],
    media: new Map(),
    others: [],
  };
  const course = parseCourse(project, () => words);
  const kit: Pick<PageKit, 'words' | 'wordsLanguage'> = { words: words.words, wordsLanguage: 'en' };
  const slots = renderSlots(course, [file], gatherPages(course, project, kit as PageKit));
  return { html: slots.fill(name, { lesson: { title: 'Tides', minutes: '' } }), messages: file.messages };
}

/** Start tags, as a browser reads them. */
const tagsOf = (html: string): (readonly [name: string, attributes: string])[] =>
  [...html.matchAll(/<([a-z][\w-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi)].map(([, name = '', attributes = '']) => [
    name.toLowerCase(),
    attributes,
  ]);

function expectSafe(html: string): void {
  for (const [name, attributes] of tagsOf(html)) {
    expect(allowedTags, html).toContain(name);
    expect(attributes.replaceAll(/"[^"]*"/g, '""'), html).not.toMatch(/\son\w+|\sstyle|\ssrcdoc|\sformaction/i);
    expect(attributes, html).not.toMatch(/(?:href|src)="\s*(?:javascript|data|vbscript):/i);
  }
}

test('values are text, wherever they stand', () => {
  const { html, messages } = fill(
    '<p title="{{course.title}}">{{course.title}}</p>\n<abbr title="{{course.title}}">a</abbr>',
  );
  expect(messages).toEqual([]);
  expect(html).not.toContain('<script');
  // What a value says of tags is no tag.
  expect(html).toContain('{{course.version}}');
  expectSafe(html);
});

test('what only the player knows is a place on the page, in a text alone', () => {
  const { html } = fill('<p>{{learner.name}}</p><abbr title="{{learner.name}}">you</abbr>', 'certificate-body');
  expect(html).toContain('<p><span dir=auto data-name></span></p>');
  expect(tagsOf(html).map(([name]) => name)).toEqual(['div', 'p', 'span', 'abbr']);
});

describe('no template brings script into a page', () => {
  test.each(payloads)('$name', ({ markdown }) => {
    for (const text of [
      markdown,
      `{{#lesson}}${markdown}{{/lesson}}`,
      `<p title="{{! ${markdown} }}">{{course.title}}${markdown}`,
    ])
      expectSafe(fill(text).html);
  });

  test('nor do pieces of them in any order', () => {
    const pieces = fc.constantFrom(
      ...[
        '{{',
        '}}',
        '{{{',
        '{{#lesson}}',
        '{{/lesson}}',
        '{{^lesson}}',
        '{{course.title}}',
        '{{!',
        '{{=<% %>=}}',
        '<%& course.title %>',
      ],
      ...[
        '<p ',
        'title="',
        '"',
        "'",
        '>',
        '<script>',
        '</script>',
        ' onclick=a ',
        '<img src=x ',
        '<!--',
        '-->',
        '\n',
        '\uE0001\uE001',
        'a',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
        expectSafe(fill(list.join('')).html);
      }),
    );
  });
});
