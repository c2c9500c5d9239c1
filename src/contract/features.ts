/**
 * What this build of the runtime knows: all, in the source. `scripts/runtime-variants.mjs` makes false what a course does
 * not need, and all that hangs on it goes from its package.
 */

/** Questions answered by typing: the group `typed` of `src/runtime/variants.json`. */
export const withTyped: boolean = true;

/** Questions that arrange, and open ones: the group `arranged`. */
export const withArranged: boolean = true;

/**
 * The rules that few courses use: draws, hints, time limits, waits, penalties, attempts that count in another way than
 * the best, pages that wait for others, tests that stand for pages, objectives of the course, films that are to be
 * watched. Without them in the course data it changes nothing.
 */
export const withRules: boolean = true;
