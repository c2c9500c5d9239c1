import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseOf, questionNamed, responseTo } from '../../../tests/arbitrary-course.ts';
import { runs } from '../../../tests/fewer.ts';
import { fullCredit, type LearnerState } from '../learner-state.ts';
import type { BlanksQuestion, FillInQuestion, NumericQuestion } from '../question-data.ts';
import { encodeState } from '../state-codec.ts';
import { worstCaseLength } from '../worst-case.ts';
import { handlerOf } from './index.ts';

const base = { id: 'q', points: 1, prompt: 'What?' };
const fillIn: FillInQuestion = {
  ...base,
  type: 'fill-in',
  accepted: [{ text: 'Nginx', feedback: 1 }, { pattern: 'engine ?x' }],
  wrong: [{ text: 'Apache', feedback: 2 }, { pattern: 'engine.*' }],
  case: false,
  limit: 20,
};
const numeric: NumericQuestion = {
  ...base,
  type: 'numeric',
  accepted: [
    { least: '3.4', most: '3.6', exact: '3.5' },
    { least: '-2', most: '-1' },
  ],
  wrong: [{ least: '0', most: '100', feedback: 3 }],
  unit: 'V',
  decimal: '.',
  shown: '3.5 V',
};
const blanks: BlanksQuestion = {
  ...base,
  type: 'blanks',
  blanks: [
    { kind: 'text', accepted: ['edge', 'CDN'], limit: 10, feedback: 4 },
    { kind: 'menu', options: ['b', 'a', 'c'].map((text) => ({ text, correct: text === 'a' })) },
    { kind: 'text', accepted: ['x'], limit: 4 },
  ],
  credit: 'per-blank',
  case: false,
};
const typed = (type: 'fill-in' | 'numeric', text: string) => ({ type, text });
const filled = (...values: string[]) => ({ type: 'blanks', values }) as const;

test.each([
  ['Nginx', 2520],
  [' nGINX ', 2520],
  ['EngineX', 2520],
  ['engine x', 2520],
  ['engine xy', 0],
  ['Apache', 0],
  ['Nginx!', 0],
])('%j typed earns %i', (text, credit) => {
  expect(handlerOf(fillIn).grade(fillIn, typed('fill-in', text))).toBe(credit);
});

test('with `case` upper and lower case make a difference', () => {
  const exact = { ...fillIn, case: true };
  expect(handlerOf(exact).grade(exact, typed('fill-in', 'nginx'))).toBe(0);
  expect(handlerOf(exact).grade(exact, typed('fill-in', 'Nginx'))).toBe(fullCredit);
});

test.each([
  ['3.4', 2520],
  ['3,6 V', 2520],
  ['3.6000', 2520],
  ['3.39999999999999999', 0],
  ['3.60000000000000001', 0],
  ['-1.5', 2520],
  ['1.5', 0],
  ['three', 0],
])('the number %s earns %i', (text, credit) => {
  expect(handlerOf(numeric).grade(numeric, typed('numeric', text))).toBe(credit);
});

test('only what can be read as one number is complete', () => {
  const { isComplete } = handlerOf(numeric);
  expect(isComplete(numeric, typed('numeric', '3.5 V'))).toBe(true);
  expect(isComplete(numeric, typed('numeric', '3,500'))).toBe(false);
  expect(isComplete(numeric, typed('numeric', '3.'))).toBe(false);
});

test.each([
  [filled('edge', 'a', 'x'), 2520, 2520],
  [filled('cdn', 'a', ''), 1680, 0],
  [filled('', 'b', 'X'), 840, 0],
  [filled('no', 'c', 'no'), 0, 0],
])('%o earns %i per blank, %i for all or nothing', (response, each, all) => {
  const strict: BlanksQuestion = { ...blanks, credit: 'all-or-nothing' };
  expect(handlerOf(blanks).grade(blanks, response)).toBe(each);
  expect(handlerOf(strict).grade(strict, response)).toBe(all);
});

test('shares of many blanks never add up to all before all are right', () => {
  const many = (count: number): BlanksQuestion => ({
    ...blanks,
    blanks: Array.from({ length: count }, () => ({ kind: 'text', accepted: ['x'], limit: 4 })),
  });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(59), (count, right) => {
      const question = many(count);
      const credit = (hits: number) =>
        handlerOf(question).grade(
          question,
          filled(...Array.from({ length: count }, (_, index) => (index < hits ? 'x' : '-'))),
        );
      const hits = Math.min(right, count - 1);
      expect(credit(hits)).toBeLessThan(fullCredit);
      expect(credit(hits + 1)).toBeGreaterThan(credit(hits));
      expect(credit(count)).toBe(fullCredit);
    }),
  );
});

test('one more right blank never lowers credit', () => {
  const given = questionNamed('q').filter((question) => question.type === 'blanks');
  const asked = given.chain((question) => fc.tuple(fc.constant(question), responseTo(question)));
  fc.assert(
    fc.property(asked, ([question, response]) => {
      if (question.type !== 'blanks' || response.type !== 'blanks') return;
      const before = handlerOf(question).grade(question, response);
      for (const [index, blank] of question.blanks.entries()) {
        const right = blank.kind === 'text' ? blank.accepted[0] : blank.options.find((option) => option.correct)?.text;
        const better = filled(...response.values.with(index, right ?? ''));
        expect(handlerOf(question).grade(question, better)).toBeGreaterThanOrEqual(before);
      }
    }),
  );
});

test('input is made canonical, or refused', () => {
  const { parse } = handlerOf(blanks);
  expect(parse(blanks, filled('  a   b ', 'a', ''))).toEqual(filled('a b', 'a', ''));
  expect(parse(blanks, filled('edge', 'nothing of the menu', 'x'))).toEqual(filled('edge', '', 'x'));
  expect(parse(blanks, filled('', '', ' '))).toBeNull();
  expect(parse(blanks, filled('edge'))).toBeNull();
  expect(parse(blanks, { type: 'blanks', values: 'edge' })).toBeNull();
  expect(parse(blanks, { type: 'blanks', values: [1, 2, 3] })).toBeNull();
  expect(handlerOf(fillIn).parse(fillIn, typed('fill-in', 'x'.repeat(30)))).toEqual(typed('fill-in', 'x'.repeat(20)));
  expect(handlerOf(fillIn).parse(fillIn, { type: 'fill-in', text: ['x'] })).toBeNull();
});

test('the wire is bytes, zero bytes and places in the sorted menu', () => {
  const { toWire, fromWire } = handlerOf(blanks);
  expect(toWire(blanks, filled('A', 'b', ''))).toBe('01000001' + '00000000' + '10' + '00000000');
  for (const bits of [
    '',
    '0',
    '00000000'.repeat(2),
    '01000001',
    '0100000100000000' + '10',
    '00000000' + '00' + '00000000',
  ])
    expect(fromWire(blanks, bits)).toBeNull();
  expect(fromWire(blanks, '01000001'.repeat(11) + '00000000' + '01' + '00000000')).toBeNull();
});

test('the shape of blanks is that of their menus, not of what is right', () => {
  const { shape } = handlerOf(blanks);
  const [first, menu, last] = blanks.blanks;
  if (!first || !last || menu?.kind !== 'menu') throw new Error('a menu stands between two texts');
  const changed = (options: readonly string[]) => ({
    ...blanks,
    blanks: [first, { kind: 'menu' as const, options: options.map((text) => ({ text, correct: text === 'c' })) }, last],
  });
  expect(shape(changed(['a', 'b', 'c']))).toBe(shape(blanks));
  expect(shape(changed(['a', 'b']))).not.toBe(shape(blanks));
  expect(shape({ ...blanks, blanks: [first, last] })).not.toBe(shape(blanks));
});

test('what is shown of the key: feedback of what was met, the answer where it was missed', () => {
  const parts = (text: string) => handlerOf(fillIn).parts(fillIn, typed('fill-in', text));
  expect(parts('nginx')).toEqual([{ id: 'answer', answered: true, correct: true, feedback: 1 }]);
  expect(parts('apache')).toEqual([{ id: 'answer', answered: true, correct: false, feedback: 2, answer: 'Nginx' }]);
  expect(handlerOf(fillIn).parts(fillIn, null)).toEqual([
    { id: 'answer', answered: false, correct: false, answer: 'Nginx' },
  ]);
  expect(handlerOf(numeric).parts(numeric, typed('numeric', '7'))).toEqual([
    { id: 'answer', answered: true, correct: false, feedback: 3, answer: '3.5 V' },
  ]);
  expect(handlerOf(blanks).parts(blanks, filled('CDN', 'b', ''))).toEqual([
    { id: '1', answered: true, correct: true, feedback: 4 },
    { id: '2', answered: true, correct: false, answer: 'a' },
    { id: '3', answered: false, correct: false, answer: 'x' },
  ]);
});

test('interactions hold what was given and what is right', () => {
  expect(handlerOf(fillIn).interaction(fillIn, typed('fill-in', 'caddy'))).toEqual({
    kind: 'fill-in',
    given: 'caddy',
    correct: ['Nginx'],
  });
  expect(handlerOf(numeric).interaction(numeric, typed('numeric', '3,50 V'))).toEqual({
    kind: 'numeric',
    given: '3.5',
    correct: [
      { least: '3.4', most: '3.6', exact: '3.5' },
      { least: '-2', most: '-1', exact: null },
    ],
  });
  expect(handlerOf(numeric).interaction(numeric, typed('numeric', 'many'))).toMatchObject({ given: null });
  expect(handlerOf(blanks).interaction(blanks, filled('cdn', 'b', ''))).toEqual({
    kind: 'blanks',
    given: ['cdn', 'b', ''],
    correct: [['edge', 'CDN'], ['a'], ['x']],
  });
});

test('however long the typed texts are, state stays within what the compiler reckons', () => {
  const lengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(lengths, fc.boolean(), (given, mixed) => {
      const questions = given.map(([limit], index) =>
        mixed && index % 3 === 0
          ? { ...base, id: `q${index}`, type: 'true-false' as const, answer: true }
          : { ...fillIn, id: `q${index}`, limit },
      );
      const quiz = {
        id: 'a',
        title: 'A',
        page: 'p',
        pass: null,
        attempts: 0,
        feedback: 'end',
        weight: 1,
        shuffle: { questions: false, choices: false },
        reveal: 'done',
        questions,
      } as const;
      const course = courseOf('c', ['p'], [quiz]);
      const answers = new Map(
        given.map(([limit, share], index) => {
          const text = 'x'.repeat(Math.max(1, Math.round(limit * share)));
          const response =
            questions[index]?.type === 'true-false'
              ? { type: 'true-false' as const, value: index % 2 === 0 }
              : { type: 'fill-in' as const, text };
          return [`q${index}`, { response, credit: index % 2 === 0 ? null : fullCredit }] as const;
        }),
      );
      const state: LearnerState = {
        sequence: 2 ** 31,
        registration: 2 ** 24 - 1,
        place: { page: 'p', fraction: 1 },
        seen: new Set(['p']),
        quizzes: new Map([
          ['a', { attempts: 63, best: 9999, passed: false, current: { submitted: true, seed: 65_535, answers } }],
        ]),
        reported: { status: 'passed', score: 9999 },
      };
      expect(encodeState(state, course).length).toBeLessThanOrEqual(worstCaseLength(course));
    }),
    { numRuns: runs(300) },
  );
});
