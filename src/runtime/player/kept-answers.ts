import type { KeptAnswer } from './journal.ts';

/** How many answers the journal holds: those that the LMS says it has, and those it has not. */
const most = { confirmed: 50, unconfirmed: 1_000 };

/**
 * The graded answers of this attempt that no LMS has been seen to keep, oldest first. Even those the LMS says it has are
 * held until a launch proves it: only then is it known that they need not be reported again.
 */
export interface KeptAnswers {
  readonly list: readonly KeptAnswer[];
  add(answers: readonly KeptAnswer[]): void;
  /** The LMS says it has all up to this sequence number. */
  confirm(sequence: number): void;
  /** The last `count` did not go with the state; they count as newer than it. */
  defer(count: number, sequence: number): void;
}

export function createKeptAnswers(): KeptAnswers {
  let list: readonly KeptAnswer[] = [];
  return {
    get list() {
      return list;
    },
    add(answers) {
      list = [...list, ...answers].slice(-most.unconfirmed);
    },
    confirm(sequence) {
      const open = list.filter(({ at }) => at > sequence);
      list = [...list.filter(({ at }) => at <= sequence).slice(-most.confirmed), ...open];
    },
    defer(count, sequence) {
      if (count > 0)
        list = [...list.slice(0, -count), ...list.slice(-count).map((answer) => ({ ...answer, at: sequence + 1 }))];
    },
  };
}
