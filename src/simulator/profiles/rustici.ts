import type { Profile, Values } from '../profile.ts';
import type { Launch } from '../strict-lms.ts';
import { strict } from './strict.ts';

/** With a mastery score, the LMS decides passed or failed by the raw score. */
function finishes(session: Values, launch: Launch): Readonly<Record<string, string>> {
  const raw = session.get('cmi.core.score.raw') ?? '';
  if (launch.masteryScore === '' || raw === '') return {};
  return { 'cmi.core.lesson_status': Number(raw) >= Number(launch.masteryScore) ? 'passed' : 'failed' };
}

/**
 * Rustici Engine and SCORM Cloud, behind Canvas, Blackboard and many more. Embodies: "A commit's "true" is not "stored":
 * Rustici stores on a timer" (10 s here; LMSFinish stores at once); "Rustici may wipe data where exit is not suspend";
 * `logout` leaves the player; "Response syntax, as Rustici checks it" with an exact t/f; mastery score.
 * For refused optional elements take `{ ...rustici, refuses: optionalElements(401) }`.
 */
export const rustici: Profile = {
  ...strict,
  id: 'rustici',
  label: 'Rustici Engine (SCORM Cloud, Canvas, Blackboard)',
  stores: { afterMs: 10_000 },
  accepts: (pattern, value, type) =>
    type === 'true-false' && /\.(student_response|pattern)$/.test(pattern) ? /^[tf]$/.test(value) : undefined,
  finishes,
  wipes: (stored) =>
    stored.get('cmi.core.exit') === 'suspend' ? [] : ['cmi.suspend_data', 'cmi.core.lesson_location'],
};
