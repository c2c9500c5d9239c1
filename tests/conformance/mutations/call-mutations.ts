import type { Scorm12Api } from '../../../src/simulator/strict-lms.ts';
import type { Mutations } from './mutation.ts';

const statusOrder = ['incomplete', 'failed', 'completed', 'passed'];
const isResult = (element: unknown): boolean =>
  element === 'cmi.core.lesson_status' || element === 'cmi.core.score.raw';
const isYes = (answer: unknown): boolean => /^(true|1)$/i.test(String(answer));

/** The answer, whatever is thrown; null for that. */
function quietly(call: () => unknown): unknown {
  try {
    return call();
  } catch {
    return null;
  }
}

const reads =
  (element: string, value: string) =>
  (api: Scorm12Api): Scorm12Api => ({
    ...api,
    LMSGetValue: (name) => (name === element ? value : api.LMSGetValue(name)),
  });

/** What the runtime does with the calls of the API. Named after what is missing. */
export const callMutations = {
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
  'finish until it is taken': {
    api: (api) => ({
      ...api,
      LMSFinish: (argument) => {
        const answer = quietly(() => api.LMSFinish(argument));
        return isYes(answer) ? answer : api.LMSFinish(argument);
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
  /** Another value for what was not stored may be anything. */
  'values far off are set again': {
    api: (api) => ({
      ...api,
      LMSSetValue: (element, value) => {
        const isShadow = element === 'cmi.core.score.raw' && /\.\d{3}$/.test(String(value));
        return api.LMSSetValue(element, isShadow ? '0' : value);
      },
    }),
  },
  'the first refusal ends all': {
    api: (api) => {
      let isOver = false;
      return {
        ...api,
        LMSSetValue: (element, value) => {
          if (isOver) return 'false';
          const answer = quietly(() => api.LMSSetValue(element, value));
          isOver = !isYes(answer);
          return answer;
        },
        LMSCommit: (argument) => (isOver ? 'false' : api.LMSCommit(argument)),
      };
    },
  },
  'refused values believed': {
    api: (api) => ({
      ...api,
      LMSSetValue: (element, value) => {
        quietly(() => api.LMSSetValue(element, value));
        return 'true';
      },
    }),
  },
  'any answer to a commit is a yes': {
    api: (api) => ({
      ...api,
      LMSCommit: (argument) => {
        const answer = api.LMSCommit(argument);
        return answer === 'false' ? answer : 'true';
      },
    }),
  },
  /** The first commit of a launch brings the LMS what it has lower. */
  'results not brought back at the launch': {
    api: (api) => {
      const first = new Map<unknown, unknown>();
      let hasCommitted = false;
      return {
        ...api,
        LMSSetValue: (element, value) => {
          if (!isResult(element) || value === 'incomplete') return api.LMSSetValue(element, value);
          if (!hasCommitted) first.set(element, value);
          return first.get(element) === value ? 'true' : api.LMSSetValue(element, value);
        },
        LMSCommit: (argument) => {
          hasCommitted = true;
          return api.LMSCommit(argument);
        },
      };
    },
  },
  'what was first read is believed': {
    api: (api) => {
      const known = new Map<unknown, { readonly answer: unknown; readonly error: unknown }>();
      let error: unknown = null;
      return {
        ...api,
        LMSGetValue: (name) => {
          const answer = known.has(name) ? known.get(name)?.answer : quietly(() => api.LMSGetValue(name));
          if (!known.has(name)) known.set(name, { answer, error: answer === null ? 101 : api.LMSGetLastError() });
          error = known.get(name)?.error;
          return answer ?? '';
        },
        LMSGetLastError: () => {
          const said = error ?? api.LMSGetLastError();
          error = null;
          return said;
        },
      };
    },
  },
  'mode not read': { api: reads('cmi.core.lesson_mode', 'normal') },
  'credit not read': { api: reads('cmi.core.credit', 'credit') },
  'scores in whole percents': {
    api: (api) => ({
      ...api,
      LMSSetValue: (element, value) =>
        api.LMSSetValue(element, element === 'cmi.core.score.raw' ? String(Math.round(Number(value))) : value),
    }),
  },
} as const satisfies Mutations;
