import type { LessonMode, Profile, Values } from '../profile.ts';
import type { Launch } from '../strict-lms.ts';
import { strict } from './strict.ts';

const finalStatus = new Set(['passed', 'completed', 'failed']);

/** An attempt with a final status is re-entered for review, unless a new attempt begins (`scorm_check_mode`). */
function mode(stored: Values, asked: LessonMode): LessonMode {
  return finalStatus.has(stored.get('cmi.core.lesson_status') ?? '') ? 'review' : asked;
}

/** What LMSFinish does to the status: never written becomes completed; the mastery score then overrides any status. */
function finishes(session: Values, launch: Launch): Readonly<Record<string, string>> {
  const status = session.get('cmi.core.lesson_status') ?? 'not attempted';
  const own = status === 'not attempted' ? 'completed' : status;
  const raw = session.get('cmi.core.score.raw') ?? '';
  const normal = session.get('cmi.core.lesson_mode') === 'normal' && session.get('cmi.core.credit') === 'credit';
  if (normal && launch.masteryScore !== '' && raw !== '') {
    return { 'cmi.core.lesson_status': Number(raw) >= Number(launch.masteryScore) ? 'passed' : 'failed' };
  }
  return own === status ? {} : { 'cmi.core.lesson_status': own };
}

/**
 * Moodle 4.5 as installed. Embodies: suspend_data up to 64,000 characters; "Moodle refuses spaces" in ids;
 * "Moodle stores "" as 0" for scores; unknown element 201; "After LMSFinish … Moodle still says
 * true"; entry "" unless exit was suspend; "Moodle **stores** writes made in review"; a final status is re-entered in
 * review; a finish without a status is completed; masteryoverride; "after a failed request, sends nothing for values it
 * believes sent"; "fabricates true for a beacon", and "a beacon over 64 KiB is refused". Responses are not checked by
 * type. total_time grows at LMSFinish only.
 */
export const moodle: Profile = {
  ...strict,
  id: 'moodle',
  label: 'Moodle',
  suspendDataLimit: 64_000,
  unknownElement: 201,
  childrenSeparator: ',',
  addsTime: 'on-finish',
  afterFinish: 'says-true',
  resends: 'changed-only',
  beaconLimit: 65_536,
  accepts: (pattern, value) => {
    if (pattern.endsWith('.id')) return /^[\u0021-\u007e]{0,255}$/.test(value);
    if (/\.(student_response|pattern)$/.test(pattern)) return value.length <= 255;
    if (/\.score\.(raw|min|max)$/.test(pattern)) {
      return /^-?\d{0,3}(\.\d+)?$/.test(value) && Number(value) >= 0 && Number(value) <= 100;
    }
    return undefined;
  },
  keeps: (pattern, value) => (/\.score\.(raw|min|max)$/.test(pattern) ? String(Number(value)) : value),
  mode,
  finishes,
};
