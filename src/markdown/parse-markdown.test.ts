import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { processorSeconds } from '../../tests/processor-seconds.ts';
import { parseMarkdown, parseMarkdownFragment } from './parse-markdown.ts';

function parse(text: string) {
  const file = new VFile({ path: 'a.md', value: text });
  return { tree: parseMarkdown(file), file };
}

describe('parseMarkdown', () => {
  test('keeps colons in text as text', () => {
    const { tree } = parse('At 10:30 a :smile: and ::x and a:b[c]{d}');
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph']);
    expect(textOf(tree)).toBe('At 10:30 a :smile: and ::x and a:b[c]{d}');
  });

  test('reads containers and leaves with label and attributes', () => {
    const { tree } = parse(':::details[Why *so*]\nText\n:::\n\n::video[Clip]{src="a.mp4"}');
    expect(tree.children).toMatchObject([
      { type: 'containerDirective', name: 'details' },
      { type: 'leafDirective', name: 'video', attributes: { src: 'a.mp4' } },
    ]);
  });

  test('reads front matter as YAML and keeps lines below it', () => {
    const { tree } = parse('---\ntitle: A\n---\n\n# B');
    expect(tree.children).toMatchObject([
      { type: 'yaml', value: 'title: A' },
      { type: 'heading', position: { start: { line: 5, column: 1 } } },
    ]);
  });

  test('does not strike through single tildes', () => {
    const { tree } = parse('~5 and ~6, but ~~7~~');
    expect(tree.children[0]).toMatchObject({ children: [{ type: 'text' }, { type: 'delete' }] });
  });

  test('puts addresses in place of references, the first definition winning', () => {
    const { tree } = parse('[a][x] ![b][x] [c]\n\n[x]: one.md "T"\n[x]: two.md');
    expect(tree.children).toHaveLength(1);
    expect(tree.children[0]).toMatchObject({
      children: [
        { type: 'link', url: 'one.md', title: 'T' },
        {},
        { type: 'image', url: 'one.md', alt: 'b' },
        { value: ' [c]' },
      ],
    });
  });

  test('says where an element was opened that is never closed', () => {
    expect(parse('a\n\n:::details[x]\nb\n').file.messages.map(String)).toEqual([
      'a.md:3:1: `:::details` is never closed',
    ]);
    expect(parse(':::details[x]\nb\n:::\n').file.messages).toEqual([]);
  });

  test.each([
    ['quotes', '>'.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['brackets', '['.repeat(10_000)],
    ['images', '!['.repeat(10_000)],
    ['closed brackets', `${'['.repeat(5000)}a${'](b)'.repeat(5000)}`],
    ['stars', '*a '.repeat(10_000)],
    ['stars inside each other', `${'*a'.repeat(5000)}${'*'.repeat(5000)}`],
    ['html', '<b>'.repeat(10_000)],
    ['backticks', Array.from({ length: 2000 }, (_, index) => '`'.repeat(index % 200)).join(' ')],
    ['table', `|a|\n|-|\n${'|'.repeat(10_000)}`],
    ['colons', ':::a\n'.repeat(1000)],
    ['entities', '&'.repeat(10_000)],
  ])('is done in time with many nested %s', (_name, text) => {
    const start = processorSeconds();
    parse(text);
    expect(processorSeconds(start)).toBeLessThan(5);
  });

  test('refuses what is nested too deep, with its place', () => {
    expect(
      parse(`a\n\n${'>'.repeat(200)} b`).file.messages.map((message) => `${message.ruleId}:${message.line}`),
    ).toEqual(['nesting-too-deep:3']);
  });
});

/** Places of a text that begins at this line and column, all its lines indented alike. */
const placeIn = (line: number, column: number, text: string) => (offset: number) => {
  const lines = text.slice(0, offset).split('\n');
  return { line: line + lines.length - 1, column: column + (lines.at(-1) ?? '').length };
};

describe('parseMarkdownFragment', () => {
  test('names places of the file that the text was taken from', () => {
    const file = new VFile({ path: 'a.quiz.yml', value: 'prompt: |\n  One\n\n  *Two*\n' });
    const nodes = parseMarkdownFragment(file, 'One\n\n*Two*\n', placeIn(2, 3, 'One\n\n*Two*\n'));
    const places: string[] = [];
    for (const node of nodes) {
      visit(
        node,
        ({ type, position }) => void places.push(`${type} ${position?.start.line}:${position?.start.column}`),
      );
    }
    expect(places).toEqual(['paragraph 2:3', 'text 2:3', 'paragraph 4:3', 'emphasis 4:3', 'text 4:4']);
  });

  test('shifts its own messages too', () => {
    const file = new VFile({ path: 'a.quiz.yml' });
    parseMarkdownFragment(file, 'a\n\n:::details[x]', placeIn(10, 5, 'a\n\n:::details[x]'));
    expect(file.messages.map(String)).toEqual(['a.quiz.yml:12:5: `:::details` is never closed']);
  });
});

describe('parseMarkdownFragment', () => {
  const place = (offset: number) => ({ line: 1, column: offset + 1, offset });
  const fragment = (text: string) => parseMarkdownFragment(new VFile({ path: 'a.yml', value: text }), text, place);

  test('makes of a line of prose what the parser makes of it', () => {
    const pieces = [
      ..."aZéß漢19 ,.;?!'()%/–—’“”„…-",
      '"',
      'www.a.de',
      'http',
      '1. ',
      'a@b.de',
      'www',
      '&amp;',
      '*b*',
      ' - ',
    ];
    let plain = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }), (parts) => {
        const text = `S${parts.join('')}`;
        if (/^[a-z][^&*@]*$/i.test(text) && !text.includes('www') && text.trim() === text) plain++;
        expect(fragment(text)).toEqual(parse(text).tree.children);
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  test('names the place of a line of prose in its file', () => {
    const [paragraph] = parseMarkdownFragment(new VFile('x'), 'Finer', (offset) => ({
      line: 7,
      column: 10 + offset,
      offset: 50 + offset,
    }));
    expect(paragraph?.position).toEqual({
      start: { line: 7, column: 10, offset: 50 },
      end: { line: 7, column: 15, offset: 55 },
    });
  });
});
