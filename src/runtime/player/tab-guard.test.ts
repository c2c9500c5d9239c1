import { expect, test } from 'vitest';
import { createTabGuard, type TakeLock } from './tab-guard.ts';

/** A browser's one lock, and a clock that runs when it is told to. */
function createBrowser() {
  let isTaken = false;
  let timers: (() => void)[] = [];
  const takeLock: TakeLock = async () => {
    if (isTaken) return null;
    isTaken = true;
    return () => {
      isTaken = false;
    };
  };
  const noChannel = (): never => {
    throw new Error('nobody may ask around where there are locks');
  };
  return {
    guard: () => createTabGuard(noChannel, 'tab', (_ms, run) => void timers.push(run), takeLock),
    async tick(): Promise<void> {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      const due = timers;
      timers = [];
      for (const run of due) run();
    },
    waiting: () => timers.length,
  };
}

test('the first tab has the course at once, without a wait', async () => {
  const browser = createBrowser();
  await expect(browser.guard().claim()).resolves.toBe(true);
  expect(browser.waiting()).toBe(0);
});

test('a second tab does not get it, until the first gives it back', async () => {
  const browser = createBrowser();
  const [first, second] = [browser.guard(), browser.guard()];
  expect(await first.claim()).toBe(true);
  const asked = second.claim();
  await browser.tick();
  expect(await asked).toBe(false);
  first.release();
  expect(await second.claim()).toBe(true);
});

test('a tab that is reloaded gets it although its old page is only just going', async () => {
  const browser = createBrowser();
  const old = browser.guard();
  await old.claim();
  const asked = browser.guard().claim();
  old.release();
  await browser.tick();
  expect(await asked).toBe(true);
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
