/**
 * Only one tab at a time may have a course open: two would overwrite each other's state. Who gets the browser's lock has
 * the course at once. Who does not, or is on plain http, where there are no locks, asks around over a BroadcastChannel and
 * waits for the tab that has it to answer: a lock may outlive its tab for a moment. Where even that is missing, the guard
 * lets everyone in. Who is not let in writes nothing.
 */
export interface TabGuard {
  /** Asks whether another tab has the course. @returns true if this tab may have it, and from then on holds it */
  claim(): Promise<boolean>;
  release(): void;
}

/** The part of BroadcastChannel used. */
export interface GuardChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/**
 * Takes the lock, if nobody has it or once nobody does: gives what gives it back, or null. Throws or rejects where there
 * are no locks.
 */
export type TakeLock = (when: 'free' | 'waited') => Promise<(() => void) | null>;

/** How long a newcomer waits for an answer, milliseconds; a busy tab needs a moment. */
const patience = 300;

export function createTabGuard(
  open: () => GuardChannel | null,
  self: string,
  after: (milliseconds: number, run: () => void) => void,
  takeLock: TakeLock,
): TabGuard {
  let giveBack: (() => void) | null = null;
  let channel: GuardChannel | null = null;
  let held = false;
  let claiming = false;
  let answer: (taken: boolean) => void = () => {};

  const onMessage = (data: unknown): void => {
    if (typeof data !== 'object' || data === null) return;
    const { kind, from } = data as Record<string, unknown>;
    if (from === self || typeof from !== 'string') return;
    if (kind === 'here') answer(true);
    if (kind !== 'anyone' || !(held || claiming)) return;
    // Two newcomers at once: the one with the lesser name waits. It asks again, for the other may have begun to listen
    // only after its question.
    channel?.postMessage({ kind: held || from < self ? 'here' : 'anyone', from: self });
  };

  /** From now on others are answered. */
  function listen(): void {
    if (channel !== null) return;
    try {
      channel = open();
      channel?.addEventListener('message', (event) => onMessage(event.data));
    } catch {
      channel = null;
    }
  }

  async function isFree(): Promise<boolean> {
    try {
      if (giveBack === null) {
        const late = new Promise<null>((resolve) => after(patience, () => resolve(null)));
        const asked = takeLock('free');
        giveBack = await Promise.race([asked, late]);
        asked.then((back) => back !== giveBack && back?.()).catch(() => {});
      }
    } catch {
      giveBack = null;
    }
    if (giveBack !== null || channel === null) return true;
    const taken = await new Promise<boolean>((resolve) => {
      answer = resolve;
      channel?.postMessage({ kind: 'anyone', from: self });
      after(patience, () => resolve(false));
    });
    if (taken) return false;
    // Nobody speaks up for it: once the browser gives the lock free, it is ours.
    Promise.resolve('waited' as const)
      .then(takeLock)
      .then((back) => {
        if (held && giveBack === null) giveBack = back;
        else back?.();
      })
      .catch(() => {});
    return true;
  }

  return {
    async claim() {
      listen();
      claiming = true;
      held = await isFree();
      claiming = false;
      return held;
    },
    release() {
      held = false;
      giveBack?.();
      giveBack = null;
      channel?.close();
      channel = null;
    },
  };
}
