import type { CourseData } from '../../contract/course-data.ts';
import type { Interaction } from '../../contract/interaction.ts';
import { emptyState, type LearnerState } from '../../contract/learner-state.ts';
import { mergeStates } from '../../contract/merge-states.ts';
import { decodeState } from '../../contract/state-codec.ts';
import type { LmsStart } from '../lms/lms-port.ts';
import type { JournalEntry } from './journal.ts';

export interface Resumed {
  readonly state: LearnerState;
  /** String key of what the learner should know; null if all went well. */
  readonly notice: string | null;
  /** Answers the LMS may never have got, to be reported again. */
  readonly pending: readonly Interaction[];
  /** Up to where the LMS has the state for certain. */
  readonly confirmed: number;
}

const notices: Readonly<Record<string, string>> = {
  corrupt: 'notice.stateCorrupt',
  newer: 'notice.stateNewer',
  foreign: 'notice.stateForeign',
};

/**
 * Decides what is true at launch, from the state the LMS kept and the journal of this browser.
 *
 * The journal is believed only for the same attempt (`registration`): a learner whom the LMS gave a new attempt starts
 * afresh, also in the browser of the old one. An empty state in an LMS that remembers a status is a wiped one, not a new
 * attempt (lms-facts, "Rules of the session" 1).
 *
 * @param newRegistration gives the mark of a new attempt
 */
export function resumeState(start: LmsStart, entry: JournalEntry | null, course: CourseData, newRegistration: () => number): Resumed {
  const lms = decodeState(start.resume, course);
  const own = entry === null ? null : decodeState(entry.state, course);
  const local = own !== null && own.problem === null ? own.state : null;
  const fresh = (): LearnerState => ({ ...emptyState, registration: newRegistration() });

  if (lms.problem === null) {
    const isSame = local !== null && local.registration === lms.state.registration;
    const isNewer = isSame && local.sequence > lms.state.sequence;
    return {
      state: isSame ? mergeStates(lms.state, local) : lms.state,
      notice: null,
      pending: isNewer ? (entry?.pending ?? []) : [],
      confirmed: lms.state.sequence,
    };
  }
  const remembers = start.status !== null || start.score !== null;
  const usable = local !== null && entry !== null && (lms.problem === 'corrupt' || (lms.problem === 'empty' && (remembers || entry.confirmed === 0)));
  if (usable) return { state: local, notice: null, pending: entry.pending, confirmed: 0 };
  return { state: fresh(), notice: notices[lms.problem] ?? null, pending: [], confirmed: 0 };
}
