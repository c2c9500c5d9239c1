import { describe, expect, test } from 'vitest';
import { renderText } from '../../tests/render-text.ts';
import { toPlainText } from './to-plain-text.ts';
import { toRichText } from './to-rich-text.ts';

const rich = (text: string) => toRichText(renderText(text, { idPrefix: 'q-', topHeading: 4 }).tree);

describe('toRichText', () => {
  test('keeps paragraphs and marks', () => {
    expect(rich('a *b* **c** `d` ~~e~~\n\nf')).toEqual([
      ['p', {}, 'a ', ['em', {}, 'b'], ' ', ['strong', {}, 'c'], ' ', ['code', {}, 'd'], ' ', ['del', {}, 'e']],
      ['p', {}, 'f'],
    ]);
  });

  test('a heading is a paragraph in bold', () => {
    expect(rich('## A')).toEqual([['p', {}, ['strong', {}, 'A']]]);
  });

  test('a callout is its title and its text', () => {
    expect(rich('> [!TIP] Own\n> Text')).toEqual([
      ['p', {}, ['strong', {}, 'Own']],
      ['p', {}, 'Text'],
    ]);
  });

  test('a task says whether it is done', () => {
    expect(rich('- [x] Done\n- [ ] Open')).toEqual([['ul', {}, ['li', {}, '\u2611 Done'], ['li', {}, '\u2610 Open']]]);
  });

  test('a footnote stands below, and its mark leads nowhere that is not there', () => {
    const text = JSON.stringify(rich('Text[^1].\n\n[^1]: Note.'));
    expect(text).toContain('["sup",{},"1"]');
    expect(text).toContain('Note.');
    expect(text).not.toContain('href');
    expect(text).not.toContain('\u21a9');
  });

  test('code keeps its colours, only with classes of its own', () => {
    expect(rich('```js title="a.js"\nfunction f() {}\n```')).toEqual([
      ['p', {}, ['strong', {}, 'a.js']],
      [
        'pre',
        {},
        [
          'code',
          { class: 'language-javascript hljs' },
          ['span', { class: 'hljs-keyword' }, 'function'],
          ' ',
          ['span', { class: 'hljs-title' }, 'f'],
          '(',
          ['span', { class: 'hljs-params' }],
          ') {}\n',
        ],
      ],
    ]);
  });

  test('links keep address and target; a refused one is its text', () => {
    expect(rich('[a](https://b.example)')).toEqual([
      ['p', {}, ['a', { href: 'https://b.example/', target: '_blank', rel: 'noopener noreferrer' }, 'a']],
    ]);
    expect(rich('[a](javascript:x)')).toEqual([['p', {}, 'a']]);
  });

  test('lists, images and rows of tables', () => {
    expect(rich('- a\n- b')).toEqual([['ul', {}, ['li', {}, 'a'], ['li', {}, 'b']]]);
    expect(rich('![m](media/map.png)')).toEqual([
      ['img', { src: '../media/map.png', alt: 'm', width: '800', height: '600' }],
    ]);
    expect(rich('| A | B |\n| - | - |\n| 1 | 2 |')).toEqual([
      ['p', {}, 'A', ' | ', 'B'],
      ['p', {}, '1', ' | ', '2'],
    ]);
  });
});

describe('toPlainText', () => {
  test('folds blocks, marks and images into one line', () => {
    const { mdast } = renderText('# A *b*\n\nc  \nd `e` ![f](media/map.png)\n\n- g\n- h\n\n<b>i</b>');
    expect(toPlainText(mdast.children)).toBe('A b c d e f g h i');
  });

  test('leaves quizzes and HTML tags out', () => {
    expect(
      toPlainText([
        { type: 'html', value: '<b>' },
        { type: 'quizPlace', quiz: 'x' },
      ]),
    ).toBe('');
  });
});
