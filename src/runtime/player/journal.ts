import type { Interaction } from '../../contract/interaction.ts';
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
  /** Sequence number of that state. */
  readonly sequence: number;
  /** Highest sequence number that the LMS is believed to have stored. */
  readonly confirmed: number;
  /** Answers not yet reported. */
  readonly pending: readonly Interaction[];
}

/** The part of `Storage` used; access may throw as a whole. */
export interface JournalStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** More than the longest state with hundreds of answers; a longer entry is not ours. */
const longestEntry = 2_000_000;

export function openJournal(storage: () => JournalStorage | null, course: string, learner: string, place: string): Journal {
  const key = `build-scorm:${course}:${stableHash(learner).toString(36)}:${stableHash(place).toString(36)}`;
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
  try {
    const entry = JSON.parse(text) as Partial<Record<keyof JournalEntry | 'format', unknown>> | null;
    if (entry?.format !== 1) return null;
    const { state, sequence, confirmed, pending } = entry;
    if (typeof state !== 'string' || !isCount(sequence) || !isCount(confirmed) || !Array.isArray(pending)) return null;
    return { state, sequence, confirmed, pending: pending.filter(isInteraction) };
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** As much as the adapters rely on; what they write out is checked again by their own encoding. */
function isInteraction(value: unknown): value is Interaction {
  if (typeof value !== 'object' || value === null) return false;
  const { id, quiz, question, prompt, body, result, weighting, latency, time } = value as Record<string, unknown>;
  const isText = (text: unknown): boolean => typeof text === 'string' && text.length < 10_000;
  return (
    typeof id === 'string' && /^[\w-]{1,255}$/.test(id) &&
    [quiz, question, prompt].every(isText) &&
    ['correct', 'incorrect', 'neutral'].includes(String(result)) &&
    typeof weighting === 'number' && typeof time === 'number' &&
    (latency === null || typeof latency === 'number') &&
    isBody(body)
  );
}

function isBody(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, options, chosen, correct } = value as Record<string, unknown>;
  if (kind === 'true-false') return typeof chosen === 'boolean' && typeof correct === 'boolean';
  const isIndices = (list: unknown): boolean => Array.isArray(list) && list.every(isCount);
  return kind === 'choice' && Array.isArray(options) && isIndices(chosen) && isIndices(correct);
}
