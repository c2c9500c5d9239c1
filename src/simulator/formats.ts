/**
 * The data types of SCORM 1.2 RTE 3.4 ("Data Types and Vocabularies"), as checks of a whole value.
 * `type` is the interaction's type where the format depends on it, "" elsewhere.
 */
export type Format = (value: string, type: string) => boolean;

const matching =
  (pattern: RegExp): Format =>
  (value) =>
    pattern.test(value);

const oneOf = (words: readonly string[]): Format => {
  const vocabulary = new Set(words);
  return (value) => vocabulary.has(value);
};

const text =
  (limit: number): Format =>
  (value) =>
    value.length <= limit;

export const string255: Format = text(255);
export const string4096: Format = text(4096);

/** No white space, nothing unprintable, not empty. */
export const identifier: Format = matching(/^[\u0021-\u007e]{1,255}$/);

/** A number in plain notation; the letter of the standard does not ask for a digit before the point. */
export const decimal: Format = matching(/^-?(\d+(\.\d*)?|\.\d+)$/);

/** CMIDecimal or CMIBlank, 0…100 once normalised (RTE 3.4.4, cmi.core.score.raw). */
export const score: Format = (value, type) => value === '' || between(0, 100)(value, type);

/** CMISInteger within the limits, inclusive. */
export const integer =
  (least: number, most: number): Format =>
  (value) =>
    /^[+-]?\d+$/.test(value) && Number(value) >= least && Number(value) <= most;

/** A point in time of a 24 hour clock, HH:MM:SS with up to two decimals. */
export const time: Format = matching(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

/** HHHH:MM:SS.SS: two to four digits of hours, up to two decimals. */
export const timespan: Format = matching(/^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/);

/** What a SCO may write; `not attempted` is the LMS's own word. */
export const writtenStatus: Format = oneOf(['passed', 'completed', 'failed', 'incomplete', 'browsed']);
export const objectiveStatus: Format = oneOf([
  'passed',
  'completed',
  'failed',
  'incomplete',
  'browsed',
  'not attempted',
]);
export const exit: Format = oneOf(['time-out', 'suspend', 'logout', '']);

const interactionTypes = [
  'true-false',
  'choice',
  'fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
] as const;
export const interactionType: Format = oneOf(interactionTypes);

const resultWord = oneOf(['correct', 'wrong', 'unanticipated', 'neutral']);
export const interactionResult: Format = (value, type) => resultWord(value, type) || decimal(value, type);

/** Responses and patterns per interaction type, as Rustici Engine checks them; free text where the type is unknown. */
const responses: Readonly<Record<string, Format>> = {
  'true-false': matching(/^[tf01]$/),
  choice: matching(/^([0-9a-z](,[0-9a-z])*)?$/),
  sequencing: matching(/^([0-9a-z](,[0-9a-z])*)?$/),
  matching: matching(/^([0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*)?$/),
  numeric: decimal,
  likert: matching(/^[0-9a-z]?$/),
};

export const response: Format = (value, type) => string255(value, type) && (responses[type]?.(value, type) ?? true);

/** No check at all. */
export const anything: Format = () => true;

function between(least: number, most: number): Format {
  return (value, type) => decimal(value, type) && Number(value) >= least && Number(value) <= most;
}
