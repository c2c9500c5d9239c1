import type { Profile } from '../profile.ts';
import { strict } from './strict.ts';

/**
 * ILIAS. Embodies: "ILIAS refuses `.5`" as a score; suspend_data above 4,096 characters is cut; "Moodle and ILIAS turn a
 * finish without a status into **completed**".
 */
export const ilias: Profile = {
  ...strict,
  id: 'ilias',
  label: 'ILIAS',
  overLimit: 'cut',
  accepts: (pattern, value) => (/\.score\.(raw|min|max)$/.test(pattern) && value.startsWith('.') ? false : undefined),
  finishes: (session) =>
    (session.get('cmi.core.lesson_status') ?? 'not attempted') === 'not attempted'
      ? { 'cmi.core.lesson_status': 'completed' }
      : {},
};
