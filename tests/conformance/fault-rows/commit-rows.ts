import { always, type FaultRow, mustShake, refusedElement } from '../fault-row.ts';

/** Commits and the end of the session fail, or nothing reaches the LMS. */
export const commitRows: readonly FaultRow[] = [
  {
    name: 'commit refused 3 times',
    begins: 'midway',
    inject: (world) => world.lms.fail({ fn: 'LMSCommit', to: 3, do: 'false' }),
    breaks: mustShake,
  },
  { name: 'commit refused', begins: 'midway', inject: always({ fn: 'LMSCommit', do: 'false' }), breaks: mustShake },
  {
    name: 'commit refused from the start',
    begins: 'before',
    inject: always({ fn: 'LMSCommit', do: 'false' }),
    breaks: mustShake,
  },
  { name: 'commit throws', begins: 'midway', inject: always({ fn: 'LMSCommit', do: 'throw' }), breaks: mustShake },
  {
    name: 'commit answers a login page',
    begins: 'midway',
    inject: always({ fn: 'LMSCommit', do: 'html' }),
    breaks: mustShake,
  },
  { name: 'commit answers null', begins: 'midway', inject: always({ fn: 'LMSCommit', do: 'null' }), breaks: mustShake },
  {
    name: 'commit answers null, error 0',
    begins: 'midway',
    inject: always({ fn: 'LMSCommit', do: 'null', errorCode: 0 }),
    harmless: true,
    lies: true,
  },
  {
    name: 'commit answers undefined',
    begins: 'midway',
    inject: always({ fn: 'LMSCommit', do: 'undefined' }),
    breaks: mustShake,
  },
  {
    name: 'commit answers null while leaving',
    begins: 'before',
    harmless: true,
    profile: (profile) => ({
      ...profile,
      answers: (answer, call) =>
        call.fn === 'LMSCommit' && call.leaving ? null : (profile.answers?.(answer, call) ?? answer),
    }),
  },
  { name: 'commit lies', begins: 'midway', inject: always({ fn: 'LMSCommit', do: 'lie' }), harmless: true, lies: true },
  {
    name: 'commit and finish lie',
    begins: 'midway',
    inject: (world) => {
      world.lms.fail({ fn: 'LMSCommit', always: true, do: 'lie' });
      world.lms.fail({ fn: 'LMSFinish', always: true, do: 'lie' });
    },
    harmless: true,
    lies: true,
  },
  {
    name: 'commit says false and means true',
    begins: 'midway',
    harmless: true,
    inject: always({ fn: 'LMSCommit', do: 'silent-false' }),
  },
  {
    name: 'commit stores and says it failed, 3 times',
    begins: 'midway',
    inject: (world) => world.lms.fail({ fn: 'LMSCommit', to: 3, do: 'deny' }),
    breaks: mustShake,
  },
  {
    name: 'commit stores and says it failed',
    begins: 'midway',
    inject: always({ fn: 'LMSCommit', do: 'deny' }),
    breaks: mustShake,
  },
  { name: 'LMSFinish refused', begins: 'midway', harmless: true, inject: always({ fn: 'LMSFinish', do: 'false' }) },
  { name: 'LMSFinish throws', begins: 'midway', harmless: true, inject: always({ fn: 'LMSFinish', do: 'throw' }) },
  {
    name: 'every call throws',
    begins: 'midway',
    inject: always({ fn: 'any', do: 'throw' }),
    breaks: { ...mustShake, ...refusedElement },
  },
  {
    name: 'session expired',
    begins: 'midway',
    inject: (world) => world.lms.expireSession(),
    breaks: { ...mustShake, ...refusedElement },
  },
  {
    name: 'session expired, login page',
    begins: 'midway',
    inject: (world) => world.lms.expireSession('html'),
    breaks: { ...mustShake, ...refusedElement },
  },
  { name: 'offline', begins: 'midway', inject: (world) => world.lms.offline(), breaks: mustShake },
];
