import type { Outcome } from '../../../src/runtime/lms/lms-port.ts';
import type { Call } from '../../../src/simulator/strict-lms.ts';
import { type Around, type Mutation, type Mutations, portWith } from './mutation.ts';

/** Looks at the calls that a save made, and says what the port then says of it. */
const judged = (judge: (calls: readonly Call[], said: Outcome) => Outcome): Mutation => ({
  port: (port, { lms }) => {
    const look = (before: number, said: Outcome): Outcome => judge(lms.log.slice(before), said);
    return portWith(port, {
      record: async (progress) => look(lms.log.length, await port.record(progress)),
      finish: (progress) => look(lms.log.length, port.finish(progress)),
    });
  },
});

/** An error that nobody catches: nothing is saved any more. */
const fatal = (isFatal: (call: Call) => boolean): Mutation => ({
  port: (port, { lms }) => {
    let isDead = false;
    const look = (before: number, said: Outcome): Outcome => {
      isDead ||= lms.log.slice(before).some(isFatal);
      return isDead ? 'refused' : said;
    };
    return portWith(port, {
      record: async (progress) => (isDead ? 'refused' : look(lms.log.length, await port.record(progress))),
      finish: (progress) => {
        if (look(lms.log.length, isDead ? 'refused' : port.finish(progress)) === 'refused' && isDead)
          throw new TypeError('nobody caught this');
        return 'stored';
      },
    });
  },
});

/** Walks up as no guarded search would. */
function walkUp({ window }: Around): void {
  let at = window as Record<string, unknown> | null;
  for (let hop = 0; hop < 10 && at && !at['API']; hop += 1) at = (at['parent'] ?? null) as typeof at;
}

/** What the adapter makes of the LMS. Named after what is missing. */
export const portMutations = {
  'failed commits believed': judged((_calls, said) => (said === 'refused' ? 'stored' : said)),
  'nothing is doubted': { ...judged(() => 'stored'), probe: true },
  '"false" is false, whatever the error': judged((calls, said) =>
    said === 'unsure' && calls.some(({ fn, answer }) => fn === 'LMSCommit' && answer === 'false') ? 'refused' : said,
  ),
  'every element is vital': judged((calls, said) =>
    calls.some(({ fn, error }) => fn === 'LMSSetValue' && error !== 0) ? 'refused' : said,
  ),
  'what is thrown is not caught': fatal(({ answer }) => answer instanceof Error),
  'answers taken for texts': fatal(({ answer }) => typeof answer !== 'string'),
  'a missing LMS not noticed': {
    port: (port) =>
      portWith(port, {
        start: async () =>
          (await port.start()) ?? {
            resume: '',
            mode: 'normal',
            credit: true,
            learner: { id: '', name: '' },
            isNew: true,
            status: null,
            score: null,
            mastery: null,
          },
      }),
  },
  'search not guarded': {
    port: (port, around) =>
      portWith(port, {
        start: async () => {
          walkUp(around);
          return port.start();
        },
      }),
  },
  '"false" of LMSInitialize is the end': {
    port: (port, { lms }) =>
      portWith(port, {
        start: async () => {
          const start = await port.start();
          return lms.log.some(({ fn, answer }) => fn === 'LMSInitialize' && answer === 'false') ? null : start;
        },
      }),
  },
  'no patience': { impatient: true },
} as const satisfies Mutations;
