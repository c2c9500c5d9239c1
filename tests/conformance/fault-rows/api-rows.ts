import type { Scorm12Api } from '../../../src/simulator/strict-lms.ts';
import { always, type FaultRow, windowWith } from '../fault-row.ts';

const unheard = { 'initialize-first': 'values are read to see whether the LMS opened the session itself' };
const retried = {
  ...unheard,
  'initialize-once': 'the LMS refused the first call, and the learner asked to look again',
};

const forbidden = (): unknown =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error('SecurityError: cross-origin');
      },
    },
  );

const late = (seconds: number): FaultRow => ({
  name: `API ${seconds} s late`,
  begins: 'before',
  harmless: true,
  window: (world) => (api) => {
    const window = windowWith(api);
    Object.defineProperty(window, 'API', { get: () => (world.clock.now() >= seconds * 1_000 ? api : undefined) });
    return window;
  },
});

/** The API is not there, late or dumb. */
export const apiRows: readonly FaultRow[] = [
  late(5),
  late(10),
  {
    name: 'API missing',
    begins: 'before',
    window: () => () => windowWith(undefined as unknown as Scorm12Api),
    needsRelaunch: 'there is no LMS',
  },
  {
    name: 'parents of another origin',
    begins: 'before',
    harmless: true,
    window: () => (api) => ({ parent: forbidden(), top: forbidden(), opener: windowWith(api) }),
  },
  {
    name: 'LMSInitialize refused',
    begins: 'before',
    inject: always({ fn: 'LMSInitialize', do: 'false' }),
    needsRelaunch: 'no session',
    breaks: retried,
  },
  {
    name: 'LMSInitialize throws',
    begins: 'before',
    inject: always({ fn: 'LMSInitialize', do: 'throw' }),
    needsRelaunch: 'no session',
    breaks: retried,
  },
  {
    name: 'LMSInitialize says false and means true',
    begins: 'before',
    harmless: true,
    inject: (world) => world.lms.fail({ fn: 'LMSInitialize', nth: 1, do: 'silent-false' }),
  },
  {
    name: 'LMSGetValue throws',
    begins: 'before',
    inject: always({ fn: 'LMSGetValue', do: 'throw' }),
    needsRelaunch: 'what is stored cannot be read',
  },
  {
    name: 'LMSGetValue refused for 1 s',
    begins: 'before',
    harmless: true,
    inject: (world) => world.lms.fail({ fn: 'LMSGetValue', to: 3, do: 'false' }),
  },
];
