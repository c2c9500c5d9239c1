import { afterEach, beforeEach, expect, vi } from 'vitest';

/** An unexpected warning fails the test it comes from. */
const warn = vi.spyOn(console, 'warn');
const error = vi.spyOn(console, 'error');
beforeEach(() => {
  warn.mockClear();
  error.mockClear();
});
afterEach(() => {
  expect(warn.mock.calls).toEqual([]);
  expect(error.mock.calls).toEqual([]);
});
