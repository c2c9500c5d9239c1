import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../tests/any-character.ts';
import { bitsToText, byteLength, clipText, textToBits, typedText } from './typed-text.ts';

const anyText = fc.string({ unit: anyCharacter });

test.each<[unknown, number, string | null]>([
  ['  two \t words\n', 40, 'two words'],
  ['e\u0301', 40, 'é'],
  ['a\u0000b', 40, 'a b'],
  ['\ud800x', 40, 'x'],
  ['', 40, null],
  [' \u00a0 ', 40, null],
  [7, 40, null],
  [null, 40, null],
  [['a'], 40, null],
  ['a'.repeat(10_001), 40, null],
  ['abcdef', 4, 'abcd'],
  ['ab  cd', 3, 'ab'],
  ['äöü', 4, 'äö'],
  ['äöü', 5, 'äö'],
  [' abc', 3, 'abc'],
  ['a'.repeat(10_000), 1, 'a'],
  ['a😀b', 4, 'a'],
  ['a😀b', 5, 'a😀'],
])('%j within %i bytes is kept as %j', (input, limit, kept) => {
  expect(typedText(input, limit)).toBe(kept);
});

test('what is kept is short enough, and keeping it again changes nothing', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const kept = typedText(text, limit);
      if (kept === null) return;
      expect(byteLength(kept)).toBeLessThanOrEqual(limit);
      expect(typedText(kept, limit)).toBe(kept);
      expect(bitsToText(textToBits(kept), limit)).toBe(kept);
      expect(textToBits(kept)).toHaveLength(byteLength(kept) * 8);
    }),
  );
});

test('bytes are counted as UTF-8 has them', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
      expect(text.startsWith(clipText(text, 7))).toBe(true);
    }),
  );
});

test.each([
  ['\u007f', 1],
  ['\u0080', 2],
  ['\u07ff', 2],
  ['\u0800', 3],
  ['\uffff', 3],
  ['\u{10000}', 4],
  ['\ud800', 3],
])('%j takes %i bytes', (text, bytes) => {
  expect(byteLength(text)).toBe(bytes);
  expect(clipText(text, bytes)).toBe(text);
  expect(clipText(text, bytes - 1)).toBe('');
});

test.each([
  ['', 'nothing'],
  ['0100000', 'seven bits'],
  ['00100000', 'a space alone'],
  ['11111111', 'no UTF-8'],
  ['0100000100100000', 'a space at the end'],
  ['01000001'.repeat(5), 'more than the limit'],
])('%s is no text (%s)', (bits) => {
  expect(bitsToText(bits, 4)).toBeNull();
});

test('bits are the bytes, highest bit first', () => {
  expect(textToBits('A')).toBe('01000001');
  expect(textToBits('é')).toBe('1100001110101001');
  expect(textToBits('%')).toBe('00100101');
});
