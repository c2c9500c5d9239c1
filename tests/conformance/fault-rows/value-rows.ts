import type { Profile } from '../../../src/simulator/profile.ts';
import { optionalElements } from '../../../src/simulator/profiles/optional-elements.ts';
import { always, type FaultRow, mustShake, refusedElement } from '../fault-row.ts';

const element = (names: string, what: string, more: Partial<FaultRow> = {}): FaultRow[] =>
  (['false', 'throw'] as const).map((how) => ({
    name: `LMSSetValue of ${what} ${how === 'false' ? 'refused' : 'throws'}`,
    begins: 'midway',
    inject: always({ fn: 'LMSSetValue', element: names, do: how }),
    breaks: { ...mustShake, ...refusedElement, 'index-without-gap': 'the LMS refuses the index before' },
    ...more,
  }));

/** An LMS that goes into review by itself says so in lesson_mode. */
const withoutOptional =
  (code: 201 | 401 | 403) =>
  (profile: Profile): Profile => ({
    ...profile,
    refuses: (pattern) =>
      optionalElements(401)(pattern) === 0 || (pattern === 'cmi.core.lesson_mode' && profile.mode) ? 0 : code,
  });

/** Values that the LMS does not take. */
export const valueRows: readonly FaultRow[] = [
  ...element('cmi.suspend_data', 'suspend_data'),
  ...element('cmi.core.lesson_status', 'the status'),
  ...element('cmi.core.score.raw', 'the score'),
  ...element('cmi.core.*', 'all of cmi.core'),
  ...element('cmi.interactions*', 'interactions', {
    harmless: true,
    unreported: 'what is refused three times is given up',
  }),
  ...element('*', 'anything'),
  ...([201, 401, 403] as const).map(
    (code): FaultRow => ({
      name: `optional elements ${code}`,
      begins: 'before',
      profile: withoutOptional(code),
      harmless: true,
      unreported: 'the LMS has no interactions',
    }),
  ),
];
