import type { Ending } from './endings.ts';

/**
 * What may go wrong at run time, all of it: the list that every standard of packages is held to. Subjects stand between
 * dots, their parts between commas.
 */
export const bar =
  'API missing, late by up to 10 s, cross-origin throw · Initialize false · SetValue false or throwing, per element · ' +
  'commit failing n times, for ever, or lying "true" · "false" with error 0 · session expired, offline · ' +
  'commit null while leaving · tab hidden, closed, killed; crash before commit · back/forward cache · ' +
  'localStorage absent, throwing, full · state at the limit ± 1 · state corrupt, foreign, truncated, of a newer version · ' +
  'course changed between sessions (added, removed, moved, edited) · shuffled or drawn quiz resumed · ' +
  'floats restored exactly · two tabs · double click, key repeat, fast navigation · clock ± 1 day · ' +
  'review and browse mode, no-credit · reload under cmi5 · LRS 401, 409, 429, 5xx · hostile name and state';

/** The rows, or the endings of every row, that stand for a part of the bar; or why SCORM 1.2 cannot have it. */
export type Held =
  | { readonly rows: readonly string[] }
  | { readonly endings: readonly Ending[] }
  | { readonly not: string };

const rows = (...names: readonly string[]): Held => ({ rows: names });
const ends = (...endings: readonly Ending[]): Held => ({ endings });
const otherStandard: Held = { not: 'not a part of SCORM 1.2' };

const elements = ['suspend_data', 'the status', 'the score', 'all of cmi.core', 'interactions', 'anything'];

/** By part of the bar, as it stands there. */
export const heldBy: Readonly<Record<string, Held>> = {
  'API missing': rows('API missing'),
  'late by up to 10 s': rows('API 5 s late', 'API 10 s late'),
  'cross-origin throw': rows('parents of another origin'),
  'Initialize false': rows(
    'LMSInitialize refused',
    'LMSInitialize throws',
    'LMSInitialize says false and means true',
    'LMSGetValue throws',
    'LMSGetValue refused for 1 s',
  ),
  'SetValue false or throwing': rows(
    ...elements.flatMap((what) => [`LMSSetValue of ${what} refused`, `LMSSetValue of ${what} throws`]),
  ),
  'per element': rows('optional elements 201', 'optional elements 401', 'optional elements 403'),
  'commit failing n times': rows('commit refused 3 times', 'commit stores and says it failed, 3 times'),
  'for ever': rows(
    'commit refused',
    'commit refused from the start',
    'commit throws',
    'commit answers a login page',
    'commit answers null',
    'commit answers undefined',
    'commit stores and says it failed',
  ),
  'or lying "true"': rows('commit lies', 'commit and finish lie'),
  '"false" with error 0': rows('commit says false and means true', 'commit answers null, error 0'),
  'session expired': rows('session expired', 'session expired, login page', 'every call throws'),
  offline: rows('offline', 'tab hidden while offline', 'localStorage full, offline'),
  'commit null while leaving': rows('commit answers null while leaving', 'LMSFinish refused', 'LMSFinish throws'),
  'tab hidden': rows('tab hidden'),
  closed: ends('closed', 'exit', 'healed, exit', 'out of time'),
  killed: ends('killed, out of time'),
  'crash before commit': ends('killed'),
  'back/forward cache': rows('back/forward cache'),
  'localStorage absent': rows('localStorage absent', 'localStorage absent, commit refused'),
  throwing: rows('localStorage throws'),
  full: rows('localStorage full'),
  'state at the limit ± 1': rows(
    'state with a character to spare',
    'state as long as may be',
    'state a character too long',
  ),
  'state corrupt': rows(
    'state corrupt at the relaunch',
    'state gone at the relaunch',
    'unreadable at the relaunch for 1 s',
  ),
  foreign: rows('state of another course at the launch', 'state of another course at the relaunch'),
  truncated: rows('state truncated at the relaunch'),
  'of a newer version': rows('state of a newer version at the launch', 'state of a newer version at the relaunch'),
  'course changed between sessions (added': rows('course with more in it at the relaunch'),
  removed: rows('course with less in it at the relaunch'),
  moved: rows('course in another order at the relaunch'),
  'edited)': rows('course with other options at the relaunch'),
  'shuffled or drawn quiz resumed': rows('shuffled and drawn quizzes half done'),
  'floats restored exactly': rows('scores and places with fractions'),
  'two tabs': rows('two tabs'),
  'double click': rows('everything three times at once'),
  'key repeat': rows('everything three times at once'),
  'fast navigation': rows('200 pages in no time'),
  'clock ± 1 day': rows('clock a day ahead', 'clock a day back'),
  'review and browse mode': rows('review mode', 'browse mode'),
  'no-credit': rows('no credit'),
  'reload under cmi5': otherStandard,
  'LRS 401': otherStandard,
  '409': otherStandard,
  '429': otherStandard,
  '5xx': otherStandard,
  'hostile name and state': rows(
    'hostile name',
    'hostile state: markup',
    'hostile state: control characters',
    'hostile state: the names of objects',
    'hostile state: without end',
  ),
};

/** What a real browser is asked as well: the file of tests/browser, and words of the test's name. */
export const inChromium: Readonly<Record<string, readonly [file: string, name: string]>> = {
  'API missing': ['untracked', 'opened from the disk, it says that nothing is tracked'],
  'late by up to 10 s': ['fault-matrix', 'API 2 s late'],
  'Initialize false': ['fault-matrix', 'LMSInitialize refused'],
  'SetValue false or throwing': ['failing-lms', 'every call throws'],
  'per element': ['fault-matrix', 'interactions refused'],
  'for ever': ['failing-lms', 'commits are refused'],
  'or lying "true"': ['failing-lms', 'the LMS says "true" to everything and stores nothing'],
  'session expired': ['failing-lms', 'the login ran out'],
  offline: ['failing-lms', 'the network is gone'],
  closed: ['leaving', 'the tab is closed'],
  killed: ['killing', 'times killed at a random moment'],
  'crash before commit': ['killing', 'times killed at a random moment'],
  'back/forward cache': ['leaving', 'put into the back/forward cache and brought back'],
  'localStorage absent': ['failing-lms', 'without local storage answers are saved all the same'],
  'state corrupt': ['fault-matrix', "hostile('markup'"],
  foreign: ['fault-matrix', "hostile('of another course'"],
  'course changed between sessions (added': ['fault-matrix', 'course changed'],
  removed: ['fault-matrix', 'course changed'],
  'edited)': ['fault-matrix', 'course changed'],
  'shuffled or drawn quiz resumed': ['rules-draw', 'keeps them through a reload'],
  'two tabs': ['leaving', 'the second tab says that the course is open elsewhere'],
  'double click': ['fault-matrix', 'double click, key repeat, fast navigation'],
  'key repeat': ['fault-matrix', 'double click, key repeat, fast navigation'],
  'fast navigation': ['fault-matrix', 'double click, key repeat, fast navigation'],
  'clock ± 1 day': ['fault-matrix', 'clock a day ahead and a day back'],
  'review and browse mode': ['failing-lms', 'who looks back at a finished course'],
  'no-credit': ['fault-matrix', 'no credit'],
  'hostile name and state': ['fault-matrix', 'hostile name'],
};
