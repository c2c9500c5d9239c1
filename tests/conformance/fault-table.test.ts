import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { ProfileId } from '../../src/simulator/profile.ts';
import { profiles } from '../../src/simulator/profiles/index.ts';
import { endings, plainEndings } from './endings.ts';
import { faultRows } from './fault-rows/index.ts';
import { playCell } from './play-cell.ts';
import { bar, heldBy, inChromium } from './reliability-bar.ts';

const columns = Object.keys(profiles) as ProfileId[];
const matrix = new Map<string, Map<string, string>>();

test('every part of the reliability bar has its rows, and every row but the one without a fault belongs to a part', () => {
  const parts = bar.split(/ · |, |; /);
  expect(Object.keys(heldBy).toSorted()).toEqual(parts.toSorted());
  const held = Object.values(heldBy);
  const named = held.flatMap((part) => ('rows' in part ? part.rows : []));
  expect(new Set(['none', ...named])).toEqual(new Set(faultRows.map(({ name }) => name)));
  expect(held.filter((part) => 'rows' in part && part.rows.length === 0)).toEqual([]);
  expect(new Set(held.flatMap((part) => ('endings' in part ? part.endings : [])))).toEqual(new Set(endings));
  expect(new Set(faultRows.map(({ name }) => name)).size).toBe(faultRows.length);
});

test('what stands for a part of the bar in a real browser is there', async () => {
  const missing: string[] = [];
  for (const [part, [file, name]] of Object.entries(inChromium)) {
    const text = await readFile(`tests/browser/${file}.test.ts`, 'utf8');
    if (heldBy[part] === undefined || !text.includes(name)) missing.push(part);
  }
  expect(missing).toEqual([]);
});

describe.each(faultRows)('$name', (row) => {
  const line = new Map<string, string>();
  matrix.set(row.name, line);
  test.each(columns)('in %s: nothing is lost, nothing is false', async (profile) => {
    if (row.applies?.(profiles[profile]) === false) {
      line.set(profile, '–');
      // The only LMS of which content can learn so little.
      expect(profile).toBe('open-edx');
      return;
    }
    const wrong: Record<string, readonly string[]> = {};
    for (const ending of row.play === undefined ? endings : plainEndings) {
      const found = await playCell(row, profile, ending);
      if (found.length > 0) wrong[ending] = [...new Set(found)];
    }
    line.set(profile, Object.keys(wrong).length === 0 ? 'held' : 'BROKEN');
    expect(wrong).toEqual({});
  });
});

afterAll(() => {
  const width = Math.max(...faultRows.map(({ name }) => name.length));
  const head = columns.map((name) => name.slice(0, 8).padEnd(9)).join('');
  const lines = [...matrix].map(
    ([name, line]) =>
      `${name.padEnd(width)}  ${columns.map((profile) => (line.get(profile) ?? '').padEnd(9)).join('')}`,
  );
  const tested = Object.entries(inChromium).map(([part, [file, name]]) => `${part.padEnd(width)}  ${file}: ${name}`);
  process.stdout.write(`\nIn Chromium\n${tested.join('\n')}\n`);
  process.stdout.write(`\n${''.padEnd(width)}  ${head}\n${lines.join('\n')}\n`);
});
