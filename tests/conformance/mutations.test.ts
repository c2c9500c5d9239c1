import { describe, expect, test } from 'vitest';
import type { ProfileId } from '../../src/simulator/profile.ts';
import { faultRows } from './faults.ts';
import { type MutationName, mutations } from './mutations.ts';
import { type Ending, playCell } from './play-cell.ts';

/** Which cells of the fault table turn red when one thing is missing, and what they then say. */
const caught: Readonly<
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
  'page not heard': [
    ['none', 'strict', 'out of time', /^out of time: what was being typed is lost$/],
    ['commit refused', 'moodle', 'out of time', /^out of time: what was being typed is lost$/],
  ],
  'nothing set again after a failed commit': [
    ['commit refused 3 times', 'moodle', 'healed, exit', /^rules: rewrite-after-failed-commit/],
    ['commit refused from the start', 'moodle-standard', 'healed, exit', /^rules: rewrite-after-failed-commit/],
  ],
  'status before score': [
    ['none', 'open-edx', 'healed, exit', /^grades: published/],
    ['none', 'strict', 'exit', /^rules: score-before-status/],
  ],
  'finish twice': [
    ['none', 'strict', 'exit', /^rules: finish-once/],
    ['offline', 'moodle', 'closed', /^rules: finish-once/],
  ],
  'status lowered': [
    ['none', 'strict', 'exit', /^record: the pass is lost: incomplete/],
    ['none', 'rustici', 'closed', /^record: the pass is lost/],
  ],
  'failed commits believed': [
    ['localStorage absent, commit refused', 'strict', 'closed', /is nowhere, and the sign says saved$/],
    ['commit refused', 'strict', 'healed, exit', /./],
  ],
};

describe.each(Object.keys(caught) as MutationName[])('%s', (name) => {
  test.each(caught[name])('is noticed under "%s" in %s, %s', async (fault, profile, ending, says) => {
    const row = faultRows.find((each) => each.name === fault);
    expect(row).toBeDefined();
    if (row === undefined) return;
    expect(await playCell(row, profile, ending)).toEqual([]);
    const wrong = await playCell(row, profile, ending, mutations[name]);
    expect(wrong).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
  });
});
