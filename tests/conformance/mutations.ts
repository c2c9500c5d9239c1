import type { LmsPort } from '../../src/runtime/lms/lms-port.ts';
import type { Journal } from '../../src/runtime/player/journal.ts';
import type { Scorm12Api } from '../../src/simulator/strict-lms.ts';

/** A fault of our own, put between the session and its surroundings: the tests must notice it. */
export interface Mutation {
  readonly api?: (api: Scorm12Api) => Scorm12Api;
  readonly port?: (port: LmsPort) => LmsPort;
  readonly journal?: (journal: Journal, lmsState: () => string) => Journal;
  /** What the probe says, whatever is true. */
  readonly probe?: true;
  /** The page is not asked for what is being typed. */
  readonly deaf?: true;
}

const statusOrder = ['incomplete', 'failed', 'completed', 'passed'];
const isResult = (element: unknown): boolean =>
  element === 'cmi.core.lesson_status' || element === 'cmi.core.score.raw';

/** Named after what is missing. */
export const mutations = {
  'no journal': { journal: () => ({ available: true, read: () => null, write: () => true }) },
  'no comparison of sequence numbers': {
    journal: (journal, lmsState) => ({
      get available() {
        return journal.available;
      },
      read: () => (lmsState() === '' ? journal.read() : null),
      write: journal.write,
    }),
  },
  'no probe': { probe: true },
  'page not heard': { deaf: true },
  'nothing set again after a failed commit': {
    api: (api) => {
      const last = new Map<unknown, unknown>();
      let frozen = new Map<unknown, unknown>();
      return {
        ...api,
        LMSSetValue: (element, value) => {
          if (isResult(element) && frozen.has(element)) {
            const old = String(frozen.get(element));
            const isNew =
              element === 'cmi.core.lesson_status'
                ? statusOrder.indexOf(String(value)) > statusOrder.indexOf(old)
                : Number(value) > Number(old);
            if (!isNew) return 'true';
          }
          last.set(element, value);
          return api.LMSSetValue(element, value);
        },
        LMSCommit: (argument) => {
          const answer = api.LMSCommit(argument);
          if (answer === 'false') frozen = new Map(last);
          return answer;
        },
      };
    },
  },
  'status before score': {
    api: (api) => {
      let held: unknown[] | null = null;
      return {
        ...api,
        LMSSetValue: (element, value) => {
          if (element === 'cmi.core.score.raw') {
            held = [element, value];
            return 'true';
          }
          const answer = api.LMSSetValue(element, value);
          if (element === 'cmi.core.lesson_status' || element === 'cmi.core.exit') {
            if (held !== null) api.LMSSetValue(...held);
            held = null;
          }
          return answer;
        },
      };
    },
  },
  'finish twice': {
    api: (api) => ({
      ...api,
      LMSFinish: (argument) => {
        api.LMSFinish(argument);
        return api.LMSFinish(argument);
      },
    }),
  },
  'status lowered': {
    api: (api) => ({
      ...api,
      LMSCommit: (argument) => {
        api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
        return api.LMSCommit(argument);
      },
    }),
  },
  'failed commits believed': {
    port: (port) => ({
      ...port,
      get waiting() {
        return port.waiting;
      },
      record: (progress) => {
        const said = port.record(progress);
        return said === 'refused' ? 'stored' : said;
      },
    }),
  },
} as const satisfies Readonly<Record<string, Mutation>>;

export type MutationName = keyof typeof mutations;
