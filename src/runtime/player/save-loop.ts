import type { Outcome } from '../lms/lms-port.ts';

/** Milliseconds. */
const timing = {
  /** From an answer to its commit; answers in quick succession share one. */
  now: 200,
  /** From a change of place to its commit. */
  soon: 30_000,
  /** From a change to "not saved yet", if it is not saved by then. */
  doubt: 1_500,
  /** Between retries: the first, and the longest while commits answer fast. */
  firstRetry: 1_000,
  longestRetry: 4_000,
  /** A commit that blocks the page is retried at most this often. */
  slowRetry: 30_000,
} as const;

/** What a no-store request for a file of the package said: the server answers and the session is alive. */
export type ProbeOutcome = 'alive' | 'gone' | 'unknown';

export interface SaveSurroundings {
  /** Hands all unsaved values to the LMS and asks it to store them. */
  readonly record: () => Outcome | Promise<Outcome>;
  readonly probe: () => Promise<ProbeOutcome>;
  /** All up to this sequence number is stored, as far as anyone can know. */
  readonly confirm: (sequence: number, outcome: Outcome) => void;
  /** Is the unsaved part kept in the journal? Then a doubtful answer of the LMS is no danger. */
  readonly journaled: () => boolean;
  readonly changed: () => void;
  /** Monotonic, milliseconds. */
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export type SaveState = 'saved' | 'saving' | 'unsaved';

export interface SaveLoop {
  readonly state: SaveState;
  /** Something changed. `now` for answers, `soon` for the place on a page. */
  changed(sequence: number, urgency: 'now' | 'soon'): void;
  /** Save at once what is unsaved: the tab is hidden, the network is back, the learner asked. */
  flush(): void;
  /** The session ends; nothing is saved any more. */
  stop(): void;
}

/** Brings changes to the LMS, retries without end, and says truly whether they are there. */
export function createSaveLoop(surroundings: SaveSurroundings): SaveLoop {
  const { now, after } = surroundings;
  let state: SaveState = 'saved';
  let latest = 0;
  let saved = 0;
  let running = false;
  let stopped = false;
  let delay: number = timing.firstRetry;
  let due = Number.POSITIVE_INFINITY;
  let cancelSave = (): void => {};
  let cancelDoubt = (): void => {};

  const show = (next: SaveState): void => {
    if (next === state) return;
    state = next;
    surroundings.changed();
  };

  function plan(milliseconds: number): void {
    const at = now() + milliseconds;
    if (at >= due) return;
    due = at;
    cancelSave();
    cancelSave = after(milliseconds, () => {
      due = Number.POSITIVE_INFINITY;
      void save();
    });
  }

  function doubtSoon(): void {
    cancelDoubt();
    cancelDoubt = after(timing.doubt, () => {
      if (saved < latest && !stopped) show('unsaved');
    });
  }

  async function save(): Promise<void> {
    if (running || stopped || saved >= latest) return;
    running = true;
    const wanted = latest;
    const began = now();
    const outcome = await surroundings.record();
    const took = now() - began;
    // A commit's "true" is not "stored": a dead session or network is seen by asking for a file of the package.
    const probed = outcome === 'refused' ? 'gone' : await surroundings.probe();
    running = false;
    if (stopped) return;
    const good = probed !== 'gone' && (outcome === 'stored' || (outcome === 'unsure' && surroundings.journaled()));
    if (good) {
      saved = Math.max(saved, wanted);
      delay = timing.firstRetry;
      surroundings.confirm(wanted, outcome);
      if (saved >= latest) {
        cancelDoubt();
        show('saved');
      } else plan(timing.now);
      return;
    }
    show('unsaved');
    plan(Math.min(Math.max(delay, took * 10), timing.slowRetry));
    delay = Math.min(delay + 1_000, timing.longestRetry);
  }

  return {
    get state() {
      return state;
    },
    changed(sequence, urgency) {
      if (stopped) return;
      latest = Math.max(latest, sequence);
      if (urgency === 'now') {
        if (state === 'saved') {
          show('saving');
          doubtSoon();
        }
        plan(timing.now);
      } else plan(timing.soon);
    },
    flush() {
      if (stopped || saved >= latest) return;
      cancelSave();
      due = Number.POSITIVE_INFINITY;
      void save();
    },
    stop() {
      stopped = true;
      cancelSave();
      cancelDoubt();
    },
  };
}
