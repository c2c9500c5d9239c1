import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isScalar, parseDocument, stringify } from 'yaml';
import { placesOfText } from './places-of-text.ts';

/** Where the `@` of a text stands in its source, as the source reads from there. */
function sourceFromMark(source: string): string {
  const node = parseDocument(source).get('key', true);
  if (!isScalar(node) || node.range === null || node.range === undefined) throw new Error('The source has no text.');
  const value = String(node.value);
  const places = placesOfText(value, source, node.range[0], node.range[1]);
  expect(places).toHaveLength(value.length + 1);
  return source.slice(places[value.indexOf('@')], (places[value.indexOf('@')] ?? 0) + 5);
}

test.each([
  ['plain', 'key: one @here two\n'],
  ['double quotes', 'key: "one @here two"\n'],
  ['single quotes', "key: 'one @here two'\n"],
  ['escapes', 'key: "o\\"ne\\n \\u00e9 \\x41 \\U0001F600 \\\\ @here two"\n'],
  ['an escaped line end', 'key: "one\\n@here"\n'],
  ['an escaped sign of two units', 'key: "\\U0001F600@here"\n'],
  ['an escaped space', 'key: "one\\ \\t@here"\n'],
  ['doubled quotes', "key: 'it''s @here'\n"],
  ['literal block', 'key: |\n  one\n\n    two\n  @here\n'],
  ['literal block, chomped, with a comment', 'key: |- # note\n  one\n  @here\n'],
  ['folded block', 'key: >-\n  one\n  two\n\n  three @here\n'],
  ['plain over lines', 'key: one\n  two\n  @here\n'],
  ['quotes over lines', 'key: "one\n  two \\\n  @here"\n'],
  ['a quote in a block', 'key: |\n  "one" it\'s \\n\n  @here\n'],
  ['characters of two units', 'key: "😀 @here"\n'],
])('%s', (_name, source) => {
  expect(sourceFromMark(source)).toBe('@here');
});

test('any text, however it is written: as many places, in order, inside its source', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED' as const),
      (value, defaultStringType) => {
        const source = stringify({ key: value }, { defaultStringType, lineWidth: 30 });
        const node = parseDocument(source).get('key', true);
        if (!isScalar(node) || !node.range) throw new Error(source);
        const [from, to] = node.range;
        const text = String(node.value);
        const places = placesOfText(text, source, from, to);
        expect(places).toHaveLength(text.length + 1);
        expect(
          places.every((place, index) => place >= from && place <= to && place >= (places[index - 1] ?? from)),
        ).toBe(true);
      },
    ),
  );
});
