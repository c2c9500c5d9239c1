import type { ReportedStatus } from '../../contract/learner-state.ts';
import type { LmsStart } from './lms-port.ts';
import type { Scorm12Calls } from './scorm12-api.ts';

/** Characters of a name (CMIString255); pages take no text of any length for one. */
const longestName = 255;

/** "Not there" in one way or another (RTE 3.3.2), which is no failure. */
const absent = new Set([0, 201, 401, 403, 404]);

/**
 * What the LMS says at launch. Null if it cannot give the stored state just now, though there may be one: to go on
 * without it would be to overwrite it.
 */
export function readStart({ get }: Scorm12Calls): LmsStart | null {
  const text = (element: string): string => get(element).value;
  const resume = get('cmi.suspend_data');
  const status = get('cmi.core.lesson_status');
  const isNew = /^not attempted$/i.test(status.value);
  if (resume.error < 0 || status.error < 0 || !(absent.has(resume.error) || isNew)) return null;
  const mode = text('cmi.core.lesson_mode').toLowerCase();
  const score = numberIn(text('cmi.core.score.raw'));
  return {
    resume: resume.error === 0 ? resume.value : '',
    mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
    credit: text('cmi.core.credit').toLowerCase() !== 'no-credit',
    learner: { id: text('cmi.core.student_id'), name: text('cmi.core.student_name').slice(0, longestName) },
    isNew,
    status: statusOf(status.value),
    // 0 is what some LMSs say before there is a score, and loses nothing as null.
    score: score ? Math.round(score * 100) : null,
    mastery: numberIn(text('cmi.student_data.mastery_score')),
  };
}

function statusOf(value: string): ReportedStatus | null {
  const status = value.toLowerCase();
  return status === 'passed' || status === 'completed' || status === 'failed' || status === 'incomplete'
    ? status
    : null;
}

function numberIn(value: string): number | null {
  const number = Number(value);
  return value === '' || !(number >= 0 && number <= 100) ? null : number;
}
