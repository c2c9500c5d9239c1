import { createFaultPlan, type Fault } from './faults.ts';
import { beginLaunch, type LmsLaunch } from './lms-launch.ts';
import { type LmsRecord, readRecord } from './lms-record.ts';
import { type Network, probe } from './network.ts';
import type { LessonMode, Profile, ProfileId } from './profile.ts';
import { profiles } from './profiles/index.ts';
import { type BrokenRule, violations } from './rules.ts';
import { createStorage } from './storage.ts';

export type ApiFunction =
  | 'LMSInitialize'
  | 'LMSFinish'
  | 'LMSGetValue'
  | 'LMSSetValue'
  | 'LMSCommit'
  | 'LMSGetLastError'
  | 'LMSGetErrorString'
  | 'LMSGetDiagnostic';

/** What content finds as `window.API`. Answers are `unknown` because real LMSs (and some profiles) answer anything. */
export type Scorm12Api = { readonly [Fn in ApiFunction]: (...args: unknown[]) => unknown };

/** One call of the API, as the content made it and as the LMS answered. */
export interface Call {
  /** 1 for the first call of this LMS, over all launches. */
  readonly n: number;
  /** 1 for the first launch. */
  readonly launch: number;
  /** By the injected clock, milliseconds. */
  readonly at: number;
  readonly fn: ApiFunction;
  readonly args: readonly unknown[];
  /** What the content got; the Error when a fault threw. */
  readonly answer: unknown;
  /** What LMSGetLastError says after it, `0` if fine. */
  readonly error: number;
  /** Set when an injected fault made the answer. */
  readonly fault?: Fault['do'];
  /** The rules of good content that this call broke; empty for a good call. */
  readonly rules: readonly BrokenRule[];
}

export interface Violation {
  readonly rule: BrokenRule;
  readonly call: Call;
}

/** What the LMS hands a SCO at launch. */
export interface Launch {
  readonly mode: LessonMode;
  readonly credit: 'credit' | 'no-credit';
  readonly launchData: string;
  /** `adlcp:masteryscore` of the manifest; "" if none. */
  readonly masteryScore: string;
  readonly maxTimeAllowed: string;
  readonly timeLimitAction: string;
  readonly commentsFromLms: string;
}

export interface LmsOptions {
  /** Default `strict`. An object makes an LMS of one's own: `{ ...profiles.moodle, suspendDataLimit: 4096 }`. */
  readonly profile?: Profile | ProfileId;
  readonly learner?: { readonly id: string; readonly name: string };
  readonly launch?: Partial<Launch>;
  /** Elements stored by earlier launches, e.g. `{ 'cmi.core.lesson_status': 'passed' }`; `record().values` has this form. */
  readonly stored?: Readonly<Record<string, string>>;
  /** Milliseconds, any origin. Default: a clock that stands still at 0. */
  readonly now?: () => number;
  /** Runs `run` in `milliseconds`. Default: never (what waits for a timer is then never stored). */
  readonly after?: (milliseconds: number, run: () => void) => void;
  readonly faults?: readonly Fault[];
  readonly onCall?: (call: Call) => void;
}

export interface Lms {
  /** The API of the current launch. After `launch()` this is a new object; the old one answers as after LMSFinish. */
  readonly api: Scorm12Api;
  readonly profile: Profile;
  readonly log: readonly Call[];
  /** What the gradebook database holds now: committed values only. */
  record(): LmsRecord;
  /** One element as the gradebook database holds it now; "" if it does not. */
  stored(element: string): string;
  /** Values of the running session, committed or not (what LMSGetValue could see if everything were readable). */
  session(): Readonly<Record<string, string>>;
  /** Elements written in this launch whose value is not (or not so) in the record. */
  unsaved(): readonly string[];
  /** A new session on the stored record; the old one dies as by `crash()` if it was not finished. */
  launch(change?: Partial<Launch>): Scorm12Api;
  /** The browser dies: what was not stored is lost, its API is dead, waiting timers store nothing. */
  crash(): void;
  /** The page is being left (pagehide): some LMSs answer commits differently from now until the next launch. */
  leave(): void;
  fail(fault: Fault): void;
  /** Removes every fault, and brings network and login back. */
  heal(): void;
  /** The login ran out: every call is answered `"false"` or with a login page, nothing is stored, the probe fails. */
  expireSession(as?: 'false' | 'html'): void;
  /** The network is gone: reading and setting work, commits are not stored, the probe fails. */
  offline(): void;
  /** What a no-store request for a package file would get now. */
  probe(): Probe;
  violations(): readonly Violation[];
}

export interface Probe {
  readonly ok: boolean;
  /** HTTP status; 0 when the network is gone. A login page comes as 200 with `html`. */
  readonly status: number;
  readonly html: boolean;
}

const noLaunch: Launch = {
  mode: 'normal',
  credit: 'credit',
  launchData: '',
  masteryScore: '',
  maxTimeAllowed: '',
  timeLimitAction: '',
  commentsFromLms: '',
};

/**
 * A learning platform in memory: one learner, one SCO, any number of launches; the first one has begun.
 * No clock, timer or randomness of its own. Nothing throws but the call that a `throw` fault makes throw.
 */
export function createLms(options: LmsOptions = {}): Lms {
  const profile = typeof options.profile === 'object' ? options.profile : profiles[options.profile ?? 'strict'];
  const now = options.now ?? (() => 0);
  const after = options.after ?? (() => undefined);
  const learner = options.learner ?? { id: 'learner-1', name: 'Doe, Jane' };
  const storage = createStorage(profile, options.stored ?? {}, now);
  const faults = createFaultPlan(options.faults ?? []);
  const log: Call[] = [];
  let network: Network = 'up';
  let launches = 0;
  let launch: Launch = { ...noLaunch, ...options.launch };

  const write = (entry: Omit<Call, 'n'>): void => {
    const call: Call = { n: log.length + 1, ...entry };
    log.push(call);
    options.onCall?.(call);
  };
  const begin = (): LmsLaunch => {
    launches += 1;
    return beginLaunch({
      profile,
      learner,
      launch,
      number: launches,
      storage,
      faults,
      network: () => network,
      now,
      after,
      log: write,
    });
  };
  let current = begin();

  return {
    get api() {
      return current.api;
    },
    profile,
    log,
    record: () =>
      readRecord(storage.values, {
        nextEntry: profile.entry(storage.values),
        nextMode: profile.mode?.(storage.values, launch.mode) ?? launch.mode,
        launches,
        commits: storage.commits,
        grades: [...storage.grades],
      }),
    stored: (element) => storage.values.get(element) ?? '',
    session: () => Object.fromEntries(current.session.values),
    unsaved: () => current.session.written().filter((element) => !isStored(element)),
    launch: (change = {}) => {
      current.run.die();
      launch = { ...launch, ...change };
      current = begin();
      return current.api;
    },
    crash: () => current.run.die(),
    leave: () => current.leave(),
    fail: (fault) => faults.add(fault),
    heal: () => {
      faults.clear();
      network = 'up';
    },
    expireSession: (as = 'false') => {
      network = `expired-${as}`;
    },
    offline: () => {
      network = 'offline';
    },
    probe: () => probe(network),
    violations: () => violations(log),
  };

  function isStored(element: string): boolean {
    return storage.values.get(element) === current.session.values.get(element);
  }
}
