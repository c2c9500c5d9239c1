import { expect, test } from 'vitest';
import { judgeSize, totalSize } from './package-size.ts';

const megabyte = 1_000_000;

test('text counts in bytes of UTF-8, files by their size', () => {
  const files = [
    { path: 'a', text: 'é' },
    { path: 'b', bytes: new Uint8Array(3) },
    { path: 'c', file: 'nowhere', size: 40 },
  ];
  expect(totalSize(files)).toBe(45);
});

test.each([
  [0, null],
  [100 * megabyte, null],
  [100 * megabyte + 1, 'some LMSs refuse it'],
  [500 * megabyte, 'some LMSs refuse it'],
  [500 * megabyte + 1, 'most LMSs refuse it'],
  [2 ** 32 - 2, 'most LMSs refuse it'],
])('%d bytes: %s', (bytes, reason) => {
  const finding = judgeSize(bytes);
  expect(finding === null ? null : finding.severity).toBe(reason === null ? null : 'warning');
  expect(finding?.reason ?? '').toContain(reason ?? '');
});

test('says how large it is, and what helps', () => {
  expect(judgeSize(600 * megabyte)).toEqual({
    severity: 'warning',
    reason: 'The package has 600 MB, most LMSs refuse it',
    fix: 'Compress or shorten video and audio, or stream them from a video host',
  });
});

test('what would need Zip64 is refused', () => {
  expect(judgeSize(2 ** 32 - 1)?.severity).toBe('error');
  expect(judgeSize(2 ** 33)?.reason).toBe('The package has 8590 MB, a zip that every LMS reads holds 4 GiB');
});
