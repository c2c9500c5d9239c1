/**
 * Only one tab at a time may have a course open: two would overwrite each other's state. A lock tells at once. Plain-http
 * LMSs have none: there the tab that has the course answers a newcomer's question over a BroadcastChannel, and the
 * newcomer waits for it. Where even that is missing, the guard lets everyone in. Who is not let in writes nothing.
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

/** Takes the lock if nobody has it: gives what gives it back, or null. Throws or rejects where there are no locks. */
export type TakeLock = () => Promise<(() => void) | null>;

/** How long a newcomer waits for an answer, milliseconds; a busy tab needs a moment, and so does one that is closing. */
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

  async function askAround(): Promise<boolean> {
    if (channel === null) {
      try {
        channel = open();
        channel?.addEventListener('message', (event) => onMessage(event.data));
      } catch {
        channel = null;
      }
    }
    if (channel === null) return true;
    claiming = true;
    const taken = await new Promise<boolean>((resolve) => {
      answer = resolve;
      channel?.postMessage({ kind: 'anyone', from: self });
      after(patience, () => resolve(false));
    });
    claiming = false;
    held = !taken;
    return held;
  }

  return {
    async claim() {
      try {
        giveBack ??= await takeLock();
        // The page that had it may have been left just now.
        if (giveBack === null) {
          await new Promise<void>((resolve) => after(patience, resolve));
          giveBack = await takeLock();
        }
        return giveBack !== null;
      } catch {
        return askAround();
      }
    },
    release() {
      giveBack?.();
      giveBack = null;
      held = false;
      channel?.close();
      channel = null;
    },
  };
}
