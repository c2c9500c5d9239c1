import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseOf } from '../../tests/arbitrary-course.ts';
import { checksum } from './checksum.ts';
import { keyCollisions } from './key-collisions.ts';
import { emptyState } from './learner-state.ts';
import { CorruptTextError, createDecoder, createEncoder } from './range-coder.ts';
import { stableHash } from './stable-hash.ts';
import { decodeState, encodeState } from './state-codec.ts';
import { codeKeys, keyOf, keyScheme } from './state-keys.ts';

/** Two different ids with the same 32-bit hash, found by looking. */
const twins = ['id-5pvu', 'id-c3ea'] as const;

test('hashes and checksum are what they were when the format was published', () => {
  expect(stableHash('')).toBe(0xab3e7c0b);
  expect(stableHash('first-hop')).toBe(0x1523b494);
  expect(checksum('')).toBe(0xb704ce);
  expect(checksum('123456789')).toBe(0x409e15);
});

test('keys are what they were when the format was published', () => {
  expect(keyOf('first-hop', { bits: 32, salt: 0 })).toBe(0x9ba9f023);
  expect(keyOf('first-hop', { bits: 32, salt: 3 })).toBe(0xf0c317b4);
  expect(keyOf('first-hop', { bits: 9, salt: 3 })).toBe(0x1e1);
  const ids = ['start', 'edge', 'origin', 'cache', 'dns'];
  expect(keyScheme(ids, 3)).toEqual({ bits: 3, salt: 6 });
  expect(keyScheme(ids, 20)).toEqual({ bits: 20, salt: 0 });
  expect(keyScheme(ids, 40)).toEqual({ bits: 32, salt: 0 });
});

test('different ids get different keys, however narrow the wish', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), fc.integer({ min: 1, max: 32 }), (ids, bits) => {
      const scheme = keyScheme(ids, bits);
      const keys = ids.map((id) => keyOf(id, scheme));
      expect(new Set(keys).size).toBe(new Set(ids.map(stableHash)).size);
      expect(scheme.bits).toBeGreaterThanOrEqual(bits);
      expect(scheme.salt).toBeLessThan(8);
      expect(keys.every((key) => key >= 0 && key < 2 ** scheme.bits)).toBe(true);
    }),
  );
});

test('a set of keys is restored and costs what was computed', () => {
  const sets = fc
    .integer({ min: 1, max: 32 })
    .chain((bits) => fc.tuple(fc.constant(bits), fc.uniqueArray(fc.integer({ min: 0, max: 2 ** bits - 1 }))));
  fc.assert(
    fc.property(sets, ([bits, values]) => {
      const keys = values.toSorted((a, b) => a - b);
      const { coder, finish } = createEncoder();
      expect(codeKeys(coder, keys, keys.length, bits)).toEqual(keys);
      expect(codeKeys(createDecoder(finish()), [], keys.length, bits)).toEqual(keys);
    }),
  );
});

test('a text that ends in zeros is read as any other', () => {
  for (let count = 1; count <= 40; count += 1) {
    const { coder, finish } = createEncoder();
    for (let step = 0; step < count; step += 1) coder.uniform(0, 2 ** 14);
    const reader = createDecoder(finish());
    for (let step = 0; step < count; step += 1) expect(reader.uniform(0, 2 ** 14), String(count)).toBe(0);
  }
});

test('a coder gives back what was written, carries and all', () => {
  const step = fc.oneof(
    fc
      .integer({ min: 1, max: 2 ** 32 })
      .chain((total) =>
        fc.record({ total: fc.constant(total), value: fc.oneof(fc.constant(total - 1), fc.nat(total - 1)) }),
      ),
    fc.record({ total: fc.constant(0), value: fc.oneof(fc.constant(0), fc.nat(2 ** 20 - 2)) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const { coder, finish } = createEncoder();
      for (const { total, value } of steps) total ? coder.uniform(value, total) : coder.number(value, 'n');
      const reader = createDecoder(finish());
      for (const { total, value } of steps)
        expect(total ? reader.uniform(0, total) : reader.number(0, 'n')).toBe(value);
    }),
  );
});

test('a reader stops where no writer can have been', () => {
  // The parts of a step in three leave one unit over: no text of ours points there.
  expect(() => createDecoder('________').uniform(0, 3)).toThrow(CorruptTextError);
  const endless = createDecoder('B');
  expect(() => {
    for (let step = 0; step < 20; step += 1) endless.uniform(0, 64);
  }).toThrow(CorruptTextError);
  const large = createDecoder('A'.repeat(90));
  expect(() => large.number(0, 'n')).toThrow(CorruptTextError);
});

test('ids with one hash are named for the author, and still do no harm', () => {
  const [a, b] = twins;
  expect(stableHash(a)).toBe(stableHash(b));
  const course = courseOf('course', ['page', a, b], []);
  expect(keyCollisions(course)).toEqual([{ kind: 'page', quiz: null, ids: [a, b] }]);
  expect(keyCollisions(courseOf('course', ['page', a], []))).toEqual([]);
  const { state } = decodeState(encodeState({ ...emptyState, seen: new Set([a]) }, course), course);
  expect(state.seen).toEqual(new Set([a, b]));
  const question = { type: 'true-false', points: 1, prompt: '', answer: true } as const;
  const quiz = {
    id: 'quiz',
    title: '',
    page: 'page',
    pass: null,
    attempts: 0,
    feedback: 'end',
    weight: 1,
    shuffle: { questions: false, choices: false },
    reveal: 'attempt',
    questions: [
      { ...question, id: a },
      { ...question, id: b },
    ],
  } as const;
  expect(keyCollisions(courseOf('course', ['page'], [quiz]))).toEqual([
    { kind: 'question', quiz: 'quiz', ids: [a, b] },
  ]);
});
