import type { ErrorCode } from './error-codes.ts';
import type { ApiFunction, Launch } from './strict-lms.ts';

export type ProfileId =
  | 'strict'
  | 'unforgiving'
  | 'moodle'
  | 'moodle-standard'
  | 'rustici'
  | 'open-edx'
  | 'ilias'
  | 'chamilo'
  | 'cornerstone'
  | 'always-true'
  | 'odd-types';

export type LessonMode = 'normal' | 'browse' | 'review';

/** Element → value. */
export type Values = ReadonlyMap<string, string>;

/** What an LMS does otherwise than the standard: data first, small pure hooks where data does not reach. */
export interface Profile {
  readonly id: ProfileId;
  readonly label: string;
  /** Characters of suspend_data that are kept. */
  readonly suspendDataLimit: number;
  /** Above that limit: error 405, or silently cut. */
  readonly overLimit: 'refuse' | 'cut';
  /** `none` takes and stores any value of any element and reports no error. */
  readonly checks: 'all' | 'none';
  readonly unknownElement: 401 | 201;
  /** Between the names that `_children` lists. */
  readonly childrenSeparator: ',' | ', ';
  /** When a value reaches the record: with LMSCommit, with each LMSSetValue, or some milliseconds after LMSCommit. */
  readonly stores: 'on-commit' | 'on-set' | { readonly afterMs: number };
  /** When session_time is added to total_time. */
  readonly addsTime: 'on-store' | 'on-finish';
  /** Answer to what comes after LMSFinish: error 301, "true" with nothing done, or as if nothing was finished. */
  readonly afterFinish: 'refuse' | 'says-true' | 'carries-on';
  readonly secondInitialize: 'refuse' | 'ends-session';
  /** After a commit that did not reach the server: `changed-only` sends a value again only once it has changed. */
  readonly resends: 'all-unsaved' | 'changed-only';
  /** Answer to a commit while network or login are gone. */
  readonly storageFailure: 'says-false' | 'says-true';
  /** A response written before its interaction's type is stored as "". */
  readonly blanksResponseBeforeType: boolean;
  /** Bytes that a commit may have while the page is left; more is dropped and "true" answered all the same. */
  readonly beaconLimit: number | null;
  /** Error for an element that this LMS leaves out; 0 where it has it. */
  readonly refuses?: (pattern: string) => ErrorCode;
  /** A format of its own; undefined leaves the check to the standard. */
  readonly accepts?: (pattern: string, value: string, type: string) => boolean | undefined;
  /** What is kept of an accepted value. */
  readonly keeps?: (pattern: string, value: string, before: string) => string;
  /** What LMSGetValue makes of the value it would give. */
  readonly reads?: (element: string, value: string) => string;
  /** cmi.core.entry for a launch on this record; an empty record was never launched. */
  readonly entry: (stored: Values) => string;
  readonly mode?: (stored: Values, asked: LessonMode) => LessonMode;
  /** Elements that the LMS itself sets at LMSFinish, before it stores. */
  readonly finishes?: (session: Values, launch: Launch) => Readonly<Record<string, string>>;
  /** Elements that the LMS forgets before the next launch. */
  readonly wipes?: (stored: Values) => readonly string[];
  /** Elements that read as "" from a commit on until they are set again. */
  readonly blanksAtCommit?: readonly string[];
  /** A grade, 0…1, published at the moment this element was stored; null for none. */
  readonly publishes?: (element: string, stored: Values) => number | null;
  /** Last word on the answer, whatever type it then has. */
  readonly answers?: (answer: string, about: AnswerContext) => unknown;
}

export interface AnswerContext {
  readonly fn: ApiFunction;
  /** First argument of LMSGetValue and LMSSetValue, "" elsewhere. */
  readonly element: string;
  readonly error: number;
  /** The page is being left. */
  readonly leaving: boolean;
}
