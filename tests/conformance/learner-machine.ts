import type { JournalStorage } from '../../src/runtime/player/journal.ts';
import type { GuardChannel } from '../../src/runtime/player/tab-guard.ts';

/** A learner's computer, with what its browser keeps. */
export interface Machine {
  readonly storage: () => JournalStorage | null;
  readonly values: Map<string, string>;
  readonly channels: Set<FakeChannel>;
}
interface FakeChannel extends GuardChannel {
  hear(data: unknown): void;
}

/** @param kind what the browser says of localStorage */
export function makeMachine(kind: 'working' | 'absent' | 'throwing' | 'full'): Machine {
  const values = new Map<string, string>();
  const working: JournalStorage = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (kind === 'throwing') throw new Error('SecurityError');
      // Room for the try and nothing else.
      if (kind === 'full' && value.length > 10) throw new Error('QuotaExceededError');
      values.set(key, value);
    },
  };
  const storage = (): JournalStorage | null => {
    if (kind === 'throwing') throw new Error('SecurityError');
    return kind === 'absent' ? null : working;
  };
  return { storage, values, channels: new Set() };
}

/** One tab's end of what all tabs of a browser hear. */
export function openChannel(machine: Machine, alive: () => boolean): GuardChannel {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  const channel: FakeChannel = {
    postMessage: (data) => {
      for (const other of machine.channels) if (other !== channel) other.hear(data);
    },
    addEventListener: (_type, listener) => void listeners.push(listener),
    close: () => void machine.channels.delete(channel),
    hear: (data) => {
      if (alive()) for (const listener of listeners) listener({ data });
    },
  };
  machine.channels.add(channel);
  return channel;
}
