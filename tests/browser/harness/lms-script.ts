import { createLms, type Lms } from '../../../src/simulator/strict-lms.ts';
import type { LmsSettings } from './lms-settings.ts';
import type { NotedCall, Saved } from './lms-store.ts';

// Runs in the LMS page. Bundled by `lms-page.ts`; the few things of the browser it needs are named here, because the
// tests as a whole are compiled for node.
declare const window: Record<string, unknown> & { readonly lmsPage: LmsPage };
declare const navigator: { sendBeacon(url: string, body: string): boolean };
declare const XMLHttpRequest: new () => {
  responseText: string;
  open(method: string, url: string, async: boolean): void;
  send(body: string): void;
};

/** What the server wrote into the page before this script. */
interface LmsPage extends LmsSettings {
  readonly stored: Readonly<Record<string, string>>;
  /** scorm-again, where it is the LMS. */
  readonly scormAgain?: new (
    settings: object,
  ) => ScormAgain;
}

interface ScormAgain {
  loadFromFlattenedJSON(values: Readonly<Record<string, string>>, element: string): void;
}

type Api = Record<string, (...args: unknown[]) => unknown>;
const functions = [
  'LMSInitialize',
  'LMSFinish',
  'LMSGetValue',
  'LMSSetValue',
  'LMSCommit',
  'LMSGetLastError',
  'LMSGetErrorString',
  'LMSGetDiagnostic',
];

const page = window.lmsPage;
let unsent: NotedCall[] = [];

/** Sends what the LMS stored to its server: at once, or by a beacon where the browser allows nothing else any more. */
function save(values: Readonly<Record<string, string>>): void {
  const saved: Saved = { values, calls: unsent };
  const body = JSON.stringify(saved);
  let isTaken = false;
  try {
    const request = new XMLHttpRequest();
    request.open('POST', '/lms/save', false);
    request.send(body);
    isTaken = request.responseText.startsWith('{"result":"true"');
  } catch {
    isTaken = navigator.sendBeacon('/lms/save', body);
  }
  if (isTaken) unsent = [];
}

function noted(api: Api, rulesOf: () => readonly string[], after: (fn: string) => void): Api {
  return Object.fromEntries(
    functions.map((fn) => [
      fn,
      (...args: unknown[]): unknown => {
        const answer = api[fn]?.(...args);
        // Asking for the last error changes nothing, neither here nor there.
        const error = fn.startsWith('LMSGetLast') ? 0 : Number(api['LMSGetLastError']?.());
        unsent.push({ fn, args, answer, error, rules: rulesOf() });
        after(fn);
        return answer;
      },
    ]),
  );
}

const stores = (fn: string): boolean => fn === 'LMSCommit' || fn === 'LMSFinish';

function startSimulator(): void {
  const lms: Lms = createLms({
    profile: page.profile,
    launch: page.launch,
    faults: page.faults,
    learner: page.learner,
    stored: page.stored,
    now: () => performance.now(),
    after: (milliseconds, run) => {
      setTimeout(() => {
        run();
        save(lms.record().values);
      }, milliseconds);
    },
  });
  const api: Api = { ...lms.api };
  // The rules are those of the call before LMSGetLastError, which the noting itself asks.
  const rulesOf = (): readonly string[] => lms.log.at(-2)?.rules.map((rule) => rule.id) ?? [];
  window['lms'] = lms;
  window['API'] = noted(api, rulesOf, (fn) => stores(fn) && save(lms.record().values));
}

function startScormAgain(): void {
  if (!page.scormAgain) throw new Error('scorm-again is not loaded');
  // It sends its commits to the server by itself, as it does in the LMSs that use it.
  const lms = new page.scormAgain({ lmsCommitUrl: '/lms/commit', dataCommitFormat: 'flattened' });
  const { id, name } = page.learner;
  const own = {
    'cmi.core.student_id': id,
    'cmi.core.student_name': name,
    'cmi.core.credit': 'credit',
    'cmi.core.lesson_mode': 'normal',
  };
  lms.loadFromFlattenedJSON({ ...page.stored, ...own }, '');
  window['lms'] = lms;
  window['API'] = noted(
    lms as unknown as Api,
    () => [],
    (fn) => {
      if (!stores(fn)) return;
      const calls = unsent;
      unsent = [];
      navigator.sendBeacon('/lms/log', JSON.stringify(calls));
    },
  );
}

if (page.kind === 'simulator') startSimulator();
else startScormAgain();
