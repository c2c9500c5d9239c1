import type { Profile } from '../profile.ts';
import { moodle } from './moodle.ts';

/** Moodle with `scormstandard=1`: "Moodle with `scormstandard=1` … refuse[s]" suspend_data above 4,096 characters (405). */
export const moodleStandard: Profile = {
  ...moodle,
  id: 'moodle-standard',
  label: 'Moodle, SCORM standard mode on',
  suspendDataLimit: 4096,
};
