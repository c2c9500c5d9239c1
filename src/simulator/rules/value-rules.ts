import type { Step } from '../conduct.ts';
import type { Rule } from '../rules.ts';

/** A rule for the values written to elements whose row of the data model matches. */
function valueRule(id: string, text: string, source: string, elements: RegExp, good: (value: string) => boolean): Rule {
  return {
    id,
    text,
    source,
    broken: ({ fn, pattern, value }: Step) => fn === 'LMSSetValue' && elements.test(pattern) && !good(value),
  };
}

const portableDecimal = /^\d+(\.\d+)?$/;
const percent = (value: string): boolean => portableDecimal.test(value) && Number(value) <= 100;
const portableTimespan = /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d\d)?$/;

/** How a response looks so that every LMS takes it: Rustici checks the most. */
const responses: Readonly<Record<string, RegExp>> = {
  'true-false': /^[tf]$/,
  choice: /^([0-9a-z](,[0-9a-z])*)?$/,
  sequencing: /^([0-9a-z](,[0-9a-z])*)?$/,
  matching: /^([0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*)?$/,
  numeric: /^-?\d+(\.\d+)?$/,
  likert: /^[0-9a-z]?$/,
};

const isResponse = /^cmi\.interactions\.n\.(student_response|correct_responses\.n\.pattern)$/;

/** What is written: the safe intersection of what LMSs take. */
export const valueRules: readonly Rule[] = [
  valueRule(
    'no-not-attempted',
    'lesson_status is never "not attempted".',
    'error 405 in Moodle, scorm-again and Rustici',
    /^cmi\.core\.lesson_status$/,
    (value) => value !== 'not attempted',
  ),
  valueRule(
    'status-vocabulary',
    'lesson_status is passed, completed, failed, incomplete or browsed.',
    'SCORM 1.2 RTE 3.4.4',
    /^cmi\.core\.lesson_status$/,
    (value) => ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'].includes(value),
  ),
  valueRule(
    'exit-vocabulary',
    'exit is "", suspend or time-out: never logout, never normal.',
    'Rustici leaves the player at logout; normal is SCORM 2004',
    /^cmi\.core\.exit$/,
    (value) => ['', 'suspend', 'time-out'].includes(value),
  ),
  valueRule(
    'result-vocabulary',
    'A result is correct, wrong, unanticipated, neutral or a decimal: "incorrect" is SCORM 2004.',
    'SCORM 1.2 RTE 3.4.4, error 405',
    /^cmi\.interactions\.n\.result$/,
    (value) => ['correct', 'wrong', 'unanticipated', 'neutral'].includes(value) || portableDecimal.test(value),
  ),
  valueRule(
    'score-format',
    'Scores are 0…100 with a leading digit, never "".',
    'ILIAS refuses ".5"; Moodle stores "" as 0',
    /\.score\.(raw|min|max)$/,
    percent,
  ),
  valueRule(
    'suspend-data-length',
    'suspend_data has at most 4,096 characters.',
    'Moodle (scormstandard), Rustici and ILIAS refuse or cut above it',
    /^cmi\.suspend_data$/,
    (value) => value.length <= 4096,
  ),
  valueRule(
    'location-length',
    'lesson_location has at most 255 characters.',
    'SCORM 1.2 RTE 3.4.4, CMIString255',
    /^cmi\.core\.lesson_location$/,
    (value) => value.length <= 255,
  ),
  valueRule(
    'identifier-format',
    'Ids are 1–255 characters of A–Z, a–z, 0–9, "_" and "-".',
    'Moodle refuses spaces, Rustici refuses ""',
    /\.id$/,
    (value) => /^[A-Za-z0-9_-]{1,255}$/.test(value),
  ),
  valueRule(
    'weighting-range',
    'A weighting is 0…100.',
    'safe intersection of SCORM 1.2 LMSs',
    /^cmi\.interactions\.n\.weighting$/,
    percent,
  ),
  valueRule(
    'timespan-format',
    'session_time and latency are HHHH:MM:SS.cc with two digits of centiseconds.',
    'Moodle reads ".5" as 5 hundredths',
    /\.(session_time|latency)$/,
    (value) => portableTimespan.test(value),
  ),
  valueRule(
    'time-format',
    'An interaction’s time is HH:MM:SS.',
    'SCORM 1.2 RTE 3.4.4, CMITime',
    /^cmi\.interactions\.n\.time$/,
    (value) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(value),
  ),
  valueRule(
    'response-text',
    'Responses and patterns have at most 255 characters and no line break.',
    'SCORM 1.2 RTE 3.4.4, CMIFeedback',
    isResponse,
    (value) => value.length <= 255 && !/[\r\n]/.test(value),
  ),
  valueRule(
    'no-2004-delimiters',
    'Responses and patterns never hold the SCORM 2004 delimiters [,] [.] [:].',
    'Rustici',
    isResponse,
    (value) => !/\[[,.:]\]/.test(value),
  ),
  {
    id: 'response-format',
    text: 'A response or pattern has the form of its interaction’s type.',
    source: 'Rustici: t/f, single characters joined by ",", pairs a.1 joined by ",", a decimal, one character',
    broken: ({ fn, pattern, element, value }, before) => {
      if (fn !== 'LMSSetValue' || !isResponse.test(pattern)) return false;
      const type = before.written.get(element.replace(/(\.\d+\.).*$/, '$1type')) ?? '';
      const format = Object.hasOwn(responses, type) ? responses[type] : undefined;
      return format !== undefined && !format.test(value);
    },
  },
];
