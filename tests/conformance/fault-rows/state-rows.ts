import { type FaultRow, reading, windowWith } from '../fault-row.ts';
import { playAtLimit } from '../plays/play-at-limit.ts';
import { playExactValues } from '../plays/play-exact-values.ts';
import { ruledCourseWithObjectives } from '../ruled-course.ts';
import { foreignState, hostileStates, newerState } from '../state-texts.ts';

const foreign = foreignState(ruledCourseWithObjectives);

/** Something else than a state of ours stands there when the course is first launched. */
const found = (text: string): NonNullable<FaultRow['stored']> => ({
  'cmi.suspend_data': text,
  'cmi.core.lesson_status': 'incomplete',
  'cmi.core.exit': 'suspend',
});

/** States that cannot be read, are not ours, or hardly fit. */
export const stateRows: readonly FaultRow[] = [
  { name: 'state gone at the relaunch', begins: 'midway', harmless: true, relaunchWindow: reading(() => '') },
  {
    name: 'state truncated at the relaunch',
    begins: 'midway',
    harmless: true,
    relaunchWindow: reading((state) => state.slice(0, -3)),
  },
  {
    name: 'state corrupt at the relaunch',
    begins: 'midway',
    harmless: true,
    relaunchWindow: reading((state) => `${state.slice(0, 8)}!${state.slice(9)}`),
  },
  {
    name: 'unreadable at the relaunch for 1 s',
    begins: 'midway',
    harmless: true,
    relaunchWindow: (api, { clock }) => {
      const began = clock.now();
      return windowWith({
        ...api,
        LMSGetValue: (name) => {
          if (clock.now() - began < 1_000) throw new Error('not yet');
          return api.LMSGetValue(name);
        },
      });
    },
  },
  {
    name: 'state of another course at the launch',
    begins: 'before',
    harmless: true,
    stored: found(foreign),
    notice: 'notice.stateForeign',
  },
  {
    name: 'state of another course at the relaunch',
    begins: 'midway',
    harmless: true,
    relaunchWindow: reading(() => foreign),
    relaunchNotice: 'notice.stateForeign',
  },
  {
    name: 'state of a newer version at the launch',
    begins: 'before',
    harmless: true,
    stored: found(newerState(foreign)),
    notice: 'notice.stateNewer',
  },
  {
    name: 'state of a newer version at the relaunch',
    begins: 'midway',
    harmless: true,
    relaunchWindow: reading(newerState),
    relaunchNotice: 'notice.stateNewer',
  },
  ...Object.entries(hostileStates).map(
    ([what, text]): FaultRow => ({
      name: `hostile state: ${what}`,
      begins: 'before',
      harmless: true,
      stored: found(text),
      notice: 'notice.stateCorrupt',
      relaunchWindow: reading(() => text),
    }),
  ),
  { name: 'state with a character to spare', begins: 'before', play: playAtLimit(1) },
  { name: 'state as long as may be', begins: 'before', play: playAtLimit(0) },
  { name: 'state a character too long', begins: 'before', play: playAtLimit(-1) },
  { name: 'scores and places with fractions', begins: 'before', play: playExactValues },
];
