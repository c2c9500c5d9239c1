import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { renderText } from '../../tests/render-text.ts';
import { codeLines, markedLines } from './code-lines.ts';
import { colourCode } from './colour-code.ts';
import { fenceOptions } from './fence-options.ts';

const texts = (nodes: ElementContent[]) => codeLines(nodes).map((children) => textOf({ type: 'root', children }));

describe('codeLines', () => {
  test('keeps the text, and begins a colour anew on each line', () => {
    const source = '/* a\n\n b */ c("d\\\n e");\nf\n';
    const nodes = colourCode({ grammar: 'javascript', text: source });
    expect(texts(nodes)).toEqual(source.match(/.*\n/g));
    const comment = codeLines([h('span', { className: ['x'] }, 'a\nb')]);
    expect(comment).toEqual([[h('span', { className: ['x'] }, 'a\n')], [h('span', { className: ['x'] }, 'b')]]);
  });

  test.each([
    ['', []],
    ['\n', ['\n']],
    ['a', ['a']],
    ['a\n\n', ['a\n', '\n']],
  ] as const)('%j', (value, lines) => {
    expect(texts([{ type: 'text', value }])).toEqual(lines);
    expect(texts([h('b', value)])).toEqual(lines);
  });
});

test('markedLines reads numbers and ranges', () => {
  expect(markedLines('2, 4-6', 6)).toEqual(new Set([2, 4, 5, 6]));
  for (const wrong of ['', '0', '3-2', 'a', '1-', '7', '1;2']) expect(typeof markedLines(wrong, 6)).toBe('string');
});

test('fenceOptions reads marks and flags beside options', () => {
  const read = fenceOptions('{2,4-6} numbers title="a {1} numbers"', ['numbers']);
  expect([...read.options]).toEqual([
    ['title', 'a {1} numbers'],
    ['numbers', ''],
  ]);
  expect([read.lines, read.rest]).toEqual(['2,4-6', '']);
  expect(fenceOptions('{1} {2} numbers')).toEqual({ options: new Map(), lines: '1', rest: '{2} numbers' });
});

describe('code blocks', () => {
  test('mark lines in words of HTML, and number them outside of the text', () => {
    const { html, found } = renderText('```text {2} numbers=9\na\nb\n```');
    expect(found).toEqual([]);
    expect(html).toContain('<span class="line" data-line="9">a\n</span><mark class="line" data-line="10">b\n</mark>');
  });

  test('take marks that touch the language', () => {
    const { html, found } = renderText('```js{1} title="a.js"\na\n```');
    expect(found).toEqual([]);
    expect(html).toContain('<mark class="line">a\n</mark>');
    expect(html).toContain('language-javascript');
    expect(renderText('``` {1}\na\n```').html).toContain('<mark');
  });

  test('stay as they are without', () => {
    expect(renderText('```text\na\n```').html).toContain('<code class="language-plain">a\n</code>');
  });
});
