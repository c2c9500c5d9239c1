import { expect, test } from 'vitest';
import { PackageError, packageError } from './package-error.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: in C's words`), { code });
}

test.each([
  ['ENOSPC', 'disk-full', 'the disk is full'],
  ['EDQUOT', 'disk-full', 'the disk quota is used up'],
  ['EACCES', 'no-access', 'permission denied'],
  ['EROFS', 'no-access', 'the disk is read-only'],
  ['EBUSY', 'busy', 'another program has it open'],
  ['ENOTDIR', 'not-a-folder', 'a part of its path is a file, not a folder'],
  ['EIO', 'failed', "EIO: in C's words"],
])('%s in plain words', (code, expected, text) => {
  const cause = systemError(code);
  const error = packageError('written', 'dist/a.zip', cause);
  expect(error).toMatchObject({
    code: expected,
    path: 'dist/a.zip',
    message: `dist/a.zip could not be written: ${text}`,
  });
  expect(error.cause).toBe(cause);
});

test('an error that says what failed already stays as it is', () => {
  const error = new PackageError('changed', 'a.mp4', 'a.mp4 changed');
  expect(packageError('written', 'dist/a.zip', error)).toBe(error);
});

test('what is no error at all is told all the same', () => {
  expect(packageError('read', 'a.mp4', 'oops').message).toBe('a.mp4 could not be read: oops');
});
