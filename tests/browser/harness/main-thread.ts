import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor, not of the clock on the wall. */
  readonly tdur?: number;
}

const mark = 'measured';

/**
 * Milliseconds of processor time of every task that this page ran on its main thread meanwhile. A task that holds a
 * frame up takes long by this measure too, while a busy machine makes none longer.
 */
export async function mainThreadTasks(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<readonly number[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await act();
  // The browser has pages of its own.
  await page.evaluate((name) => performance.mark(name), mark);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const own = traceEvents.find(({ name }) => name === mark);
  return traceEvents
    .filter(
      (event) => event.ph === 'X' && event.name.endsWith('RunTask') && event.pid === own?.pid && event.tid === own.tid,
    )
    .map(({ tdur }) => (tdur ?? 0) / 1000);
}
