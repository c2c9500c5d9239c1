import { type ErrorCode, errorText } from './error-codes.ts';
import type { Profile, Values } from './profile.ts';
import type { Session } from './session.ts';
import type { Storage } from './storage.ts';
import type { ApiFunction, Launch } from './strict-lms.ts';

/** The state machine of one launch: SCORM 1.2 RTE 3.3.1, with the profile's deviations. */
export interface LaunchRun {
  /** Does a call for real; no fault, no answer of another type. */
  call(fn: ApiFunction, args: readonly unknown[]): Outcome;
  /** What LMSGetLastError gives from now on. */
  setLastError(code: number): void;
  /** Everything sent is lost, but the LMS believes it arrived: what a failed request does in Moodle. */
  loseSent(): void;
  /** The window is gone. */
  die(): void;
}

export interface Outcome {
  readonly answer: string;
  readonly error: number;
}

export interface Surroundings {
  readonly profile: Profile;
  readonly session: Session;
  readonly storage: Storage;
  readonly launch: Launch;
  /** Requests arrive at the server. */
  readonly connected: () => boolean;
  readonly leaving: () => boolean;
  readonly after: (milliseconds: number, run: () => void) => void;
}

export function startRun(around: Surroundings): LaunchRun {
  const { profile, session, storage } = around;
  let state: 'fresh' | 'running' | 'finished' | 'dead' = 'fresh';
  let lastError = 0;
  /** Values of commits that wait for the LMS's timer. */
  let waiting = new Map<string, string>();
  let timer = false;

  const store = (sent: Values, finishing: boolean): void => {
    storage.store(sent, finishing || profile.addsTime === 'on-store');
    session.markSent();
    session.blank(profile.blanksAtCommit ?? []);
  };

  const storeLater = (milliseconds: number): void => {
    for (const [element, value] of session.unsent()) waiting.set(element, value);
    session.markSent();
    if (timer) return;
    timer = true;
    around.after(milliseconds, () => {
      timer = false;
      // die() empties it; without a connection it waits for the next commit.
      if (waiting.size === 0 || !around.connected()) return;
      storage.store(waiting, profile.addsTime === 'on-store');
      waiting = new Map();
    });
  };

  const beaconTooLarge = (): boolean => {
    if (profile.beaconLimit === null || !around.leaving()) return false;
    let bytes = 0;
    for (const [element, value] of session.unsent())
      bytes += encodeURIComponent(value.replace(/\p{Surrogate}/gu, '?')).length + element.length + 2;
    return bytes > profile.beaconLimit;
  };

  const commit = (finishing: boolean): ErrorCode => {
    const says: ErrorCode =
      profile.storageFailure === 'says-true' || (profile.beaconLimit !== null && around.leaving()) ? 0 : 101;
    if (!around.connected()) {
      if (profile.resends === 'changed-only') session.markSent();
      return says;
    }
    if (beaconTooLarge()) {
      session.markSent();
      return 0;
    }
    if (typeof profile.stores === 'object' && !finishing) {
      storeLater(profile.stores.afterMs);
      return 0;
    }
    store(new Map([...waiting, ...session.unsent()]), finishing);
    waiting = new Map();
    return 0;
  };

  const initialize = (argument: unknown): ErrorCode => {
    if (argument !== '') return 201;
    if (state === 'running' && profile.secondInitialize === 'ends-session') state = 'dead';
    if (state !== 'fresh') return 101;
    state = 'running';
    return 0;
  };

  const finish = (argument: unknown): ErrorCode => {
    if (state !== 'running') return 301;
    if (argument !== '') return 201;
    const own = profile.finishes?.(session.values, around.launch) ?? {};
    for (const [element, value] of Object.entries(own)) session.put(element, value);
    const error = commit(true);
    if (profile.afterFinish !== 'carries-on') state = 'finished';
    return error;
  };

  const set = (element: unknown, value: unknown): ErrorCode => {
    if (state !== 'running') return 301;
    const error = session.write(element, value);
    if (error === 0 && profile.stores === 'on-set') {
      if (around.connected()) store(session.unsent(), false);
      else session.markSent();
    }
    return error;
  };

  const done = (error: ErrorCode): Outcome => {
    lastError = error;
    return { answer: error === 0 ? 'true' : 'false', error };
  };

  const call = (fn: ApiFunction, args: readonly unknown[]): Outcome => {
    if (profile.checks === 'none' && state === 'fresh') state = 'running';
    const [first, second] = args;
    switch (fn) {
      case 'LMSGetLastError':
        return { answer: String(lastError), error: lastError };
      case 'LMSGetErrorString':
        return { answer: errorText(first), error: lastError };
      case 'LMSGetDiagnostic':
        return { answer: errorText(first === '' || first === undefined ? lastError : first), error: lastError };
      default:
        break;
    }
    if (profile.checks === 'none' && fn === 'LMSInitialize' && state !== 'dead') return done(0);
    if (state === 'finished' && profile.afterFinish === 'says-true' && fn !== 'LMSInitialize') {
      lastError = 0;
      return { answer: fn === 'LMSGetValue' ? '' : 'true', error: 0 };
    }
    switch (fn) {
      case 'LMSInitialize':
        return done(initialize(first));
      case 'LMSFinish':
        return done(finish(profile.checks === 'none' ? '' : first));
      case 'LMSCommit':
        if (state !== 'running') return done(301);
        return done(first === '' || profile.checks === 'none' ? commit(false) : 201);
      case 'LMSSetValue':
        return done(set(first, second));
      case 'LMSGetValue': {
        const reading = state === 'running' ? session.read(first) : { answer: '', error: 301 };
        lastError = reading.error;
        const element = typeof first === 'string' ? first : '';
        return { answer: profile.reads?.(element, reading.answer) ?? reading.answer, error: reading.error };
      }
    }
  };

  return {
    call,
    setLastError: (code) => {
      lastError = code;
    },
    loseSent: () => {
      if (profile.resends === 'changed-only') session.markSent();
    },
    die: () => {
      state = 'dead';
      waiting = new Map();
    },
  };
}
