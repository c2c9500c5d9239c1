import { timespan } from '../../contract/durations.ts';
import { withRules } from '../../contract/features.ts';
import type { Interaction } from '../../contract/interaction.ts';
import { findApi, isAlone, type SearchedWindow } from './find-api.ts';
import type { LmsPort, LmsStart, Outcome, Progress } from './lms-port.ts';
import { type Scorm12Calls, scorm12Calls, scorm12Functions } from './scorm12-api.ts';
import { decimal, scorm12Interaction } from './scorm12-interaction.ts';
import { scorm12Objectives } from './scorm12-objectives.ts';
import { readStart } from './scorm12-start.ts';

/** What the adapter needs of the browser; replaced in tests. */
export interface Scorm12Surroundings {
  readonly window: SearchedWindow;
  /** Runs `run` after `milliseconds`. */
  readonly after: (milliseconds: number, run: () => void) => void;
}

/** How long the API is looked for, and how often, milliseconds. */
const patience = { usual: 10_000, alone: 1_000 };
const lookEvery = 200;
/** Reads of what is stored, half a second apart, before the LMS counts as gone. */
const readTries = 5;
/** Most answers sent while leaving: with twice 1.2 kB each, all stays under the 64 KiB that a beacon may have. */
const answersAtLeave = 16;
/** An answer whose id is refused this often is given up; the others need its index. */
const answerTries = 3;

/** "Not there" and "not so" (RTE 3.3.2): trying again is no use. */
const final = new Set([201, 401, 402, 403, 405]);

/** Elements whose loss means the result is not stored; every other one may be refused without stopping the rest. */
const vital = new Set(['cmi.suspend_data', 'cmi.core.lesson_status', 'cmi.core.score.raw']);

type Element = readonly [name: string, value: string];

interface QueuedAnswer {
  readonly interaction: Interaction;
  index: number | null;
  tries: number;
}

/**
 * The SCORM 1.2 side of the LMS port. Writes the safe intersection of what LMSs take, trusts no answer's type, and after
 * a failed commit sets every unsaved element again (lms-facts, "Rules of the session" 9).
 */
export function scorm12({ window, after }: Scorm12Surroundings): LmsPort {
  let api: Scorm12Calls | null = null;
  let start: LmsStart | null = null;
  let finished = false;
  /** What the LMS took in a commit it called good and nobody doubted, by element; `hoped`: since then, yet to be trusted. */
  const sure = new Map<string, string>();
  const hoped = new Map<string, string>();
  /** The last commit was refused: some LMSs now believe they have what they have not. */
  let refused = false;
  let objectiveRows: ReturnType<typeof scorm12Objectives> | null = null;
  let nextIndex = 0;
  let queue: QueuedAnswer[] = [];
  let sent: QueuedAnswer[] = [];

  const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => after(milliseconds, resolve));

  async function open(): Promise<Scorm12Calls | null> {
    const longest = isAlone(window) ? patience.alone : patience.usual;
    for (let waited = 0; waited <= longest; waited += lookEvery) {
      if (waited > 0) await wait(lookEvery);
      const found = findApi(window, 'API', scorm12Functions);
      if (found === null) continue;
      const calls = scorm12Calls(found);
      // Once, with exactly "": a second call shuts one strict LMS down for good. An LMS that opened the session itself
      // refuses, but lets values be read.
      return calls.call('LMSInitialize') !== 'no' || calls.get('cmi.core.lesson_status').error === 0 ? calls : null;
    }
    return null;
  }

  const commit = (): Outcome =>
    api === null ? 'refused' : ({ yes: 'stored', unsure: 'unsure', no: 'refused' } as const)[api.call('LMSCommit')];

  /** All elements for a progress, in the order to set them: score before status, Open edX publishes on the status. */
  function elementsOf(progress: Progress, credit: boolean): readonly Element[] {
    const result: Element[] = [];
    if (credit && progress.score !== null) {
      result.push(
        ['cmi.core.score.min', '0'],
        ['cmi.core.score.max', '100'],
        ['cmi.core.score.raw', decimal(progress.score / 100)],
      );
    }
    if (credit) result.push(['cmi.core.lesson_status', progress.status]);
    return [
      ['cmi.suspend_data', progress.state],
      ['cmi.core.lesson_location', progress.location.slice(0, 255)],
      ...result,
      // Kept after completion too: Rustici may wipe the data of an attempt that does not end with suspend.
      ['cmi.core.exit', 'suspend'],
      ['cmi.core.session_time', timespan(progress.sessionTime)],
    ];
  }

  /** Results without credit count nowhere. */
  function objectivesOf({ objectives = [] }: Progress): readonly Element[] {
    if (!withRules || api === null || start?.credit !== true || objectives.length === 0) return [];
    objectiveRows ??= scorm12Objectives(api);
    return objectiveRows(objectives);
  }

  /** What the LMS has for certain, from this session or an earlier one. */
  function known(name: string): string | null {
    const own = sure.get(name);
    if (own !== undefined || start === null) return own ?? null;
    if (name === 'cmi.core.lesson_status') return start.status;
    return name === 'cmi.core.score.raw' && start.score !== null ? decimal(start.score / 100) : null;
  }

  /** Sets what the LMS does not have, or another value for it. @returns whether all that is vital was taken */
  function put(elements: readonly Element[], other: boolean): boolean {
    let fine = true;
    let scored: boolean = true;
    for (const [name, value] of elements) {
      if ((hoped.get(name) ?? sure.get(name)) === value && !name.endsWith('_time')) continue;
      // No result without its score: Moodle and Open edX would keep it without for good. It goes with the next try.
      const held: boolean = !scored && name === 'cmi.core.lesson_status' && value !== 'incomplete';
      const { taken, error }: { taken: boolean; error: number } =
        api === null || held
          ? { taken: false, error: 0 }
          : api.set(name, other ? shadow(name, value, known(name)) : value);
      if (taken) hoped.set(name, value);
      else if (vital.has(name)) fine = false;
      // A row without its id would be a gap, after which nothing is taken any more.
      if (!taken && name.endsWith('.id')) break;
      if (name === 'cmi.core.score.raw') scored = taken || final.has(error);
    }
    return fine;
  }

  function putAnswers(answers: readonly QueuedAnswer[], other: boolean, patterns: boolean): void {
    for (const answer of answers) {
      const again = answer.index !== null;
      const index = answer.index ?? nextIndex;
      for (const [name, value] of scorm12Interaction(answer.interaction)) {
        // Chamilo appends a pattern that is set twice; it never refuses a commit.
        if (again && !patterns && name.startsWith('correct_responses')) continue;
        const taken = api?.set(`cmi.interactions.${index}.${name}`, other ? answerShadow(name, value) : value).taken;
        // An index without an id would be a gap, after which nothing is taken any more.
        if (name === 'id' && !taken && !again) break;
        if (name === 'id' && !again) {
          answer.index = index;
          nextIndex = index + 1;
        }
      }
    }
  }

  function write(progress: Progress, isLast: boolean): Outcome {
    if (api === null || start === null || finished) return 'refused';
    // Moodle stores what is written in review: a 90 became a 10. So nothing is written at all.
    if (start.mode !== 'normal') return 'stored';
    const elements = elementsOf(progress, start.credit);
    const objectives = objectivesOf(progress);
    const answers = isLast ? queue.slice(0, answersAtLeave) : queue;
    const send = (other: boolean, patterns = false): boolean => {
      const fine = put(elements, other);
      put(objectives, other);
      putAnswers(answers, other, patterns);
      return fine;
    };
    let fine = send(false, refused);
    let said = commit();
    if (refused && said !== 'refused') {
      // Moodle sends only what differs from what it believes it has sent, even if that request failed. So now that
      // requests arrive, each unsaved element is set to another value and at once back to its own.
      hoped.clear();
      send(true);
      commit();
      hoped.clear();
      fine = send(false);
      said = commit();
    }
    for (const answer of answers) answer.tries += 1;
    refused = said === 'refused';
    if (refused) {
      hoped.clear();
      return 'refused';
    }
    const done = (answer: QueuedAnswer): boolean => answer.index !== null || answer.tries >= answerTries;
    sent.push(...answers.filter(done));
    queue = queue.filter((answer) => !answers.includes(answer) || !done(answer));
    return fine ? said : 'refused';
  }

  return {
    async start() {
      api ??= await open();
      for (let tries = 1; api !== null && start === null; tries++) {
        start = readStart(api);
        if (start !== null) nextIndex = Math.max(0, Math.trunc(Number(api.get('cmi.interactions._count').value) || 0));
        else if (tries >= readTries) break;
        else await wait(500);
      }
      return start;
    },
    record: (progress) => write(progress, false),
    trust() {
      for (const [name, value] of hoped) sure.set(name, value);
      hoped.clear();
      sent = [];
    },
    doubt() {
      hoped.clear();
      queue = [...sent, ...queue];
      sent = [];
    },
    answer(interaction) {
      if (start?.mode === 'normal') queue.push({ interaction, index: null, tries: 0 });
    },
    get waiting() {
      return queue.length;
    },
    finish(progress) {
      const said = write(progress, true);
      if (start !== null && !finished) api?.call('LMSFinish');
      finished = true;
      return said;
    },
  };
}

/**
 * Another legal value for an element, where one is needed, as near to its own as can be: the LMS may have stored the
 * commit that it called refused, and this is what it has if the next one fails.
 */
function shadow(name: string, value: string, known: string | null): string {
  if (name.endsWith('.id')) return `X${value}`;
  switch (name.replace(/^cmi\.objectives\.\d+/, 'cmi.core').replace('core.status', 'core.lesson_status')) {
    case 'cmi.core.score.raw':
      // `80.0` would not do: Moodle turns scores into numbers before it compares them. A thousandth more reaches no pass
      // mark, all of which are hundredths, and is not seen in what is rounded to these; above 100 nothing is legal.
      return known === value ? value : String(value === '100' ? 99.999 : (Math.round(Number(value) * 1000) + 1) / 1000);
    case 'cmi.core.lesson_status':
      // Who has passed has completed; nothing else lies as near, and nothing higher is true.
      return known === value || value !== 'passed' ? (known ?? 'incomplete') : 'completed';
    case 'cmi.core.lesson_location':
      return `${value}-`.slice(-255);
    default:
      return value;
  }
}

const answerShadows: Readonly<Record<string, string>> = {
  type: 'performance',
  time: '00:00:00',
  weighting: '0',
  student_response: '0',
  result: 'neutral',
  latency: '0000:00:00.00',
};
const answerShadow = (name: string, value: string): string =>
  name === 'id' ? `${value.slice(0, 254)}_` : (answerShadows[name] ?? value);
