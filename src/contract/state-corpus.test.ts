import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseAndState } from '../../tests/arbitrary-course.ts';
import type { CourseData } from './course-data.ts';
import type { LearnerState } from './learner-state.ts';
import { decodeState, encodeState } from './state-codec.ts';

/**
 * States of learners as they were saved when their format was published: texts that must read the same for good, and that
 * are still written so. `UPDATE_CORPUS=1` adds some of a format that has none yet; those that are there stay.
 */
interface Saved {
  readonly text: string;
  readonly course: CourseData;
  readonly state: LearnerState;
}

const file = 'tests/corpus/saved-states.json';
const pack = (_key: string, value: unknown): unknown => {
  if (value instanceof Map) return { $map: [...value] };
  return value instanceof Set ? { $set: [...value] } : value;
};
const unpack = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value) return new Map(value.$map as [unknown, unknown][]);
  return '$set' in value ? new Set(value.$set as unknown[]) : value;
};

const readCorpus = (): readonly Saved[] => JSON.parse(readFileSync(file, 'utf8'), unpack);

if (process.env['UPDATE_CORPUS'] === '1') {
  const kept = readCorpus();
  const known = new Set(kept.map(({ text }) => text.charAt(0)));
  const made = fc
    .sample(courseAndState, { numRuns: 400, seed: 1 })
    .map(([course, state]): Saved => ({ text: encodeState(state, course), course, state }))
    .filter(({ text }) => !known.has(text.charAt(0)));
  // Small ones, and of each number of quizzes some.
  const small = made.toSorted((a, b) => JSON.stringify(a, pack).length - JSON.stringify(b, pack).length);
  const few = [0, 1, 2, 3, 4, 5].flatMap((count) =>
    small.filter(({ course, state }) => course.quizzes.length === count && state.quizzes.size === count).slice(3, 6),
  );
  writeFileSync(file, `[\n${[...kept, ...few].map((each) => JSON.stringify(each, pack)).join(',\n')}\n]\n`);
}
const corpus = readCorpus();

test('what was saved reads the same for good, and is written so', () => {
  expect(corpus.length).toBeGreaterThan(15);
  expect([...new Set(corpus.map(({ text }) => text.charAt(0)))]).toEqual(expect.arrayContaining(['1', '2', '3']));
  for (const { text, course, state } of corpus) {
    expect(decodeState(text, course)).toEqual({ state, problem: null });
    expect(encodeState(state, course)).toBe(text);
  }
});
