import { statusRank } from '../conduct.ts';
import { locate } from '../data-model.ts';
import type { Rule } from '../rules.ts';

const finalStatus = new Set(['passed', 'failed', 'completed']);
const storing = (fn: string): boolean => fn === 'LMSCommit' || fn === 'LMSFinish';
const answerWithinMs = 1000;
const saveWithinMs = 60_000;

/** How a session goes. */
export const sessionRules: readonly Rule[] = [
  {
    id: 'no-write-in-review',
    text: 'In lesson_mode review and browse nothing is written; the session is only finished.',
    source: 'Moodle stores writes made in review: a score of 90 became 10',
    broken: ({ fn }, before) => (fn === 'LMSSetValue' || fn === 'LMSCommit') && before.mode !== 'normal',
  },
  {
    id: 'no-result-without-credit',
    text: 'With credit=no-credit no score and no status is written.',
    source: 'SCORM 1.2 RTE 3.4.4, cmi.core.credit',
    broken: ({ fn, pattern }, before) =>
      fn === 'LMSSetValue' && !before.credit && /^cmi\.core\.(lesson_status|score\.\w+)$/.test(pattern),
  },
  {
    id: 'start-status',
    text: 'lesson_status is written before the first commit: incomplete, if the LMS has nothing better.',
    source: 'Moodle and ILIAS turn a finish without a status into completed',
    broken: ({ fn }, before) =>
      storing(fn) &&
      before.initialized &&
      !before.finished &&
      !before.committed &&
      before.mode === 'normal' &&
      before.credit &&
      !before.written.has('cmi.core.lesson_status'),
  },
  {
    id: 'exit-suspend',
    text: 'exit is suspend from the first commit on, also after completion (time-out when the time is up).',
    source: 'Rustici may wipe data where exit is not suspend; Moodle resumes only then',
    broken: ({ fn }, before) =>
      storing(fn) &&
      before.initialized &&
      !before.finished &&
      before.mode === 'normal' &&
      !['suspend', 'time-out'].includes(before.set.get('cmi.core.exit') ?? ''),
  },
  {
    id: 'score-before-status',
    text: 'The score is written before the final status, in the same commit.',
    source: 'Open edX publishes the grade on the status event',
    broken: ({ fn, pattern }, before) =>
      fn === 'LMSSetValue' &&
      pattern === 'cmi.core.score.raw' &&
      finalStatus.has(before.sinceCommit.get('cmi.core.lesson_status') ?? '') &&
      !before.sinceCommit.has('cmi.core.score.raw'),
  },
  {
    id: 'status-not-lowered',
    text: 'A status is never lowered: passed, completed, failed, incomplete.',
    source: 'a pass once earned stays',
    broken: ({ fn, pattern, value }, before) =>
      fn === 'LMSSetValue' &&
      pattern === 'cmi.core.lesson_status' &&
      statusRank(value) >= 0 &&
      statusRank(value) < statusRank(before.bestStatus),
  },
  {
    id: 'score-not-lowered',
    text: 'The raw score is never lowered.',
    source: 'several LMSs keep the last score, not the best',
    broken: ({ fn, pattern, value }, before) =>
      fn === 'LMSSetValue' &&
      pattern === 'cmi.core.score.raw' &&
      before.bestScore !== null &&
      value !== '' &&
      Number(value) < before.bestScore,
  },
  {
    id: 'failed-is-final',
    text: 'failed is written only when no try is left, so no other status follows it.',
    source: 'failed ends the attempt in Moodle (re-entry is review) and publishes grade 0 in Open edX',
    broken: ({ fn, pattern, value }, before) =>
      fn === 'LMSSetValue' && pattern === 'cmi.core.lesson_status' && before.failedWritten && value !== 'failed',
  },
  {
    id: 'index-without-gap',
    text: 'Indices grow by one from _count.',
    source: 'SCORM 1.2 RTE 3.4.4, error 201',
    broken: ({ fn, element }, before) => fn === 'LMSSetValue' && leavesGap(element, before.tried),
  },
  {
    id: 'interaction-order',
    text: 'An interaction is written as id, type, then the rest.',
    source: 'one strict LMS blanks a response set before its type',
    broken: ({ fn, pattern, element }, before) => {
      if (fn !== 'LMSSetValue' || !pattern.startsWith('cmi.interactions.n.')) return false;
      const row = element.replace(/^(cmi\.interactions\.\d+)\..*$/, '$1');
      if (pattern === 'cmi.interactions.n.id') return false;
      if (pattern === 'cmi.interactions.n.type') return !before.tried.has(`${row}.id`);
      return !before.tried.has(`${row}.id`) || !before.tried.has(`${row}.type`);
    },
  },
  {
    id: 'objective-order',
    text: 'An objective is written as id, then the rest.',
    source: 'SCORM 1.2 RTE 3.4.4: without an id nobody knows what the score is of',
    broken: ({ fn, pattern, element }, before) =>
      fn === 'LMSSetValue' &&
      /^cmi\.objectives\.n\.(score\.\w+|status)$/.test(pattern) &&
      !before.tried.has(element.replace(/^(cmi\.objectives\.\d+)\..*$/, '$1.id')),
  },
  {
    id: 'pattern-once',
    text: 'A correct response once stored is not written again.',
    source: 'Chamilo appends to it',
    broken: ({ fn, pattern, element }, before) =>
      fn === 'LMSSetValue' &&
      pattern === 'cmi.interactions.n.correct_responses.n.pattern' &&
      before.written.has(element) &&
      !(before.lost?.has(element) ?? false),
  },
  {
    id: 'session-time-with-commit',
    text: 'session_time is written with every commit.',
    source: 'a browser that dies later must not cost the time',
    broken: ({ fn }, before) =>
      storing(fn) &&
      !before.finished &&
      before.sinceCommit.size > 0 &&
      !before.sinceCommit.has('cmi.core.session_time'),
  },
  {
    id: 'answer-committed',
    text: 'An answer is committed within 1 s.',
    source: 'a browser that dies later must not cost the answer',
    broken: ({ fn, at }, before) =>
      storing(fn) && before.answeredSince !== null && at - before.answeredSince > answerWithinMs,
  },
  {
    id: 'saved-within-a-minute',
    text: 'What is written is committed within 60 s.',
    source: 'a browser that dies later must not cost more',
    broken: ({ fn, at }, before) =>
      storing(fn) && before.unsavedSince !== null && at - before.unsavedSince > saveWithinMs,
  },
  {
    id: 'commit-before-finish',
    text: 'The last values are committed before LMSFinish, if the last commit did not fail.',
    source: 'some LMSs store nothing at LMSFinish while the page is left',
    broken: ({ fn }, before) =>
      fn === 'LMSFinish' && !before.finished && before.lost === null && before.sinceCommit.size > 0,
  },
  {
    id: 'rewrite-after-failed-commit',
    text: 'After a failed commit every unsaved element is written again, suspend_data with a changed value.',
    source: 'Moodle sends nothing for values that it believes sent',
    broken: ({ fn }, before) => {
      if (fn !== 'LMSCommit' || before.lost === null) return false;
      for (const [element, value] of before.lost) {
        const again = before.sinceCommit.get(element);
        if (again === undefined || (element === 'cmi.suspend_data' && again === value)) return true;
      }
      return false;
    },
  },
];

/** An index is more than the rows written so far in its array. */
function leavesGap(element: string, tried: ReadonlySet<string>): boolean {
  const found = locate(element);
  if (found.kind !== 'value') return false;
  return found.places.some(({ array, index }) => {
    if (index === 0 || tried.has(`${array}.${index - 1}.id`)) return false;
    const previous = `${array}.${index - 1}.`;
    for (const known of tried) if (known.startsWith(previous)) return false;
    return true;
  });
}
