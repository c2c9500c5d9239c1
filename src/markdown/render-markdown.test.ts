import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorSeconds } from '../../tests/processor-seconds.ts';
import { renderText } from '../../tests/render-text.ts';

describe('renderMarkdown', () => {
  test('does not change its input', () => {
    const text = '## A\n\n> [!NOTE] T\n> b\n\n- [x] c\n\n![](media/map.png){decorative}\n\n:::details[d]\ne\n:::\n';
    const { mdast } = renderText(text);
    expect(mdast).toEqual(renderText(text).mdast);
    expect(JSON.stringify(mdast)).toContain('[!NOTE]');
  });

  test('keeps the HTML that texts need', () => {
    const html =
      '<p><kbd>Ctrl</kbd> H<sub>2</sub>O <mark>m</mark> <abbr title="a b">ab</abbr> <ruby>漢<rt>kan</rt></ruby></p>';
    const { html: made, found } = renderText(html);
    expect(made).toBe(html);
    expect(found).toEqual([]);
  });

  test('says which HTML was removed, and where', () => {
    const { html, file } = renderText('a\n\nb <font color="red">c</font> <b onclick="x()" style="color:red">d</b>\n');
    expect(html).toBe('<p>a</p>\n<p>b c <b>d</b></p>');
    expect(file.messages.map(String)).toEqual([
      '01-start.md:3:3-3:29: `<font>` was removed',
      '01-start.md:3:30-3:70: `onclick` on `<b>` was removed',
      '01-start.md:3:30-3:70: `style` on `<b>` was removed',
    ]);
  });

  test.each(['object', 'textarea', 'template', 'script', 'style', 'plaintext', 'video'])(
    'makes it an error when an open `<%s>` takes the text after it along',
    (tag) => {
      const { found } = renderText(`a\n\n<${tag}>\n\ntext\n\n## More\n\n:::details[x]\ny\n:::\n`);
      expect(found[0]).toBe('html-removed:3:1');
      expect(found[1]).toMatch(/^html-unclosed:[3-9]:1$/);
    },
  );

  test('says where lost text begins', () => {
    expect(renderText('<textarea>\n\ntext').found).toEqual(['html-removed:1:1', 'html-unclosed:1:1']);
    expect(renderText('<!-- a\n\ntext').found).toEqual(['html-unclosed:1:1']);
    expect(renderText('<textarea></textarea>\n\ntext\n\n[^1]: not used\n').found).toEqual(['html-removed:1:1']);
  });

  test('keeps author ids apart from the page’s own', () => {
    const { html } = renderText('[a](#x) <span id="x">b</span> <i id="x">c</i> <i id="a b">d</i>');
    expect(html).toContain('<a href="#section-user-x">');
    expect(html).toContain('<span id="section-user-x">');
    expect(html).toContain('<i>c</i> <i>d</i>');
  });

  test('survives HTML nested thousands deep', () => {
    const start = processorSeconds();
    expect(renderText('<b><i>\n'.repeat(5000)).found.every((rule) => /^(?:nesting|html)/.test(rule))).toBe(true);
    expect(renderText(`${'<div>\n\n'.repeat(3000)}a`).html.length).toBeGreaterThanOrEqual(0);
    expect(processorSeconds(start)).toBeLessThan(5);
  });

  const marks = fc.constantFrom(
    ...[
      '[',
      ']',
      '(',
      ')',
      '!',
      '*',
      '_',
      '`',
      '~',
      '<',
      '>',
      '&',
      '#',
      '|',
      '-',
      '+',
      '=',
      ':',
      '{',
      '}',
      '"',
      "'",
      '\\',
      '/',
      '.',
    ],
    ...[
      '\n',
      '\n\n',
      ' ',
      '    ',
      '\t',
      '1. ',
      '- [x] ',
      '> [!NOTE] ',
      '[^1]',
      '\n[^1]: ',
      ':::details[',
      '\n:::\n',
      '::x',
      '```',
      '~~~',
    ],
    ...[
      '<b>',
      '</b>',
      '<svg>',
      '<!--',
      '-->',
      '<table>',
      '<td>',
      '<script>',
      '<p ',
      'id="a"',
      '```mermaid alt="a"\n',
      'flowchart TD\n',
      'A-->B',
    ],
    ...[
      'https://',
      'www.a.b',
      'a@b.c',
      'javascript:',
      '![](media/map.png)',
      '{decorative}',
      '\u0000',
      '\ud800',
      '𝒳',
      'é',
      '\u202e',
    ],
  );
  const text = fc.array(fc.oneof({ weight: 4, arbitrary: marks }, fc.string({ maxLength: 5 })), { maxLength: 60 });

  test('renders any text without a throw, and twice the same', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const first = renderText(parts.join(''));
        const second = renderText(parts.join(''));
        expect(second.html).toBe(first.html);
        expect(second.found).toEqual(first.found);
      }),
      { numRuns: 300 },
    );
  });
});
