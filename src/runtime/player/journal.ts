import type { Confidence } from '../../contract/learner-state.ts';
import { stableHash } from '../../contract/stable-hash.ts';

/**
 * The local copy of what the LMS may not have yet, in localStorage. Written before the LMS is called, read at the next
 * launch. One entry for each course, learner and place of the content, so that two activities with the same package
 * never mix; none without a learner id. The learner's name is never stored, the id only as a hash.
 */
export interface Journal {
  readonly available: boolean;
  read(): JournalEntry | null;
  /** @returns whether it is kept; storage may be absent, blocked or full */
  write(entry: JournalEntry): boolean;
}

export interface JournalEntry {
  /** Encoded state. */
  readonly state: string;
  /** Highest sequence number that the LMS said it has stored; 0 if it never did. */
  readonly confirmed: number;
  /** Highest sequence number that the LMS gave back at a launch: that much it did store. */
  readonly proven: number;
  /** The visit ended in order, and the LMS said it has stored all of it. */
  readonly closed: boolean;
  /** Marks of texts that the LMS was handed or gave back, the latest ones: the state goes on from them. */
  readonly ancestors: readonly string[];
  /** Submitted answers the LMS has not been seen to keep, oldest first. */
  readonly answers: readonly KeptAnswer[];
}

/** What tells one saved text from another with the same sequence number: its format and checksum. */
export const markOf = (text: string): string => text.slice(0, 5);

/** One graded answer, as much as is needed to report it again. */
export interface KeptAnswer {
  /** Sequence number of the state that has it. */
  readonly at: number;
  readonly quiz: string;
  readonly question: string;
  /** Parsed by its question's logic before use. */
  readonly response: unknown;
  readonly credit: number;
  /** How sure the learner was, if the quiz asks. */
  readonly confidence?: Confidence | undefined;
  /** Milliseconds, null if not known. */
  readonly latency: number | null;
  /** Wall clock, milliseconds since 1970. */
  readonly time: number;
}

/** The part of `Storage` used; access may throw as a whole. */
export interface JournalStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** More than the longest state with hundreds of answers; a longer entry is not ours. */
const longestEntry = 2_000_000;

/** @param place path of the content's folder */
export function openJournal(
  storage: () => JournalStorage | null,
  course: string,
  learner: string,
  place: string,
): Journal {
  // Moodle puts a number into the path that grows with each new version of the package.
  const settled = place.replace(/(\/mod_scorm\/content\/)\d+\//, '$1');
  const key = `build-scorm:${course}:${stableHash(learner).toString(36)}:${stableHash(settled).toString(36)}`;
  let available = learner !== '' && works(storage, key);
  return {
    get available() {
      return available;
    },
    read() {
      if (!available) return null;
      try {
        return parseEntry(storage()?.getItem(key) ?? null);
      } catch {
        return null;
      }
    },
    write(entry) {
      if (!available) return false;
      try {
        storage()?.setItem(key, JSON.stringify({ format: 1, ...entry }));
        return true;
      } catch {
        // Full or switched off meanwhile: from now on only the LMS can be trusted, and the sign says so.
        available = false;
        return false;
      }
    },
  };
}

function works(storage: () => JournalStorage | null, key: string): boolean {
  try {
    const found = storage();
    if (found === null) return false;
    found.setItem(`${key}:try`, '1');
    return found.getItem(`${key}:try`) === '1';
  } catch {
    return false;
  }
}

function parseEntry(text: string | null): JournalEntry | null {
  if (text === null || text.length > longestEntry) return null;
  const entry: unknown = JSON.parse(text);
  if (!isRecord(entry)) return null;
  const { format, state, confirmed, proven, closed, ancestors, answers } = entry;
  if (format !== 1 || typeof state !== 'string' || !isCount(confirmed) || !isCount(proven) || !Array.isArray(answers))
    return null;
  return {
    state,
    confirmed,
    proven,
    closed: closed === true,
    ancestors: Array.isArray(ancestors) ? ancestors : [],
    answers: answers.filter(isAnswer),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function isAnswer(value: unknown): value is KeptAnswer {
  if (!isRecord(value)) return false;
  const { at, quiz, question, credit, latency, time } = value;
  return (
    typeof quiz === 'string' &&
    typeof question === 'string' &&
    isCount(at) &&
    isCount(credit) &&
    Number.isFinite(time) &&
    (latency === null || Number.isFinite(latency))
  );
}
