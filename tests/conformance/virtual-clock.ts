/** Time that moves only when told to: no test waits. */
export interface VirtualClock {
  /** Monotonic, milliseconds. */
  now(): number;
  /** Wall clock, milliseconds since 1970; `turn` moves it alone. */
  wall(): number;
  turn(milliseconds: number): void;
  /** @returns what cancels it */
  after(milliseconds: number, run: () => void): () => void;
  /** Lets time pass, with all that is due in it, in order. */
  advance(milliseconds: number): Promise<void>;
  /** Time passes while a call blocks the page: nothing runs in it. */
  skip(milliseconds: number): void;
  /** Lets what waits for nothing but its turn run. */
  settle(): Promise<void>;
}

export function createClock(): VirtualClock {
  let now = 0;
  let turned = Date.UTC(2026, 0, 15, 12);
  let made = 0;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const nextBefore = (end: number): number | null => {
    let next: number | null = null;
    for (const [id, { at }] of timers) if (at <= end && (next === null || at < (timers.get(next)?.at ?? 0))) next = id;
    return next;
  };
  return {
    now: () => now,
    wall: () => turned + now,
    turn: (milliseconds) => {
      turned += milliseconds;
    },
    after(milliseconds, run) {
      const id = ++made;
      timers.set(id, { at: now + milliseconds, run });
      return () => timers.delete(id);
    },
    skip: (milliseconds) => {
      now += milliseconds;
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (let id = nextBefore(end); id !== null; id = nextBefore(end)) {
        const timer = timers.get(id);
        timers.delete(id);
        now = Math.max(now, timer?.at ?? now);
        timer?.run();
        await settle();
      }
      now = Math.max(now, end);
    },
    settle,
  };
}
