import type { Profile } from '../profile.ts';
import { strict } from './strict.ts';

/**
 * An LMS whose every "true" is worth nothing: any call in any state is "true" with error 0, values are unchecked, a commit
 * that is not stored says "true" as well. Embodies "A commit's "true" is not "stored"": add the fault `lie` or
 * `offline()` to make it lose.
 */
export const alwaysTrue: Profile = {
  ...strict,
  id: 'always-true',
  label: 'Says true to everything',
  suspendDataLimit: Number.MAX_SAFE_INTEGER,
  checks: 'none',
  afterFinish: 'says-true',
  storageFailure: 'says-true',
};
