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
  /** A commit that blocks the page is retried at most this often, and one whose answer means nothing. */
  slowRetry: 30_000,
} as const;

/** What a no-store request for a file of the package said: the server answers and the session is alive. */
export type ProbeOutcome = 'alive' | 'gone' | 'unknown';

/** What was handed to the LMS, up to this sequence number, and what it said. */
export interface Recorded {
  readonly sequence: number;
  readonly outcome: Outcome;
}

export interface SaveSurroundings {
  /**
   * Hands all unsaved values to the LMS and asks it to store them.
   *
   * @param again the last time did not hold: the values must differ from then, or some LMSs send nothing
   */
  readonly record: (again: boolean) => Recorded | Promise<Recorded>;
  readonly probe: () => Promise<ProbeOutcome>;
  /** All up to this sequence number is stored, as far as anyone can know. */
  readonly confirm: (sequence: number, outcome: Outcome) => void;
  /** What was recorded since the last `confirm` is likely lost. */
  readonly doubt: () => void;
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
  /** The last save did not hold. */
  readonly failing: boolean;
  /** Something changed. `now` for answers, `soon` for the place on a page. */
  changed(sequence: number, urgency: 'now' | 'soon'): void;
  /** Save at once what is unsaved: the tab is hidden, the network is back, the learner asked. */
  flush(): void;
  /** As `flush`; resolves when it is known whether it held. */
  settle(): Promise<void>;
  /** From now on nothing is saved; with the outcome of the last commit if the session is at its end. */
  stop(last?: Outcome): void;
  resume(): void;
}

/** Brings changes to the LMS, retries without end, and says truly whether they are there. */
export function createSaveLoop(surroundings: SaveSurroundings): SaveLoop {
  const { now, after, journaled } = surroundings;
  let state: SaveState = 'saved';
  let latest = 0;
  let saved = 0;
  let failing = false;
  let stopped = false;
  let delay: number = timing.firstRetry;
  let due = Number.POSITIVE_INFINITY;
  let cancelSave = (): void => {};
  let cancelDoubt = (): void => {};
  /** Numbers the saves: only the last one's probe speaks, for all before it as well. */
  let saves = 0;
  /** Sequence number of the save whose probe is awaited; 0 if none is. */
  let awaited = 0;
  let ongoing: Promise<void> = Promise.resolve();

  const show = (next: SaveState): void => {
    if (next === state) return;
    state = next;
    surroundings.changed();
  };

  function plan(milliseconds: number): void {
    const at = now() + milliseconds;
    if (at >= due) return;
    cancelSave();
    due = at;
    cancelSave = after(milliseconds, start);
  }

  function doubtSoon(): void {
    cancelDoubt();
    cancelDoubt = after(timing.doubt, () => {
      if (saved < latest && !stopped) show('unsaved');
    });
  }

  function start(): void {
    cancelSave();
    due = Number.POSITIVE_INFINITY;
    if (!stopped && latest > Math.max(saved, awaited)) ongoing = save();
  }

  async function save(): Promise<void> {
    const mine = ++saves;
    const began = now();
    awaited = latest;
    const { sequence, outcome } = await surroundings.record(failing);
    const took = now() - began;
    if (mine === saves) awaited = latest = Math.max(latest, sequence);
    // A commit's "true" is not "stored": a dead session or network is seen by asking for a file of the package.
    const gone = outcome === 'refused' || (await surroundings.probe()) === 'gone';
    if (mine !== saves || stopped) return;
    awaited = 0;
    failing = gone;
    if (gone) surroundings.doubt();
    else surroundings.confirm(sequence, outcome);
    if (!gone && (outcome === 'stored' || journaled())) {
      saved = sequence;
      delay = timing.firstRetry;
      if (saved < latest) return plan(timing.now);
      cancelDoubt();
      show('saved');
      return;
    }
    show('unsaved');
    plan(gone ? Math.min(Math.max(delay, took * 10), timing.slowRetry) : timing.slowRetry);
    delay = Math.min(delay + 1_000, timing.longestRetry);
  }

  return {
    get state() {
      return state;
    },
    get failing() {
      return failing;
    },
    changed(sequence, urgency) {
      latest = Math.max(latest, sequence);
      if (stopped) return;
      if (urgency === 'soon') return plan(timing.soon);
      if (state === 'saved') {
        show('saving');
        doubtSoon();
      }
      plan(timing.now);
    },
    flush: start,
    async settle() {
      start();
      while (awaited > 0 && !stopped) await ongoing;
    },
    stop(last) {
      stopped = true;
      cancelSave();
      cancelDoubt();
      due = Number.POSITIVE_INFINITY;
      if (last === 'refused' || (last === 'unsure' && !journaled())) show('unsaved');
    },
    resume() {
      stopped = false;
      awaited = 0;
      saves += 1;
      start();
    },
  };
}
