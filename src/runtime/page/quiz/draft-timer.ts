/** Milliseconds from the last key to the draft: an LMS that saves slowly must not make typing jerk. */
const pause = 250;

/** When what is being typed goes to the player. */
export interface DraftTimer {
  /** After a short pause in typing. */
  soon(): void;
  /** At once. */
  now(): void;
  /** At once if something waits. */
  flush(): void;
}

/** Learners who close the page in the middle of a word lose no more than a pause's typing. */
export function createDraftTimer(send: () => void): DraftTimer {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const now = (): void => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    send();
  };
  const flush = (): void => {
    if (waiting !== null) now();
  };
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  return {
    now,
    flush,
    soon() {
      if (waiting !== null) clearTimeout(waiting);
      waiting = setTimeout(now, pause);
    },
  };
}
