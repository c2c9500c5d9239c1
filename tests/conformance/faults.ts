import type { Fault } from '../../src/simulator/faults.ts';
import type { Profile } from '../../src/simulator/profile.ts';
import { optionalElements } from '../../src/simulator/profiles/optional-elements.ts';
import type { Scorm12Api } from '../../src/simulator/strict-lms.ts';
import type { Visit, World, WorldOptions } from './learner-session.ts';

/** One row of the fault table: what goes wrong, and what that makes unavoidable. */
export interface FaultRow {
  readonly name: string;
  /** When it begins: before the launch, or after the first answers are saved. */
  readonly begins: 'before' | 'midway';
  readonly inject?: (world: World, visit: Visit | null) => void | Promise<void>;
  readonly window?: (world: World) => (api: Scorm12Api) => unknown;
  readonly storage?: NonNullable<WorldOptions['storage']>;
  readonly profile?: (profile: Profile) => Profile;
  /** At the relaunch, what the content finds. */
  readonly relaunchWindow?: (api: Scorm12Api) => unknown;
  /** The page can not save before the learner launches the course again. */
  readonly needsRelaunch?: string;
  /** The LMS says "true" and stores nothing: the sign has to believe it, the journal brings the answers back. */
  readonly lies?: true;
  /** Rules whose breach cannot be avoided here, and why. */
  readonly breaks?: Readonly<Record<string, string>>;
}

const always =
  (fault: Omit<Fault, 'always'>): NonNullable<FaultRow['inject']> =>
  (world) =>
    world.lms.fail({ ...fault, always: true });

/** After a failed commit, Moodle only takes other values, and none that is legal, higher and true is there. */
const mustShake = {
  'status-not-lowered': 'after a failed commit a pass is set to completed and back, or Moodle sends nothing',
  'score-not-lowered': 'after a failed commit the score is set to a thousandth more, 100 to 99.999, and back',
};
const refusedElement = {
  'session-time-with-commit': 'the LMS refuses values, so a commit holds what it took',
  'exit-suspend': 'the LMS refuses the value',
  'start-status': 'the LMS refuses the value',
  'score-before-status': 'the LMS refused the score first',
};
const unheard = { 'initialize-first': 'values are read to see whether the LMS opened the session itself' };
const retried = {
  ...unheard,
  'initialize-once': 'the LMS refused the first call, and the learner asked to look again',
};

const element = (names: string, what: string): FaultRow[] =>
  (['false', 'throw'] as const).map((how) => ({
    name: `LMSSetValue of ${what} ${how === 'false' ? 'refused' : 'throws'}`,
    begins: 'midway',
    inject: always({ fn: 'LMSSetValue', element: names, do: how }),
    breaks: { ...mustShake, ...refusedElement, 'index-without-gap': 'the LMS refuses the index before' },
  }));

const windowWith = (api: Scorm12Api, more: object = {}): Record<string, unknown> => {
  const window: Record<string, unknown> = { API: api, opener: null, ...more };
  window['parent'] ??= window;
  window['top'] ??= window;
  return window;
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

const reading =
  (change: (state: string) => string): NonNullable<FaultRow['relaunchWindow']> =>
  (api) =>
    windowWith({
      ...api,
      LMSGetValue: (name) =>
        name === 'cmi.suspend_data' ? change(String(api.LMSGetValue(name) ?? '')) : api.LMSGetValue(name),
    });

/** An LMS that goes into review by itself says so in lesson_mode. */
const withoutOptional =
  (code: 201 | 401 | 403) =>
  (profile: Profile): Profile => ({
    ...profile,
    refuses: (pattern) =>
      optionalElements(401)(pattern) === 0 || (pattern === 'cmi.core.lesson_mode' && profile.mode) ? 0 : code,
  });

/** Every fault of the reliability bar that SCORM 1.2 can have. */
export const faultRows: readonly FaultRow[] = [
  { name: 'none', begins: 'midway' },
  {
    name: 'API 5 s late',
    begins: 'before',
    window: (world) => (api) => {
      const window = windowWith(api);
      Object.defineProperty(window, 'API', { get: () => (world.clock.now() >= 5_000 ? api : undefined) });
      return window;
    },
  },
  {
    name: 'API missing',
    begins: 'before',
    window: () => () => windowWith(undefined as unknown as Scorm12Api),
    needsRelaunch: 'there is no LMS',
  },
  {
    name: 'parents of another origin',
    begins: 'before',
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
    inject: (world) => world.lms.fail({ fn: 'LMSGetValue', to: 3, do: 'false' }),
  },
  ...element('cmi.suspend_data', 'suspend_data'),
  ...element('cmi.core.lesson_status', 'the status'),
  ...element('cmi.core.score.raw', 'the score'),
  ...element('cmi.core.*', 'all of cmi.core'),
  ...element('cmi.interactions*', 'interactions'),
  ...element('*', 'anything'),
  {
    name: 'commit refused 3 times',
    begins: 'midway',
    inject: (world) => world.lms.fail({ fn: 'LMSCommit', to: 3, do: 'false' }),
    breaks: mustShake,
  },
  { name: 'commit refused', begins: 'midway', inject: always({ fn: 'LMSCommit', do: 'false' }), breaks: mustShake },
  {
    name: 'commit refused from the start',
    begins: 'before',
    inject: always({ fn: 'LMSCommit', do: 'false' }),
    breaks: mustShake,
  },
  { name: 'commit throws', begins: 'midway', inject: always({ fn: 'LMSCommit', do: 'throw' }), breaks: mustShake },
  {
    name: 'commit answers a login page',
    begins: 'midway',
    inject: always({ fn: 'LMSCommit', do: 'html' }),
    breaks: mustShake,
  },
  { name: 'commit answers null', begins: 'midway', inject: always({ fn: 'LMSCommit', do: 'null' }), breaks: mustShake },
  {
    name: 'commit answers null, error 0',
    begins: 'midway',
    inject: always({ fn: 'LMSCommit', do: 'null', errorCode: 0 }),
    lies: true,
  },
  {
    name: 'commit answers undefined',
    begins: 'midway',
    inject: always({ fn: 'LMSCommit', do: 'undefined' }),
    breaks: mustShake,
  },
  {
    name: 'commit answers null while leaving',
    begins: 'before',
    profile: (profile) => ({
      ...profile,
      answers: (answer, call) =>
        call.fn === 'LMSCommit' && call.leaving ? null : (profile.answers?.(answer, call) ?? answer),
    }),
  },
  { name: 'commit lies', begins: 'midway', inject: always({ fn: 'LMSCommit', do: 'lie' }), lies: true },
  {
    name: 'commit and finish lie',
    begins: 'midway',
    inject: (world) => {
      world.lms.fail({ fn: 'LMSCommit', always: true, do: 'lie' });
      world.lms.fail({ fn: 'LMSFinish', always: true, do: 'lie' });
    },
    lies: true,
  },
  {
    name: 'commit says false and means true',
    begins: 'midway',
    inject: always({ fn: 'LMSCommit', do: 'silent-false' }),
  },
  {
    name: 'commit stores and says it failed, 3 times',
    begins: 'midway',
    inject: (world) => world.lms.fail({ fn: 'LMSCommit', to: 3, do: 'deny' }),
    breaks: mustShake,
  },
  {
    name: 'commit stores and says it failed',
    begins: 'midway',
    inject: always({ fn: 'LMSCommit', do: 'deny' }),
    breaks: mustShake,
  },
  { name: 'LMSFinish refused', begins: 'midway', inject: always({ fn: 'LMSFinish', do: 'false' }) },
  { name: 'LMSFinish throws', begins: 'midway', inject: always({ fn: 'LMSFinish', do: 'throw' }) },
  {
    name: 'every call throws',
    begins: 'midway',
    inject: always({ fn: 'any', do: 'throw' }),
    breaks: { ...mustShake, ...refusedElement },
  },
  {
    name: 'session expired',
    begins: 'midway',
    inject: (world) => world.lms.expireSession(),
    breaks: { ...mustShake, ...refusedElement },
  },
  {
    name: 'session expired, login page',
    begins: 'midway',
    inject: (world) => world.lms.expireSession('html'),
    breaks: { ...mustShake, ...refusedElement },
  },
  { name: 'offline', begins: 'midway', inject: (world) => world.lms.offline(), breaks: mustShake },
  { name: 'localStorage absent', begins: 'before', storage: 'absent' },
  { name: 'localStorage throws', begins: 'before', storage: 'throwing' },
  { name: 'localStorage full', begins: 'before', storage: 'full' },
  {
    name: 'localStorage absent, commit refused',
    begins: 'midway',
    storage: 'absent',
    inject: always({ fn: 'LMSCommit', do: 'false' }),
    breaks: mustShake,
  },
  {
    name: 'localStorage full, offline',
    begins: 'midway',
    storage: 'full',
    inject: (world) => world.lms.offline(),
    breaks: mustShake,
  },
  { name: 'clock a day ahead', begins: 'midway', inject: (world) => world.clock.turn(86_400_000) },
  { name: 'clock a day back', begins: 'midway', inject: (world) => world.clock.turn(-86_400_000) },
  { name: 'tab hidden', begins: 'midway', inject: (_world, visit) => visit?.hide() },
  {
    name: 'tab hidden while offline',
    begins: 'midway',
    inject: (world, visit) => {
      world.lms.offline();
      visit?.hide();
    },
    breaks: mustShake,
  },
  {
    name: 'back/forward cache',
    begins: 'midway',
    inject: async (world, visit) => {
      visit?.session.leave(false);
      await world.clock.advance(60_000);
      const back = visit?.session.comeBack();
      await world.clock.advance(400);
      await back;
    },
  },
  {
    name: 'two tabs',
    begins: 'midway',
    inject: async (world) => {
      await world.launch({ sameLaunch: true });
    },
  },
  ...([201, 401, 403] as const).map(
    (code): FaultRow => ({ name: `optional elements ${code}`, begins: 'before', profile: withoutOptional(code) }),
  ),
  { name: 'state gone at the relaunch', begins: 'midway', relaunchWindow: reading(() => '') },
  { name: 'state truncated at the relaunch', begins: 'midway', relaunchWindow: reading((state) => state.slice(0, -3)) },
  {
    name: 'state corrupt at the relaunch',
    begins: 'midway',
    relaunchWindow: reading((state) => `${state.slice(0, 8)}!${state.slice(9)}`),
  },
  {
    name: 'unreadable at the relaunch for 1 s',
    begins: 'midway',
    relaunchWindow: (api) => {
      let reads = 0;
      return windowWith({
        ...api,
        LMSGetValue: (name) => {
          reads += 1;
          if (reads <= 2) throw new Error('not yet');
          return api.LMSGetValue(name);
        },
      });
    },
  },
];
