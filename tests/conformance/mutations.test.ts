import { describe, expect, test } from 'vitest';
import type { ProfileId } from '../../src/simulator/profile.ts';
import type { Ending } from './endings.ts';
import { faultRows } from './fault-rows/index.ts';
import { type MutationName, mutations } from './mutations/index.ts';
import type { Mutation } from './mutations/mutation.ts';
import { playCell } from './play-cell.ts';
import { type Breaks, brokenBy } from './row-mutations.ts';

/** Breaks or not; that it holds as long as nothing is taken out, the fault table shows. */
async function play(row: string, profile: ProfileId, ending: Ending, mutation: Mutation): Promise<readonly string[]> {
  const found = faultRows.find(({ name }) => name === row);
  return found === undefined ? [`no row ${row}`] : playCell(found, profile, ending, mutation);
}

/** What is taken out, without any fault. */
const faultless = new Map<string, Promise<readonly string[]>>();
function playFaultless({ without, profile, ending }: Breaks): Promise<readonly string[]> {
  const cell = `${without}, ${profile}, ${ending}`;
  const known = faultless.get(cell) ?? play('none', profile, ending, mutations[without]);
  faultless.set(cell, known);
  return known;
}

describe('every row of the fault table breaks when what it is about is taken out of the runtime', () => {
  test.each(faultRows.map(({ name }) => name))('%s', async (row) => {
    const breaks = brokenBy[row] ?? [];
    expect(breaks).not.toEqual([]);
    for (const each of breaks) {
      const { without, profile, ending, says, everywhere } = each;
      expect(await play(row, profile, ending, mutations[without])).toContainEqual(expect.stringMatching(says));
      // It is the fault that shows it: without one nothing is wrong.
      if (row !== 'none' && !everywhere) expect(await playFaultless(each)).toEqual([]);
    }
  });
  test('and nothing is taken out that no row notices', () => {
    const used = Object.values(brokenBy).flatMap((breaks) => breaks.map(({ without }) => without));
    expect(Object.keys(mutations).toSorted()).toEqual([...new Set(used)].toSorted());
    expect(Object.keys(brokenBy).toSorted()).toEqual(faultRows.map(({ name }) => name).toSorted());
  });
});

/** More cells that notice, in other LMSs, and what they then say. */
const caught: Partial<
  Record<MutationName, readonly (readonly [fault: string, profile: ProfileId, ending: Ending, says: RegExp])[]>
> = {
  'no journal': [
    ['commit refused', 'strict', 'killed', /^relaunch: .* is lost$/],
    ['none', 'rustici', 'killed', /^relaunch: .* is lost$/],
    ['session expired', 'always-true', 'exit', /^relaunch: .* is lost$/],
  ],
  'no comparison of sequence numbers': [
    ['commit lies', 'strict', 'killed', /^relaunch: .* is lost$/],
    ['commit refused', 'ilias', 'killed', /^record: the pass is lost/],
    ['none', 'rustici', 'killed', /^relaunch: .* is lost$/],
  ],
  'no probe': [
    ['localStorage full, offline', 'chamilo', 'exit', /is nowhere, and the sign says saved$/],
    ['localStorage full, offline', 'always-true', 'closed', /is nowhere, and the sign says saved$/],
  ],
  'page not heard': [['commit refused', 'moodle', 'out of time', /^out of time: what was being typed is lost$/]],
  'nothing set again after a failed commit': [
    ['commit refused 3 times', 'moodle', 'healed, exit', /^rules: rewrite-after-failed-commit/],
    ['commit refused from the start', 'moodle-standard', 'healed, exit', /^rules: rewrite-after-failed-commit/],
  ],
  'status before score': [['none', 'open-edx', 'healed, exit', /^grades: published/]],
  'finish twice': [['offline', 'moodle', 'closed', /^rules: finish-once/]],
  'status lowered': [['none', 'rustici', 'closed', /^record: the pass is lost/]],
};

describe.each(Object.entries(caught))('%s', (name, cells) => {
  test.each(cells)('is noticed under "%s" in %s, %s', async (fault, profile, ending, says) => {
    const wrong = await play(fault, profile, ending, mutations[name as MutationName]);
    expect(wrong).toContainEqual(expect.stringMatching(says));
  });
});
