import type { Profile } from '../profile.ts';
import { strict } from './strict.ts';

const unread = new Set([
  'cmi.core.lesson_status',
  'cmi.core.score.raw',
  'cmi.core.score.min',
  'cmi.core.score.max',
  'cmi.core.lesson_mode',
  'cmi.core.credit',
  'cmi.core.entry',
]);

/**
 * Open edX, the scorm xblock. Embodies: "always "" for status, score and mode (OX)"; "OX and Chamilo always say true";
 * each LMSSetValue goes to the server by itself, unchecked, LMSCommit does nothing; "Open edX publishes the grade on the
 * status event": raw divided by 100, and "`failed` … sets grade 0 in Open edX". It knows no session and no error.
 */
export const openEdx: Profile = {
  ...strict,
  id: 'open-edx',
  label: 'Open edX (scorm xblock)',
  suspendDataLimit: Number.MAX_SAFE_INTEGER,
  checks: 'none',
  stores: 'on-set',
  afterFinish: 'carries-on',
  storageFailure: 'says-true',
  reads: (element, value) => (unread.has(element) ? '' : value),
  publishes: (element, stored) => {
    if (element !== 'cmi.core.lesson_status') return null;
    const status = stored.get('cmi.core.lesson_status') ?? '';
    if (status === 'failed') return 0;
    if (status !== 'passed' && status !== 'completed') return null;
    return Number(stored.get('cmi.core.score.raw') || '0') / 100;
  },
};
