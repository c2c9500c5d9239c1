import { expect, test } from 'vitest';
import { createTabGuard, type GuardChannel, type TakeLock } from './tab-guard.ts';

/** The tabs of one browser: its lock, its channel, and a clock that runs when it is told to. */
function createBrowser() {
  let isTaken = false;
  let isDeaf = false;
  const waiting: (() => void)[] = [];
  let timers: (() => void)[] = [];
  const listeners = new Set<(event: { readonly data: unknown }) => void>();
  const take = (): (() => void) => {
    isTaken = true;
    return () => {
      isTaken = false;
      waiting.shift()?.();
    };
  };
  const takeLock: TakeLock = (when) =>
    isDeaf
      ? new Promise(() => {})
      : !isTaken && waiting.length === 0
        ? Promise.resolve(take())
        : when === 'free'
          ? Promise.resolve(null)
          : new Promise((resolve) => void waiting.push(() => resolve(take())));
  const open = (): GuardChannel => {
    let own: ((event: { readonly data: unknown }) => void) | null = null;
    return {
      addEventListener: (_type, listener) => {
        own = listener;
        listeners.add(listener);
      },
      postMessage: (data) => {
        for (const listener of listeners) if (listener !== own) listener({ data });
      },
      close: () => void (own && listeners.delete(own)),
    };
  };
  let tabs = 0;
  return {
    guard: (lock: TakeLock = takeLock) =>
      createTabGuard(open, `tab-${tabs++}`, (_ms, run) => void timers.push(run), lock),
    takeLock,
    /** Lets everything happen that takes no time, then the waits end; twice, as a claim may wait twice. */
    async settle(): Promise<void> {
      for (let round = 0; round < 3; round += 1) {
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
        const due = timers;
        timers = [];
        for (const run of due) run();
      }
    },
    hang: () => {
      isDeaf = true;
    },
    isTaken: () => isTaken,
  };
}

async function claim(browser: ReturnType<typeof createBrowser>, guard: { claim(): Promise<boolean> }) {
  const asked = guard.claim();
  await browser.settle();
  return asked;
}

test('the first tab has the course at once, without a wait', async () => {
  expect(await createBrowser().guard().claim()).toBe(true);
});

test('a second tab does not get it, until the first gives it back', async () => {
  const browser = createBrowser();
  const [first, second] = [browser.guard(), browser.guard()];
  expect(await first.claim()).toBe(true);
  expect(await claim(browser, second)).toBe(false);
  first.release();
  expect(await claim(browser, second)).toBe(true);
});

test('a lock that outlives its tab keeps nobody out, and is taken over', async () => {
  const browser = createBrowser();
  const left = await browser.takeLock('free');
  const [next, third] = [browser.guard(), browser.guard()];
  expect(await claim(browser, next)).toBe(true);
  left?.();
  await browser.settle();
  expect(browser.isTaken()).toBe(true);
  expect(await claim(browser, third)).toBe(false);
  next.release();
  expect(browser.isTaken()).toBe(false);
});

test('a lock that comes when its tab has left is given back', async () => {
  const browser = createBrowser();
  const left = await browser.takeLock('free');
  const next = browser.guard();
  expect(await claim(browser, next)).toBe(true);
  next.release();
  left?.();
  await browser.settle();
  expect(browser.isTaken()).toBe(false);
});

test('a browser that never answers about its lock keeps nobody out', async () => {
  const browser = createBrowser();
  browser.hang();
  expect(await claim(browser, browser.guard())).toBe(true);
});

test('a tab with a lock and one without know of each other', async () => {
  const none: TakeLock = () => Promise.reject(new Error('no locks'));
  const browser = createBrowser();
  expect(await claim(browser, browser.guard())).toBe(true);
  expect(await claim(browser, browser.guard(none))).toBe(false);
});

test('claiming twice is claiming once', async () => {
  const browser = createBrowser();
  const guard = browser.guard();
  expect(await guard.claim()).toBe(true);
  expect(await guard.claim()).toBe(true);
  guard.release();
  expect(await browser.guard().claim()).toBe(true);
});

test('without locks and without a channel everyone is let in', async () => {
  const guard = createTabGuard(
    () => null,
    'tab',
    () => {},
    () => Promise.reject(new Error('no locks')),
  );
  expect(await guard.claim()).toBe(true);
});
