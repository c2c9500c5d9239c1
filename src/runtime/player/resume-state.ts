import type { CourseData } from '../../contract/course-data.ts';
import { withArranged } from '../../contract/features.ts';
import { type AnswerState, emptyState, type LearnerState, type QuizState } from '../../contract/learner-state.ts';
import { mergeStates } from '../../contract/merge-states.ts';
import { courseResult } from '../../contract/scoring.ts';
import { decodeState } from '../../contract/state-codec.ts';
import type { LmsStart } from '../lms/lms-port.ts';
import { type JournalEntry, type KeptAnswer, markOf } from './journal.ts';

export interface Resumed {
  readonly state: LearnerState;
  /** String key of what the learner should know; null if all went well. */
  readonly notice: string | null;
  /** Answers the LMS may never have got, to be reported again. */
  readonly answers: readonly KeptAnswer[];
  /** Up to where the LMS gave the state back. */
  readonly proven: number;
  /** The LMS lost what it had said to be stored. */
  readonly lied: boolean;
}

const notices: Readonly<Record<string, string>> = {
  corrupt: 'notice.stateCorrupt',
  newer: 'notice.stateNewer',
  foreign: 'notice.stateForeign',
};

/**
 * Decides what is true at launch, from the state the LMS kept and the journal of this browser.
 *
 * The journal is believed for the same attempt (`registration`) only: a learner whom the LMS gave a new attempt starts
 * afresh, also in the browser of the old one. What was never stored anywhere belongs to no old attempt.
 *
 * @param newRegistration gives the mark of a new attempt
 */
export function resumeState(
  start: LmsStart,
  entry: JournalEntry | null,
  course: CourseData,
  newRegistration: () => number,
): Resumed {
  const lms = decodeState(start.resume, course);
  const own = entry && decodeState(entry.state, course);
  const local = own?.problem === null ? own.state : null;

  if (lms.problem === null) {
    const { sequence, registration } = lms.state;
    if (entry === null || local === null || (local.registration !== registration && entry.confirmed > 0)) {
      return { state: lms.state, notice: null, answers: [], proven: sequence, lied: false };
    }
    const isSame = local.registration === registration;
    const goesOn = entry.ancestors.includes(markOf(start.resume));
    return {
      // The journal may hold texts of the very same state for which the LMS has no room.
      state:
        withArranged && goesOn && local.sequence === sequence
          ? local
          : { ...join(lms.state, local, goesOn), registration },
      notice: null,
      // Another browser may have gone on to this number.
      answers: entry.answers.filter(({ at }) => !isSame || at > sequence || (!goesOn && at > entry.confirmed)),
      proven: sequence,
      lied: entry.confirmed > sequence,
    };
  }
  if (
    entry !== null &&
    local !== null &&
    (lms.problem === 'corrupt' || (lms.problem === 'empty' && isLost(start, entry, courseIsOver(course, local))))
  ) {
    return { state: local, notice: null, answers: entry.answers, proven: 0, lied: entry.confirmed > 0 };
  }
  // Where the LMS has a state that is no use, it may not tell the result either (Open edX), and that is never lowered.
  const { reported } = (lms.problem !== 'empty' && local) || emptyState;
  const state = { ...emptyState, registration: newRegistration(), reported };
  return { state, notice: notices[lms.problem] ?? null, answers: [], proven: 0, lied: false };
}

/**
 * Is an empty state in the LMS a lost one, and not that of a new attempt? It is unless the LMS says that the attempt is
 * new: some wipe the state at completion. Even then, if the LMS never gave this attempt's state back, it may have stored
 * nothing at all: but not if the one visit ended in order and with a final result, after which new attempts do begin.
 */
function isLost(start: LmsStart, entry: JournalEntry, isOver: boolean): boolean {
  return !start.isNew || (entry.proven === 0 && !(entry.closed && isOver));
}

/** The result is final: a good one, or one that no attempt left can better, whether the course reports that as failed or not. */
function courseIsOver(course: CourseData, state: LearnerState): boolean {
  const { rules } = course;
  const asked = rules.report === 'passed-incomplete' ? { ...rules, report: 'passed-failed' as const } : rules;
  return courseResult({ ...course, rules: asked }, state).status !== 'incomplete';
}

/**
 * Merged, and with the answers of both in attempts under way: two browsers may each have some. An answer that one lacks
 * was taken back there only if that state is known to go on from the other; a drawn question that was not answered yet
 * looks the same.
 *
 * @param goesOn the journal's state was made out of the LMS's
 */
function join(lms: LearnerState, local: LearnerState, goesOn: boolean): LearnerState {
  const merged = mergeStates(lms, local);
  const quizzes = new Map<string, QuizState>();
  for (const [id, quiz] of merged.quizzes) {
    const { current, attempts } = quiz;
    const answers = new Map(current?.answers);
    for (const { quizzes: other } of [lms, local]) {
      const entry = other.get(id);
      if (entry?.attempts !== attempts || entry.current?.submitted !== false) continue;
      for (const [question, answer] of entry.current.answers) {
        const own = answers.get(question);
        if (own === undefined || (!goesOn && weight(answer) > weight(own))) answers.set(question, answer);
      }
    }
    quizzes.set(id, current?.submitted === false ? { ...quiz, current: { ...current, answers } } : quiz);
  }
  return { ...merged, quizzes };
}

/** Of two answers to a question, one that was checked counts, as the learner has been told; then one that was given. */
const weight = ({ response, credit }: AnswerState): number => (credit !== null ? 2 : response !== null ? 1 : 0);
