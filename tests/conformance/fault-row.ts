import type { CourseData } from '../../src/contract/course-data.ts';
import type { Fault } from '../../src/simulator/faults.ts';
import type { Profile, ProfileId } from '../../src/simulator/profile.ts';
import type { Launch, LmsOptions, Scorm12Api } from '../../src/simulator/strict-lms.ts';
import type { Ending } from './endings.ts';
import type { Visit, World, WorldOptions } from './learner-session.ts';
import type { Mutation } from './mutations/mutation.ts';

/** What was wrong, in words; empty if nothing was. */
export type Wrong = readonly string[];

/** One row of the fault table: what goes wrong, and what that makes unavoidable. */
export interface FaultRow {
  readonly name: string;
  /** When it begins: before the launch, or after the first answers are saved. */
  readonly begins: 'before' | 'midway';
  readonly inject?: (world: World, visit: Visit | null) => void | Promise<void>;
  /** What must be so as soon as it has begun midway. */
  readonly look?: (world: World, visit: Visit) => Wrong | Promise<Wrong>;
  readonly window?: (world: World) => (api: Scorm12Api) => unknown;
  readonly storage?: NonNullable<WorldOptions['storage']>;
  readonly profile?: (profile: Profile) => Profile;
  readonly learner?: NonNullable<LmsOptions['learner']>;
  readonly launch?: Partial<Launch>;
  /** What the LMS has stored before the first launch. */
  readonly stored?: Readonly<Record<string, string>>;
  /** What the learner does comes so often at once. */
  readonly repeats?: number;
  /** The learner is told so at the first launch. */
  readonly notice?: string;
  /** At the relaunch, what the content finds. */
  readonly relaunchWindow?: (api: Scorm12Api, world: World) => unknown;
  /** At the relaunch nothing can be made of the state but that the learner is told so: only results stay. */
  readonly relaunchNotice?: string;
  /** The version of the course at the relaunch. */
  readonly nextCourse?: (course: CourseData) => CourseData;
  /** And it asks for more: who had not passed before has not passed with the rest. */
  readonly asksMore?: true;
  /** The page can not save before the learner launches the course again. */
  readonly needsRelaunch?: string;
  /** The LMS says "true" and stores nothing: the sign has to believe it, the journal brings the answers back. */
  readonly lies?: true;
  /** Nothing of it keeps answers from the LMS: the sign says "saved" while it lasts. */
  readonly harmless?: true;
  /** The LMS has no room for answers that are reported, or gives them up. */
  readonly unreported?: string;
  /** Rules whose breach cannot be avoided here, and why. */
  readonly breaks?: Readonly<Record<string, string>>;
  /** Some LMSs do not let the content know of what the row is about. */
  readonly applies?: (profile: Profile) => boolean;
  /** A play of its own, where that of all others does not come by what the row is about. */
  readonly play?: (profile: ProfileId, ending: Ending, mutation?: Mutation) => Promise<Wrong>;
}

/** From now on, with every call. */
export const always =
  (fault: Omit<Fault, 'always'>): NonNullable<FaultRow['inject']> =>
  (world) =>
    world.lms.fail({ ...fault, always: true });

/** After a failed commit, Moodle only takes other values, and none that is legal, higher and true is there. */
export const mustShake = {
  'status-not-lowered': 'after a failed commit a pass is set to completed and back, or Moodle sends nothing',
  'score-not-lowered': 'after a failed commit the score is set to a thousandth more, 100 to 99.999, and back',
};
export const refusedElement = {
  'session-time-with-commit': 'the LMS refuses values, so a commit holds what it took',
  'exit-suspend': 'the LMS refuses the value',
  'start-status': 'the LMS refuses the value',
  'score-before-status': 'the LMS refused the score first',
};

export const windowWith = (api: Scorm12Api, more: object = {}): Record<string, unknown> => {
  const window: Record<string, unknown> = { API: api, opener: null, ...more };
  window['parent'] ??= window;
  window['top'] ??= window;
  return window;
};

/** The content reads another state than is stored. */
export const reading =
  (change: (state: string) => string): NonNullable<FaultRow['relaunchWindow']> =>
  (api) =>
    windowWith({
      ...api,
      LMSGetValue: (name) =>
        name === 'cmi.suspend_data' ? change(String(api.LMSGetValue(name) ?? '')) : api.LMSGetValue(name),
    });
