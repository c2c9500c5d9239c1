import type { Fault } from '../../../src/simulator/faults.ts';
import type { ProfileId } from '../../../src/simulator/profile.ts';
import type { Launch } from '../../../src/simulator/strict-lms.ts';

/** How an LMS page behaves; written into it by the server. */
export interface LmsSettings {
  /** Which LMS the page is: the project's simulator, or the independent scorm-again. */
  readonly kind: 'simulator' | 'scorm-again';
  readonly profile: ProfileId;
  readonly launch: Partial<Launch>;
  readonly faults: readonly Fault[];
  readonly learner: { readonly id: string; readonly name: string };
  /** How the course is shown: in a frame within a frame, or in a window of its own. */
  readonly shown: 'nested' | 'popup';
}

export const usualSettings: LmsSettings = {
  kind: 'simulator',
  profile: 'strict',
  launch: {},
  faults: [],
  learner: { id: 'learner-1', name: 'Doe, Jane' },
  shown: 'nested',
};
