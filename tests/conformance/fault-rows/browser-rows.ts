import { always, type FaultRow, mustShake } from '../fault-row.ts';

/** The browser: its storage, its clock, its tabs. */
export const browserRows: readonly FaultRow[] = [
  { name: 'localStorage absent', begins: 'before', harmless: true, storage: 'absent' },
  { name: 'localStorage throws', begins: 'before', harmless: true, storage: 'throwing' },
  { name: 'localStorage full', begins: 'before', harmless: true, storage: 'full' },
  {
    name: 'localStorage absent, commit refused',
    begins: 'midway',
    storage: 'absent',
    inject: always({ fn: 'LMSCommit', do: 'false' }),
    breaks: mustShake,
  },
  {
    name: 'localStorage full, offline',
    begins: 'midway',
    storage: 'full',
    inject: (world) => world.lms.offline(),
    breaks: mustShake,
  },
  { name: 'clock a day ahead', begins: 'midway', harmless: true, inject: (world) => world.clock.turn(86_400_000) },
  { name: 'clock a day back', begins: 'midway', harmless: true, inject: (world) => world.clock.turn(-86_400_000) },
  {
    name: 'tab hidden',
    begins: 'midway',
    harmless: true,
    look: (world, visit) => {
      visit.answer('two', 'c', 'right');
      const before = world.lms.log.length;
      visit.hide();
      return world.lms.log.slice(before).some(({ fn }) => fn === 'LMSCommit') ? [] : ['nothing is saved'];
    },
  },
  {
    name: 'tab hidden while offline',
    begins: 'midway',
    inject: (world, visit) => {
      world.lms.offline();
      visit?.hide();
    },
    breaks: mustShake,
  },
  {
    name: 'back/forward cache',
    begins: 'midway',
    harmless: true,
    inject: async (world, visit) => {
      visit?.session.leave(false);
      await world.clock.advance(60_000);
      const back = visit?.session.comeBack();
      await world.clock.advance(400);
      await back;
    },
  },
  {
    name: 'two tabs',
    begins: 'midway',
    harmless: true,
    inject: async (world) => {
      await world.launch({ sameLaunch: true });
    },
  },
];
