import { argumentText } from './argument-text.ts';
import { patternOf, recordConduct, type Step } from './conduct.ts';
import type { FaultPlan } from './faults.ts';
import { type LaunchRun, startRun } from './launch-run.ts';
import { type Answer, expiredAnswer, faultyAnswer, loginPage, type Network } from './network.ts';
import type { Profile } from './profile.ts';
import { brokenRules } from './rules.ts';
import { createSession, type Session } from './session.ts';
import type { Storage } from './storage.ts';
import type { ApiFunction, Call, Launch, Scorm12Api } from './strict-lms.ts';

/** What a launch shares with the LMS around it. */
export interface LaunchSurroundings {
  readonly profile: Profile;
  readonly learner: { readonly id: string; readonly name: string };
  readonly launch: Launch;
  /** 1 for the first launch. */
  readonly number: number;
  readonly storage: Storage;
  readonly faults: FaultPlan;
  readonly network: () => Network;
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => void;
  /** Takes the finished entry of the log, but for its number. */
  readonly log: (call: Omit<Call, 'n'>) => void;
}

export interface LmsLaunch {
  readonly api: Scorm12Api;
  readonly session: Session;
  readonly run: LaunchRun;
  leave(): void;
}

/** Begins a launch: a session on what is stored, and the API object that the content finds. */
export function beginLaunch(around: LaunchSurroundings): LmsLaunch {
  const { profile, storage, launch } = around;
  storage.wipe(profile.wipes?.(storage.values) ?? []);
  storage.beginLaunch();
  const mode = profile.mode?.(storage.values, launch.mode) ?? launch.mode;
  const credit = mode === 'normal' ? launch.credit : 'no-credit';
  const session = createSession(profile, storage.values, {
    'cmi.core.student_id': around.learner.id,
    'cmi.core.student_name': around.learner.name,
    'cmi.core.credit': credit,
    'cmi.core.entry': profile.entry(storage.values),
    'cmi.core.total_time': storage.values.get('cmi.core.total_time') ?? '0000:00:00.00',
    'cmi.core.lesson_mode': mode,
    'cmi.core.exit': '',
    'cmi.launch_data': launch.launchData,
    'cmi.comments_from_lms': launch.commentsFromLms,
    'cmi.student_data.mastery_score': launch.masteryScore,
    'cmi.student_data.max_time_allowed': launch.maxTimeAllowed,
    'cmi.student_data.time_limit_action': launch.timeLimitAction,
  });
  const recorder = recordConduct(storage.values, mode, credit === 'credit');
  let leaving = false;
  const run = startRun({
    profile,
    session,
    storage,
    launch,
    connected: () => around.network() === 'up',
    leaving: () => leaving,
    after: around.after,
  });

  const answer = (fn: ApiFunction, args: readonly unknown[], element: string): Answer => {
    const network = around.network();
    if (network === 'expired-false' || network === 'expired-html') {
      return expiredAnswer(run, profile, fn, args, network);
    }
    const outcome = run.call(fn, args);
    if (!profile.answers) return outcome;
    return {
      answer: profile.answers(outcome.answer, { fn, element, error: outcome.error, leaving }),
      error: outcome.error,
    };
  };

  const call = (fn: ApiFunction, args: readonly unknown[]): unknown => {
    const element = fn === 'LMSGetValue' || fn === 'LMSSetValue' ? (argumentText(args[0]) ?? '') : '';
    const fault = around.faults.take(fn, element);
    const given = fault ? faultyAnswer(run, fn, args, fault) : answer(fn, args, element);
    const thrown = given.answer instanceof Error;
    const step: Step = {
      fn,
      args,
      element,
      pattern: patternOf(element),
      value: fn === 'LMSSetValue' ? (argumentText(args[1]) ?? '') : '',
      at: around.now(),
      failed: thrown || given.answer === loginPage || given.error !== 0,
    };
    around.log({
      launch: around.number,
      at: step.at,
      fn,
      args,
      answer: given.answer,
      error: given.error,
      ...(fault ? { fault: fault.do } : {}),
      rules: brokenRules(step, recorder.conduct),
    });
    recorder.note(step);
    if (thrown) throw given.answer;
    return given.answer;
  };

  const leave = (): void => {
    leaving = true;
  };
  return { api: apiOf(call), session, run, leave };
}

function apiOf(call: (fn: ApiFunction, args: readonly unknown[]) => unknown): Scorm12Api {
  return {
    LMSInitialize: (...args) => call('LMSInitialize', args),
    LMSFinish: (...args) => call('LMSFinish', args),
    LMSGetValue: (...args) => call('LMSGetValue', args),
    LMSSetValue: (...args) => call('LMSSetValue', args),
    LMSCommit: (...args) => call('LMSCommit', args),
    LMSGetLastError: (...args) => call('LMSGetLastError', args),
    LMSGetErrorString: (...args) => call('LMSGetErrorString', args),
    LMSGetDiagnostic: (...args) => call('LMSGetDiagnostic', args),
  };
}
