/**
 * How a visit under a fault ends: the fault heals while the learner is there, or does not. `killed`: before the last
 * answer's commit is due. `out of time`: the exam is handed in by its clock, in the middle of a word; `killed, out of
 * time`: while the course is closed.
 */
export const endings = ['healed, exit', 'exit', 'closed', 'killed', 'out of time', 'killed, out of time'] as const;
export type Ending = (typeof endings)[number];

/** Of plays that have no exam and no fault to heal. */
export const plainEndings: readonly Ending[] = ['exit', 'closed', 'killed'];
