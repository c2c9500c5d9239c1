import type { Profile, ProfileId } from '../profile.ts';
import { alwaysTrue } from './always-true.ts';
import { chamilo } from './chamilo.ts';
import { cornerstone } from './cornerstone.ts';
import { ilias } from './ilias.ts';
import { moodle } from './moodle.ts';
import { moodleStandard } from './moodle-standard.ts';
import { oddTypes } from './odd-types.ts';
import { openEdx } from './open-edx.ts';
import { rustici } from './rustici.ts';
import { strict } from './strict.ts';
import { unforgiving } from './unforgiving.ts';

/** Every LMS that the simulator can be. */
export const profiles: Readonly<Record<ProfileId, Profile>> = {
  strict,
  unforgiving,
  moodle,
  'moodle-standard': moodleStandard,
  rustici,
  'open-edx': openEdx,
  ilias,
  chamilo,
  cornerstone,
  'always-true': alwaysTrue,
  'odd-types': oddTypes,
};
