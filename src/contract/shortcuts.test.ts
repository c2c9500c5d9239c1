import { expect, test } from 'vitest';
import { type PressedKey, shortcutOf } from './shortcuts.ts';

const pressed = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  ...{ key, altKey: false, ctrlKey: false, metaKey: false, repeat: false, isComposing: false },
  ...more,
});

test.each([
  ['n', 'n'],
  ['N', 'n'],
  ['/', '/'],
  ['?', '?'],
  ['x', null],
  ['Enter', null],
  ['Next', null],
  ['', null],
])('%j is %j', (key, expected) => {
  expect(shortcutOf(pressed(key))).toBe(expected);
});

test.each(['altKey', 'ctrlKey', 'metaKey', 'repeat', 'isComposing'] as const)('not with %s', (name) => {
  expect(shortcutOf(pressed('n', { [name]: true }))).toBeNull();
});
