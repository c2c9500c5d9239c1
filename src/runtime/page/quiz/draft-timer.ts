/**
 * Milliseconds from the last key to the draft: an LMS that saves slowly must not make typing jerk. Who types without a
 * pause is not left unsaved for longer than the second number says.
 */
const pause = { short: 250, longest: 1000 } as const;

/** When what is being typed goes to the player. */
export interface DraftTimer {
  /** After a short pause in typing. */
  soon(): void;
  /** At once. */
  now(): void;
  /** At once if something waits. */
  flush(): void;
}

/** Learners whose browser dies in the middle of a word lose no more than the longest pause's typing. */
export function createDraftTimer(send: () => void): DraftTimer {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  /** When the oldest key was pressed that waits. */
  let since = 0;
  const now = (): void => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    send();
  };
  const flush = (): void => {
    if (waiting !== null) now();
  };
  window.addEventListener('pagehide', flush);
  window.addEventListener('flush', flush);
  document.addEventListener('visibilitychange', flush);
  return {
    now,
    flush,
    soon() {
      if (waiting === null) since = performance.now();
      else clearTimeout(waiting);
      waiting = setTimeout(now, Math.min(pause.short, since + pause.longest - performance.now()));
    },
  };
}
