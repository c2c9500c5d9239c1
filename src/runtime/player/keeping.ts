import type { Outcome } from '../lms/lms-port.ts';
import { type Journal, type JournalEntry, markOf } from './journal.ts';
import { createKeptAnswers, type KeptAnswers } from './kept-answers.ts';

/** What is known of where the learner's state is kept: in the LMS, and in the journal of this browser. */
export interface Keeping {
  /** The journal keeps what it is given. */
  readonly works: boolean;
  readonly answers: KeptAnswers;
  /** @returns what the journal holds */
  open(journal: Journal): JournalEntry | null;
  read(): JournalEntry | null;
  /** @param proven up to where the LMS gave the state back, as this text */
  begin(proven: number, given: string): void;
  /** Writes the journal; before the LMS is called, so that an answer is safe even if that call freezes the page. */
  keep(closed?: boolean): void;
  /** The state goes to the LMS now; the journal knows of it before, for the page may end in the call. */
  handOver(): void;
  /** What the LMS did not clearly confirm stays in the journal as such, to be compared at the next launch. */
  confirm(sequence: number, outcome: Outcome, closed?: boolean): void;
}

/** The most characters of a state in the journal; much longer ones are not read back (`decodeState`). */
export const journalLimit = 60_000;

/** Commits after which an LMS may still give back the state of an earlier one. */
const mostAncestors = 20;

/**
 * @param text the state as it stands, encoded for the LMS
 * @param whole the same for the journal
 */
export function createKeeping(text: () => string, whole: () => string): Keeping {
  let journal: Journal | null = null;
  let confirmed = 0;
  let proven = 0;
  let ancestors: readonly string[] = [];
  const answers = createKeptAnswers();

  function keep(closed = false): void {
    journal?.write({ state: whole(), confirmed, proven, closed, ancestors, answers: answers.list });
  }

  return {
    get works() {
      return journal?.available === true;
    },
    answers,
    open(opened) {
      journal = opened;
      return opened.read();
    },
    read: () => journal?.read() ?? null,
    begin(given, resume) {
      confirmed = proven = given;
      ancestors = [markOf(resume)];
    },
    keep,
    handOver() {
      ancestors = [...ancestors, markOf(text())].slice(-mostAncestors);
      keep();
    },
    confirm(sequence, outcome, closed) {
      if (outcome !== 'stored') return;
      confirmed = Math.max(confirmed, sequence);
      answers.confirm(sequence);
      keep(closed);
    },
  };
}
