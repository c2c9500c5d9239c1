import { afterAll, describe, expect, test } from 'vitest';
import type { ProfileId } from '../../src/simulator/profile.ts';
import { profiles } from '../../src/simulator/profiles/index.ts';
import { faultRows } from './faults.ts';
import { endings, playCell } from './play-cell.ts';

const columns = Object.keys(profiles) as ProfileId[];
const matrix = new Map<string, Map<string, boolean>>();

describe.each(faultRows)('$name', (row) => {
  const line = new Map<string, boolean>();
  matrix.set(row.name, line);
  test.each(columns)('in %s: nothing is lost, nothing is false', async (profile) => {
    const wrong: Record<string, readonly string[]> = {};
    for (const ending of endings) {
      const found = await playCell(row, profile, ending);
      if (found.length > 0) wrong[ending] = [...new Set(found)];
    }
    line.set(profile, Object.keys(wrong).length === 0);
    expect(wrong).toEqual({});
  });
});

afterAll(() => {
  const width = Math.max(...faultRows.map(({ name }) => name.length));
  const head = columns.map((name) => name.slice(0, 8).padEnd(9)).join('');
  const lines = [...matrix].map(
    ([name, line]) =>
      `${name.padEnd(width)}  ${columns.map((profile) => (line.get(profile) ? 'held' : 'BROKEN').padEnd(9)).join('')}`,
  );
  process.stdout.write(`\n${''.padEnd(width)}  ${head}\n${lines.join('\n')}\n`);
});
