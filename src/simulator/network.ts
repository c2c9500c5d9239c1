import type { Fault } from './faults.ts';
import type { LaunchRun } from './launch-run.ts';
import type { Profile } from './profile.ts';
import type { ApiFunction, Probe } from './strict-lms.ts';

/** `expired-…`: the login ran out, and calls are answered "false" or with a login page. */
export type Network = 'up' | 'offline' | 'expired-false' | 'expired-html';

/** What a call gives to the content; an Error is thrown. */
export interface Answer {
  readonly answer: unknown;
  readonly error: number;
}

/** What an LMS answers in a request's place when the login ran out. */
export const loginPage = '<!DOCTYPE html><html><head><title>Log in</title></head><body><form></form></body></html>';

const errorFunctions = new Set<ApiFunction>(['LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic']);

/** What a no-store request for a package file gives. */
export function probe(network: Network): Probe {
  if (network === 'offline') return { ok: false, status: 0, html: false };
  if (network === 'expired-html') return { ok: false, status: 200, html: true };
  return network === 'up' ? { ok: true, status: 200, html: false } : { ok: false, status: 403, html: false };
}

/** The answer while the login is gone. Nothing happens in the LMS. */
export function expiredAnswer(
  run: LaunchRun,
  profile: Profile,
  fn: ApiFunction,
  args: readonly unknown[],
  network: 'expired-false' | 'expired-html',
): Answer {
  if (errorFunctions.has(fn)) return run.call(fn, args);
  if (fn === 'LMSCommit' || fn === 'LMSFinish') run.loseSent();
  if (profile.storageFailure === 'says-true') return { answer: fn === 'LMSGetValue' ? '' : 'true', error: 0 };
  run.setLastError(101);
  if (network === 'expired-html') return { answer: loginPage, error: 101 };
  return { answer: fn === 'LMSGetValue' ? '' : 'false', error: 101 };
}

/** The answer that an injected fault makes. */
export function faultyAnswer(run: LaunchRun, fn: ApiFunction, args: readonly unknown[], fault: Fault): Answer {
  if (fault.do === 'silent-false' || fault.do === 'deny') {
    run.call(fn, args);
    const error = fault.do === 'deny' ? (fault.errorCode ?? 101) : 0;
    run.setLastError(error);
    return { answer: 'false', error };
  }
  if (fn === 'LMSCommit' || fn === 'LMSFinish') run.loseSent();
  const error = fault.do === 'lie' ? 0 : (fault.errorCode ?? 101);
  // Asking for the error must not become an error of its own.
  if (!errorFunctions.has(fn)) run.setLastError(error);
  return { answer: faultAnswers[fault.do](fn), error };
}

const faultAnswers: Readonly<Record<Exclude<Fault['do'], 'silent-false' | 'deny'>, (fn: ApiFunction) => unknown>> = {
  false: (fn) => (fn === 'LMSGetValue' ? '' : 'false'),
  throw: (fn) => new Error(`${fn}: the LMS threw`),
  null: () => null,
  undefined: () => undefined,
  html: () => loginPage,
  lie: () => 'true',
};
