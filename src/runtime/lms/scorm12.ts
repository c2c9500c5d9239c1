import { timespan } from '../../contract/durations.ts';
import type { Interaction } from '../../contract/interaction.ts';
import type { ReportedStatus } from '../../contract/learner-state.ts';
import { findApi, type SearchedWindow } from './find-api.ts';
import type { LmsPort, LmsStart, Outcome, Progress } from './lms-port.ts';
import { decimal, scorm12Interaction } from './scorm12-interaction.ts';

/** What the adapter needs of the browser; replaced in tests. */
export interface Scorm12Surroundings {
  readonly window: SearchedWindow;
  /** Runs `run` after `milliseconds`. */
  readonly after: (milliseconds: number, run: () => void) => void;
}

type Api = Record<'LMSInitialize' | 'LMSFinish' | 'LMSGetValue' | 'LMSSetValue' | 'LMSCommit' | 'LMSGetLastError', (...args: string[]) => unknown>;
const functions = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError'] as const;

/** How long the API is looked for, and how often. */
const patience = 10_000;
const lookEvery = 200;

/** Elements whose loss means the result is not stored; every other one may be refused without stopping the rest. */
const vital = new Set(['cmi.suspend_data', 'cmi.core.lesson_status', 'cmi.core.score.raw']);

/**
 * The SCORM 1.2 side of the LMS port. Writes the safe intersection of what LMSs take, trusts no answer's type, and after
 * a failed commit sets every unsaved element again (lms-facts, "Rules of the session" 9).
 */
export function scorm12(surroundings: Scorm12Surroundings): LmsPort {
  let api: Api | null = null;
  let start: LmsStart | null = null;
  let finished = false;
  /** What the LMS took in a commit it called good, by element. */
  const stored = new Map<string, string>();
  /** Was the last commit refused? Then some LMSs believe they have what they have not. */
  let distrust = false;
  let nextIndex = 0;
  let queue: { readonly index: number; readonly interaction: Interaction }[] = [];

  const call = (name: (typeof functions)[number], ...args: string[]): unknown => {
    if (api === null) return '';
    try {
      return api[name](...args);
    } catch {
      return '';
    }
  };
  const get = (element: string): string => text(call('LMSGetValue', element)).trim();
  const lastError = (): string => text(call('LMSGetLastError')).trim();
  /** "false" with error 0 was seen to mean success; without a number to the contrary it is believed for a set. */
  const set = (element: string, value: string): boolean => isTrue(call('LMSSetValue', element, value)) || lastError() === '0';

  function commit(): Outcome {
    const answer = text(call('LMSCommit', '')).trim();
    if (isTrue(answer)) return 'stored';
    return answer === '' || (/^(false|0)$/i.test(answer) && lastError() === '0') ? 'unsure' : 'refused';
  }

  async function find(): Promise<Api | null> {
    for (let waited = 0; ; waited += lookEvery) {
      const found = findApi(surroundings.window, 'API', functions);
      if (found !== null) return found as Api;
      if (waited >= patience) return null;
      await new Promise<void>((resolve) => surroundings.after(lookEvery, resolve));
    }
  }

  function opened(): boolean {
    // Once, with exactly "": a second call shuts one strict LMS down for good.
    if (isTrue(call('LMSInitialize', ''))) return true;
    // Refused although the LMS opened the session itself, or "false" that means success: then values can be read.
    call('LMSGetValue', 'cmi.core.lesson_status');
    return lastError() === '0';
  }

  function read(): LmsStart {
    const mode = get('cmi.core.lesson_mode').toLowerCase();
    return {
      resume: get('cmi.suspend_data'),
      mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
      credit: get('cmi.core.credit').toLowerCase() !== 'no-credit',
      learner: { id: get('cmi.core.student_id'), name: get('cmi.core.student_name') },
      status: statusOf(get('cmi.core.lesson_status')),
      score: percentOf(get('cmi.core.score.raw')),
      mastery: masteryOf(get('cmi.student_data.mastery_score')),
    };
  }

  /** All elements for a progress, in the order to set them: score before status, Open edX publishes on the status. */
  function elementsOf(progress: Progress, credit: boolean): readonly (readonly [string, string])[] {
    const elements: (readonly [string, string])[] = [
      ['cmi.suspend_data', progress.state],
      ['cmi.core.lesson_location', progress.location.slice(0, 255)],
    ];
    if (credit && progress.score !== null) {
      elements.push(['cmi.core.score.min', '0'], ['cmi.core.score.max', '100'], ['cmi.core.score.raw', decimal(progress.score / 100)]);
    }
    if (credit) elements.push(['cmi.core.lesson_status', progress.status]);
    // Kept after completion too: Rustici may wipe the data of an attempt that does not end with suspend.
    elements.push(['cmi.core.exit', 'suspend'], ['cmi.core.session_time', timespan(progress.sessionTime)]);
    return elements;
  }

  /** Did the LMS have this from an earlier session? */
  const isKnown = (element: string, value: string): boolean =>
    (element === 'cmi.core.lesson_status' && start?.status === value) ||
    (element === 'cmi.core.score.raw' && start?.score !== null && start?.score === Math.round(Number(value) * 100));

  function writeInteraction(index: number, interaction: Interaction, again: boolean): void {
    for (const [element, value] of scorm12Interaction(interaction)) {
      // Chamilo appends a pattern that is set twice.
      if (again && element.startsWith('correct_responses')) continue;
      set(`cmi.interactions.${index}.${element}`, value);
    }
  }

  /**
   * Moodle sends only what differs from what it believes it has sent, even if that request failed. So after a failed
   * commit each unsaved element is first set to another legal value and committed, then to its own.
   */
  function shake(elements: readonly (readonly [string, string])[]): void {
    for (const [element, value] of elements) {
      // What the LMS has had since an earlier session must never be lowered, not even for a moment.
      if (stored.get(element) === value || isKnown(element, value)) continue;
      const other = shadow(element, value);
      if (other !== null) set(element, other);
    }
    for (const { index, interaction } of queue) {
      const name = `cmi.interactions.${index}`;
      set(`${name}.id`, `${interaction.id}_`);
      set(`${name}.type`, 'performance');
      set(`${name}.student_response`, '0');
      set(`${name}.result`, 'neutral');
    }
    commit();
  }

  function write(progress: Progress): Outcome {
    if (api === null || start === null || finished) return 'refused';
    // Moodle stores what is written in review: a 90 became a 10. So nothing is written at all.
    if (start.mode !== 'normal') return 'stored';
    const elements = elementsOf(progress, start.credit);
    if (distrust) {
      // One small commit tells whether the LMS is back; the state has a new sequence number, so it is sent.
      set('cmi.suspend_data', progress.state);
      if (commit() === 'refused') return 'refused';
      shake(elements);
    }
    let fine = true;
    for (const [element, value] of elements) {
      if (!distrust && stored.get(element) === value) continue;
      if (!set(element, value) && vital.has(element)) fine = false;
    }
    for (const { index, interaction } of queue) writeInteraction(index, interaction, distrust);
    const said = commit();
    distrust = said === 'refused';
    if (said !== 'refused') {
      for (const [element, value] of elements) stored.set(element, value);
      queue = [];
    }
    return fine ? said : 'refused';
  }

  return {
    async start() {
      if (start !== null) return start;
      api = await find();
      if (api === null) return null;
      if (!opened()) {
        api = null;
        return null;
      }
      start = read();
      nextIndex = Math.max(0, Math.trunc(Number(get('cmi.interactions._count')) || 0));
      return start;
    },
    record: write,
    answer(interaction) {
      if (start?.mode === 'normal') queue.push({ index: nextIndex++, interaction });
      return queue.length;
    },
    finish(progress) {
      if (api === null || start === null || finished) return 'refused';
      const said = write(progress);
      finished = true;
      call('LMSFinish', '');
      return said;
    },
  };
}

/** LMSs answer with strings, numbers, booleans, null and undefined. */
const text = (value: unknown): string => String(value ?? '');
const isTrue = (value: unknown): boolean => /^(true|1)$/i.test(text(value).trim());

function statusOf(value: string): ReportedStatus | null {
  const status = value.toLowerCase();
  return status === 'passed' || status === 'completed' || status === 'failed' || status === 'incomplete' ? status : null;
}

/** A score in hundredths of a percent. 0 is what some LMSs say before there is one, and loses nothing as null. */
function percentOf(value: string): number | null {
  const number = Number(value);
  return value === '' || !Number.isFinite(number) || number <= 0 || number > 100 ? null : Math.round(number * 100);
}

function masteryOf(value: string): number | null {
  const number = Number(value);
  return value === '' || !Number.isFinite(number) || number < 0 || number > 100 ? null : number;
}

/** Another legal value for an element, meaning the same or less; null where a new value comes anyway or none is safe. */
function shadow(element: string, value: string): string | null {
  switch (element) {
    case 'cmi.core.score.raw':
      // `80.0` would not do: Moodle turns scores into numbers before it compares them.
      return decimal(Number(value) > 0.01 ? Number(value) - 0.01 : 0.01);
    case 'cmi.core.lesson_status':
      // Never more than the LMS has stored: the failed commit was the first to say this status.
      return value === 'incomplete' ? null : 'incomplete';
    case 'cmi.core.lesson_location':
      return `${value}-`.slice(-255);
    default:
      return null;
  }
}
