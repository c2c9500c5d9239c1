import { locate } from '../data-model.ts';
import type { Rule } from '../rules.ts';

const working = new Set(['LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit']);
const withoutArgument = new Set(['LMSInitialize', 'LMSFinish', 'LMSCommit']);

/** How the API is called. */
export const callRules: readonly Rule[] = [
  {
    id: 'empty-argument',
    text: 'LMSInitialize, LMSFinish and LMSCommit are called with exactly "".',
    source: 'SCORM 1.2 RTE 3.3.1',
    broken: ({ fn, args }) => withoutArgument.has(fn) && (args.length !== 1 || args[0] !== ''),
  },
  {
    id: 'initialize-once',
    text: 'LMSInitialize is called once a launch.',
    source: 'SCORM 1.2 RTE 3.3.1; one LMS shuts the session down at the second call',
    broken: ({ fn }, before) => fn === 'LMSInitialize' && before.initialized,
  },
  {
    id: 'initialize-first',
    text: 'Nothing is read or written before LMSInitialize.',
    source: 'SCORM 1.2 RTE 3.3.1',
    broken: ({ fn }, before) => working.has(fn) && !before.initialized && !before.finished,
  },
  {
    id: 'finish-once',
    text: 'LMSFinish is called once a launch.',
    source: 'SCORM 1.2 RTE 3.3.1',
    broken: ({ fn }, before) => fn === 'LMSFinish' && before.finished,
  },
  {
    id: 'nothing-after-finish',
    text: 'Nothing is read or written after LMSFinish.',
    source: 'SCORM 1.2 RTE 3.3.1; scorm-again and Moodle still say "true" and store nothing',
    broken: ({ fn }, before) => working.has(fn) && fn !== 'LMSFinish' && before.finished,
  },
  {
    id: 'string-arguments',
    text: 'Elements and values are strings.',
    source: 'SCORM 1.2 RTE 3.3',
    broken: ({ fn, args }) =>
      (fn === 'LMSSetValue' && !(args.length === 2 && args.every((arg) => typeof arg === 'string'))) ||
      (fn === 'LMSGetValue' && !(args.length === 1 && typeof args[0] === 'string')),
  },
  {
    id: 'known-element',
    text: 'Only elements of the SCORM 1.2 data model are read and written.',
    source: 'SCORM 1.2 RTE 3.4; 201 in Moodle, 401 in scorm-again',
    broken: ({ fn, element }) =>
      (fn === 'LMSSetValue' || fn === 'LMSGetValue') &&
      ['unknown', 'childless', 'uncountable'].includes(locate(element).kind),
  },
  {
    id: 'no-write-to-read-only',
    text: 'Read-only elements and keywords are not written.',
    source: 'SCORM 1.2 RTE 3.3.2, errors 402 and 403',
    broken: ({ fn, element }) => {
      if (fn !== 'LMSSetValue') return false;
      const found = locate(element);
      if (found.kind === 'value') return found.model.access === 'read';
      return found.kind === 'children' || found.kind === 'count' || found.kind === 'version';
    },
  },
  {
    id: 'no-read-of-write-only',
    text: 'Write-only elements are not read.',
    source: 'SCORM 1.2 RTE 3.3.2, error 404',
    broken: ({ fn, element }) => {
      const found = locate(element);
      return fn === 'LMSGetValue' && found.kind === 'value' && found.model.access === 'write';
    },
  },
];
