import type { FaultRow } from '../fault-row.ts';
import { playLookingBack } from '../plays/play-looking-back.ts';

const says =
  (element: string, value: string): NonNullable<FaultRow['applies']> =>
  ({ reads }) =>
    (reads?.(element, value) ?? value) === value;

/** The learner: hasty, only looking, or with a name that was made to do harm. */
export const learnerRows: readonly FaultRow[] = [
  { name: 'everything three times at once', begins: 'midway', harmless: true, repeats: 3 },
  {
    name: '200 pages in no time',
    begins: 'midway',
    harmless: true,
    look: (world, visit) => {
      const before = world.lms.log.length;
      for (let turn = 0; turn < 100; turn += 1) for (const page of ['second', 'first']) visit.show(page);
      const commits = world.lms.log.slice(before).filter(({ fn }) => fn === 'LMSCommit').length;
      return commits > 2 ? [`${commits} commits`] : [];
    },
  },
  {
    name: 'review mode',
    begins: 'before',
    play: playLookingBack('review'),
    applies: says('cmi.core.lesson_mode', 'review'),
  },
  {
    name: 'browse mode',
    begins: 'before',
    play: playLookingBack('browse'),
    applies: says('cmi.core.lesson_mode', 'browse'),
  },
  {
    name: 'no credit',
    begins: 'before',
    harmless: true,
    launch: { credit: 'no-credit' },
    applies: says('cmi.core.credit', 'no-credit'),
  },
  {
    name: 'hostile name',
    begins: 'before',
    harmless: true,
    learner: {
      id: '"><script>alert(1)</script>&\u0000\u202e',
      name: `<img src=x onerror=alert(1)>\u0000\u0007\u202e${'\ud800'}${'Æ'.repeat(10_000)}`,
    },
  },
];
