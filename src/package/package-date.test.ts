import { expect, test } from 'vitest';
import { packageDate } from './package-date.ts';

test.each([
  ['', '1980-01-01T00:00:00.000Z'],
  ['0', '1980-01-01T00:00:00.000Z'],
  ['1700000000', '2023-11-14T22:13:20.000Z'],
])('SOURCE_DATE_EPOCH=%s gives %s', (epoch, expected) => {
  expect(packageDate({ SOURCE_DATE_EPOCH: epoch }).toISOString()).toBe(expected);
});

test('without it, the earliest date of a zip', () => {
  expect(packageDate({}).toISOString()).toBe('1980-01-01T00:00:00.000Z');
});

test.each(['yesterday', '-1', '1e3', ' 1', '9999999999999'])('SOURCE_DATE_EPOCH=%s is refused', (epoch) => {
  expect(() => packageDate({ SOURCE_DATE_EPOCH: epoch })).toThrow(
    `SOURCE_DATE_EPOCH must be a whole number of seconds since 1970, such as 1767225600, not \`${epoch}\``,
  );
});
