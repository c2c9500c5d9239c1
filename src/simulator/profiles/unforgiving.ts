import type { Profile } from '../profile.ts';
import { strict } from './strict.ts';

/**
 * The letter, and the two traps that single strict LMSs add: "a second call [of LMSInitialize] shuts one strict LMS
 * down for good" and "one strict LMS blanks a response set before its type".
 */
export const unforgiving: Profile = {
  ...strict,
  id: 'unforgiving',
  label: 'Strict, with traps',
  secondInitialize: 'ends-session',
  blanksResponseBeforeType: true,
};
