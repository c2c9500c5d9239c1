import type { CourseData } from '../../../src/contract/course-data.ts';
import type { LmsPort } from '../../../src/runtime/lms/lms-port.ts';
import type { Journal, JournalStorage } from '../../../src/runtime/player/journal.ts';
import type { Session } from '../../../src/runtime/player/session.ts';
import type { TabGuard } from '../../../src/runtime/player/tab-guard.ts';
import type { Lms, Scorm12Api } from '../../../src/simulator/strict-lms.ts';

/** A fault of our own: something the runtime does is taken out, from outside. The tests must notice it. */
export interface Mutation {
  /** What the runtime is told of the course. */
  readonly course?: (course: CourseData) => CourseData;
  readonly api?: (api: Scorm12Api, around: Around) => Scorm12Api;
  readonly port?: (port: LmsPort, around: Around) => LmsPort;
  readonly journal?: (journal: Journal, around: Around) => Journal;
  readonly guard?: TabGuard;
  readonly session?: (session: Session) => Session;
  /** What the probe says, whatever is true. */
  readonly probe?: true;
  /** The page is not asked for what is being typed. */
  readonly deaf?: true;
  /** The port waits for nothing. */
  readonly impatient?: true;
  /** Time is measured by the wall clock. */
  readonly oneClock?: true;
}

/** What a mutation may look at. */
export interface Around {
  readonly lms: Lms;
  readonly course: CourseData;
  /** The version of the first visit. */
  readonly firstCourse: CourseData;
  /** What the port searches; null for what is made before it. */
  readonly window: unknown;
  readonly storage: () => JournalStorage | null;
}

export type Mutations = Readonly<Record<string, Mutation>>;

/** The port with some functions in place of its own. */
export const portWith = (port: LmsPort, change: Partial<LmsPort>): LmsPort => ({
  ...port,
  get waiting() {
    return port.waiting;
  },
  ...change,
});
