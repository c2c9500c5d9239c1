import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftTimer } from './draft-timer.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Keys every 100 ms, and the moments at which something was sent. */
function typeFor(milliseconds: number): { readonly sent: readonly number[]; readonly from: number } {
  const sent: number[] = [];
  const from = Date.now();
  const drafts = createDraftTimer(() => sent.push(Date.now() - from));
  for (let typed = 0; typed < milliseconds; typed += 100) {
    drafts.soon();
    vi.advanceTimersByTime(100);
  }
  return { sent, from };
}

test('what is typed is sent a quarter of a second after the last key', () => {
  const { sent } = typeFor(300);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual([450]);
});

test('who types without a pause is saved every second all the same', () => {
  const { sent } = typeFor(3_500);
  expect(sent).toEqual([1_000, 2_000, 3_000]);
});

test.each(['pagehide', 'flush'])('%s sends what waits at once, and nothing twice', (event) => {
  const { sent } = typeFor(100);
  window.dispatchEvent(new Event(event));
  expect(sent).toEqual([100]);
  window.dispatchEvent(new Event(event));
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual([100]);
});
