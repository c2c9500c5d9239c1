import type { Profile } from '../profile.ts';

/**
 * SCORM 1.2 to the letter of its Run-Time Environment: every element there is, every format checked, nothing forgiven.
 * Embodies the table "SCORM 1.2 data model: the safe intersection" and "Read-only 403, keyword 402, write-only 404";
 * `not attempted` is the LMS's word (405). Every other profile is this one with deviations.
 */
export const strict: Profile = {
  id: 'strict',
  label: 'SCORM 1.2, to the letter',
  suspendDataLimit: 4096,
  overLimit: 'refuse',
  checks: 'all',
  unknownElement: 401,
  childrenSeparator: ',',
  stores: 'on-commit',
  addsTime: 'on-store',
  afterFinish: 'refuse',
  secondInitialize: 'refuse',
  resends: 'all-unsaved',
  storageFailure: 'says-false',
  blanksResponseBeforeType: false,
  beaconLimit: null,
  // RTE 3.4.4, cmi.core.entry: ab-initio the first time, resume after exit=suspend, "" otherwise.
  entry: (stored) => {
    if (stored.size === 0) return 'ab-initio';
    return stored.get('cmi.core.exit') === 'suspend' ? 'resume' : '';
  },
};
