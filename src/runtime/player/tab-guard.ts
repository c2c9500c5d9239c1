/**
 * Only one tab at a time may have a course open: two would overwrite each other's state. The tab that is there answers a
 * newcomer's question; the newcomer writes nothing. BroadcastChannel is used because `navigator.locks` does not exist on
 * plain-http LMSs; where even that is missing, the guard lets everyone in.
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

/** How long a newcomer waits for an answer, milliseconds; a busy tab needs a moment. */
const patience = 300;

export function createTabGuard(
  open: () => GuardChannel | null,
  self: string,
  after: (milliseconds: number, run: () => void) => void,
): TabGuard {
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

  return {
    async claim() {
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
    },
    release() {
      held = false;
      channel?.close();
      channel = null;
    },
  };
}
