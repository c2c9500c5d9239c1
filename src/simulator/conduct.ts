import { locate } from './data-model.ts';
import type { LessonMode, Values } from './profile.ts';
import type { ApiFunction } from './strict-lms.ts';

/** One call of the content, as the rules look at it. */
export interface Step {
  readonly fn: ApiFunction;
  readonly args: readonly unknown[];
  /** First argument of LMSGetValue and LMSSetValue, "" elsewhere. */
  readonly element: string;
  /** The element's row of the data model (`n` for indices), "" if it is none. */
  readonly pattern: string;
  /** Second argument of LMSSetValue as text. */
  readonly value: string;
  readonly at: number;
  /** The content could see that the call failed: an error code, a throw or a login page. */
  readonly failed: boolean;
}

/** What the content did so far in this launch; the memory of the rules. */
export interface Conduct {
  readonly mode: LessonMode;
  readonly credit: boolean;
  readonly initialized: boolean;
  readonly finished: boolean;
  readonly committed: boolean;
  /** Stored before or written in this launch. */
  readonly written: Values;
  /** Written, or refused by the LMS: the content tried. */
  readonly tried: ReadonlySet<string>;
  /** Written in this launch. */
  readonly set: Values;
  readonly sinceCommit: Values;
  /** What a failed commit left unsaved, null if the last one did not fail. */
  readonly lost: Values | null;
  /** When the oldest value since the last commit was written, and the oldest answer. */
  readonly unsavedSince: number | null;
  readonly answeredSince: number | null;
  /** Best status and highest score that the LMS was ever told. */
  readonly bestStatus: string;
  readonly bestScore: number | null;
  readonly failedWritten: boolean;
}

export interface ConductRecorder {
  readonly conduct: Conduct;
  note(step: Step): void;
}

/** Worst first: a status is never lowered. `browsed` ranks as no result. */
const statusOrder = ['not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed'];
export const statusRank = (status: string): number => statusOrder.indexOf(status);

/** Watches one launch from its start. */
export function recordConduct(stored: Values, mode: LessonMode, credit: boolean): ConductRecorder {
  const written = new Map(stored);
  const tried = new Set(stored.keys());
  const set = new Map<string, string>();
  const sinceCommit = new Map<string, string>();
  const status = stored.get('cmi.core.lesson_status') ?? 'not attempted';
  const state = {
    mode,
    credit,
    initialized: false,
    finished: false,
    committed: false,
    written,
    tried,
    set,
    sinceCommit,
    lost: null as Map<string, string> | null,
    unsavedSince: null as number | null,
    answeredSince: null as number | null,
    bestStatus: status,
    bestScore: numberOf(stored.get('cmi.core.score.raw')),
    failedWritten: status === 'failed',
  };

  const noteSet = (step: Step): void => {
    written.set(step.element, step.value);
    set.set(step.element, step.value);
    sinceCommit.set(step.element, step.value);
    state.unsavedSince ??= step.at;
    if (step.pattern === 'cmi.interactions.n.student_response') state.answeredSince ??= step.at;
    if (step.pattern === 'cmi.core.lesson_status') {
      if (statusRank(step.value) > statusRank(state.bestStatus)) state.bestStatus = step.value;
      if (step.value === 'failed') state.failedWritten = true;
    }
    if (step.pattern === 'cmi.core.score.raw') {
      const score = numberOf(step.value);
      if (score !== null) state.bestScore = Math.max(score, state.bestScore ?? score);
    }
  };

  const noteCommit = (step: Step): void => {
    state.committed = true;
    state.lost = step.failed ? new Map([...(state.lost ?? []), ...sinceCommit]) : null;
    sinceCommit.clear();
    state.unsavedSince = null;
    state.answeredSince = null;
  };

  return {
    conduct: state,
    note: (step) => {
      if (step.fn === 'LMSInitialize' && !step.failed) state.initialized = true;
      if (step.fn === 'LMSSetValue') tried.add(step.element);
      // A value that the LMS refused is not written; for optional elements that is no error of the content.
      if (step.fn === 'LMSSetValue' && !step.failed) noteSet(step);
      if (step.fn === 'LMSCommit' || step.fn === 'LMSFinish') noteCommit(step);
      if (step.fn === 'LMSFinish') state.finished = true;
    },
  };
}

/** The data model's row of an element, "" if it is none. */
export function patternOf(element: string): string {
  const found = locate(element);
  return found.kind === 'value' ? found.pattern : '';
}

function numberOf(value: string | undefined): number | null {
  return value === undefined || value === '' || Number.isNaN(Number(value)) ? null : Number(value);
}
