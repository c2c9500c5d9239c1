import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../../tests/any-character.ts';
import { identifier } from './identifiers.ts';

test('an ordinary id stays readable', () => {
  expect(identifier('item', 'edge-check_2')).toBe('item-edge-check_2');
});

test('the identifiers of published courses never change', () => {
  // A change here makes Moodle delete learners' tracks when a package is replaced.
  expect(identifier('item', 'Über uns')).toBe('item-ber-uns--b7defbf9');
  expect(identifier('item', 'a'.repeat(60))).toBe(`item-${'a'.repeat(30)}--11ee3912`);
});

test('any id gives a short xs:ID, and no two ids the same', () => {
  const id = fc.oneof(fc.string({ unit: anyCharacter }), fc.stringMatching(/^[a-zA-Z0-9_-]{1,60}$/));
  fc.assert(
    fc.property(id, id, (a, b) => {
      expect(identifier('item', a)).toMatch(/^[a-z][a-z0-9_-]{1,53}$/);
      expect(identifier('item', a) === identifier('item', b)).toBe(a === b);
      expect(identifier('item', a)).not.toBe(identifier('resource', b));
    }),
  );
});
