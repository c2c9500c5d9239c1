import fc from 'fast-check';
import type { Paragraph, PhrasingContent } from 'mdast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../parse-markdown.ts';
import { toMarkdown } from '../to-markdown.ts';

/** The formulas of a text, each between `‹` and `›`, those on a line of their own between `«` and `»`. */
function shown(text: string): string {
  const marked = (node: PhrasingContent): string => {
    if (node.type === 'inlineMath') return node.data?.display ? `«${node.value}»` : `‹${node.value}›`;
    if ('children' in node) return node.children.map(marked).join('');
    return 'value' in node ? node.value : '';
  };
  return parseMarkdown(new VFile(text))
    .children.map((node) =>
      node.type === 'math' ? `«${node.value}»` : (node as Paragraph).children.map(marked).join(''),
    )
    .join('|');
}

test.each([
  ['a formula', 'so $x^2$ is', 'so ‹x^2› is'],
  ['a formula beside signs', '($x$), “$y$”.', '(‹x›), “‹y›”.'],
  ['two formulas', '$a$ and $b$', '‹a› and ‹b›'],
  ['marks inside a formula', '$a_1 * b_2 * c$', '‹a_1 * b_2 * c›'],
  ['a formula over two lines', '$a +\nb$', '‹a +\nb›'],
  ['a dollar sign inside', '$\\$5 + x$', '‹\\$5 + x›'],
  ['a line break of TeX at the end', '$$a \\\\$$', '«a \\\\»'],
  ['two dollars in a line', 'so $$x$$ is', 'so «x» is'],
  ['two dollars with white space', '$$ x $$', '« x »'],
  ['lines of their own', '$$\nx\ny\n$$', '«x\ny»'],
])('%s', (_name, text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each([
  'from $5 to $10',
  '$5, $10 and $20,000',
  'US$5 and CA$10',
  '$5-$10',
  'pay $5/month',
  '$ 5 and 6$',
  '$HOME and $PATH',
  '$HOME/$USER',
  'a$b$c',
  'x$1$2',
  'one $ alone',
  'three $$$x$$$ dollars',
  'cost $5**or $6**',
])('no formula: %s', (text) => {
  expect(shown(text)).toBe(text.replaceAll('**', ''));
});

test('an escaped dollar opens nothing', () => {
  expect(shown('\\$a$ and \\$b$')).toBe('$a$ and $b$');
});

test('a code span keeps its dollars', () => {
  expect(shown('`$x$` and $y$')).toBe('$x$ and ‹y›');
});

test.each(['so $x^2$ is', 'so $$x$$ is', '$$\nx\n$$', 'cost \\$5 and \\$10', '> $a\n> +b$'])(
  'written again: %s',
  (text) => {
    const once = toMarkdown(parseMarkdown(new VFile(text)).children);
    const strip = (nodes: unknown): string =>
      JSON.stringify(nodes, (key, value) => (key === 'position' ? undefined : value));
    expect(strip(parseMarkdown(new VFile(once)).children)).toBe(
      strip(parseMarkdown(new VFile(text.replace('$a\n> +', '$a +'))).children),
    );
  },
);

test('whatever stands around dollars, writing it again says the same', () => {
  const text = fc
    .array(fc.constantFrom('$', '$', '$$', 'a', '1', ' ', '\\', '*', '.', '`'), { minLength: 1, maxLength: 12 })
    .map((parts) => `x${parts.join('')}x`);
  fc.assert(
    fc.property(text, (source) => {
      const once = toMarkdown(parseMarkdown(new VFile(source)).children);
      expect(shown(once), once).toBe(shown(source));
    }),
    { numRuns: 1000 },
  );
});
