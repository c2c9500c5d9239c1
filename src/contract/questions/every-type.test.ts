import { describe, expect, test } from 'vitest';
import { fullCredit } from '../learner-state.ts';
import type { QuestionData, QuestionOf, QuestionType } from '../question-data.ts';
import type { LearnerResponse, ResponseOf } from '../response.ts';
import { handlerOf, isQuestionType } from './index.ts';

/** One question of each type, and a response to it that is neither right nor empty. */
const base = { id: 'q', points: 1, prompt: 'Which?' };
const choices = [
  { id: 'sea', text: 'The sea', correct: true, feedback: 1 },
  { id: 'none', text: 'None', correct: false, last: true },
  { id: 'air', text: 'The air', correct: true },
] as const;
const named = (...ids: string[]) => ids.map((id) => ({ id, text: id.toUpperCase() }));
const questions: { readonly [T in QuestionType]: QuestionOf<T> } = {
  single: { ...base, type: 'single', choices },
  multiple: { ...base, type: 'multiple', choices, credit: 'per-choice' },
  'true-false': { ...base, type: 'true-false', answer: false, feedback: { true: 5 } },
  'fill-in': {
    ...base,
    type: 'fill-in',
    accepted: [{ pattern: 'tides?' }, { text: 'Tide' }],
    wrong: [],
    case: true,
    limit: 9,
  },
  numeric: {
    ...base,
    type: 'numeric',
    accepted: [{ least: '2', most: '2', exact: '2' }],
    wrong: [{ least: '0', most: '9', feedback: 6 }],
    unit: '',
    decimal: '.',
    shown: '2',
  },
  blanks: {
    ...base,
    type: 'blanks',
    blanks: [
      { kind: 'text', accepted: ['ebb'], limit: 3, feedback: 7 },
      { kind: 'menu', options: ['low', 'high', 'mid'].map((text) => ({ text, correct: text === 'low' })) },
    ],
    credit: 'per-blank',
    case: true,
  },
  matching: {
    ...base,
    type: 'matching',
    items: [
      { id: 'sun', text: 'Sun', answer: 'day', feedback: 8 },
      { id: 'moon', text: 'Moon', answer: 'night' },
      { id: 'dusk', text: 'Dusk', answer: 'night' },
    ],
    answers: [
      { id: 'night', text: 'At night' },
      { id: 'day', text: 'By day' },
    ],
    credit: 'per-pair',
  },
  ordering: { ...base, type: 'ordering', items: named('low', 'mid', 'high'), credit: 'per-position' },
  hotspot: { ...base, type: 'hotspot', regions: choices, credit: 'per-choice' },
  likert: { ...base, points: 0, type: 'likert', statements: named('use', 'pace'), scale: named('no', 'so', 'yes') },
  open: { ...base, points: 0, type: 'open', limit: 10 },
};
const responses: { readonly [T in QuestionType]: ResponseOf<T> } = {
  single: { type: 'single', choice: 'none' },
  multiple: { type: 'multiple', choices: ['none', 'sea'] },
  'true-false': { type: 'true-false', value: true },
  'fill-in': { type: 'fill-in', text: 'tid' },
  numeric: { type: 'numeric', text: '3' },
  blanks: { type: 'blanks', values: ['fl', 'mid'] },
  matching: {
    type: 'matching',
    pairs: [
      ['dusk', 'night'],
      ['sun', 'night'],
    ],
  },
  ordering: { type: 'ordering', order: ['low', 'high', 'mid'] },
  hotspot: { type: 'hotspot', choices: ['air', 'none'] },
  likert: {
    type: 'likert',
    pairs: [
      ['pace', 'yes'],
      ['use', 'no'],
    ],
  },
  open: { type: 'open', text: 'é' },
};
const types = Object.keys(questions).filter(isQuestionType);

test('there is a question type of each name, and none of any other', () => {
  expect(types).toHaveLength(11);
  for (const type of types) expect(isQuestionType(type)).toBe(true);
  for (const other of ['', 'essay', 'toString', 'constructor']) expect(isQuestionType(other)).toBe(false);
});

/**
 * What stands in learners' states, for good: the bits of a response, and the text whose hash says that they still mean the
 * same. Never change these.
 */
test.each<[QuestionType, string, string]>([
  ['single', '01', 'single\nair\nnone\nsea'],
  ['multiple', '011', 'multiple\nair\nnone\nsea'],
  ['true-false', '1', 'true-false'],
  ['fill-in', '011101000110100101100100', 'fill-in'],
  ['numeric', '00110011', 'numeric'],
  ['blanks', '011001100110110000000000' + '11', 'blanks\ntext\n["high","low","mid"]'],
  ['matching', '100010', 'matching\ndusk\nmoon\nsun\n\nday\nnight'],
  ['ordering', '010', 'ordering\nhigh\nlow\nmid'],
  ['hotspot', '110', 'hotspot\nair\nnone\nsea'],
  ['likert', '1101', 'likert\npace\nuse\n\nno\nso\nyes'],
  ['open', '11100001110101001', 'open'],
])('a saved %s question reads the same in every version', (type, bits, shape) => {
  const handler = handlerOf(questions[type]);
  expect(handler.toWire(questions[type], responses[type])).toBe(bits);
  expect(handler.fromWire(questions[type], bits)).toEqual(responses[type]);
  expect(handler.shape(questions[type])).toBe(shape);
});

/** What the compiler reckons with when it says whether a course fits. */
test.each<[QuestionType, bits: number, varies: boolean]>([
  ['single', 2, false],
  ['multiple', 3, false],
  ['true-false', 1, false],
  ['fill-in', 72, true],
  ['numeric', 256, true],
  ['blanks', 34, true],
  ['matching', 6, false],
  ['ordering', 3, false],
  ['hotspot', 3, false],
  ['likert', 4, false],
  ['open', 24_241, true],
])('a %s question takes %i bits at most', (type, bits, varies) => {
  const handler = handlerOf(questions[type]);
  expect(handler.worstBits(questions[type])).toBe(bits);
  expect(handler.variesInLength(questions[type])).toBe(varies);
  expect(handler.dropsFirst).toBe(type === 'open');
});

test('blanks with menus alone never vary in length', () => {
  const menus = { ...questions.blanks, blanks: questions.blanks.blanks.slice(1) };
  expect(handlerOf(menus).variesInLength(menus)).toBe(false);
});

test.each<[QuestionType, partial: boolean, credit: number]>([
  ['single', false, 0],
  ['multiple', true, 0],
  ['true-false', false, 0],
  ['fill-in', false, 0],
  ['numeric', false, 0],
  ['blanks', true, 0],
  ['matching', true, 840],
  ['ordering', true, 840],
  ['hotspot', true, 0],
  ['likert', false, fullCredit],
  ['open', false, fullCredit],
])('a %s question: part credit %s, here %i', (type, partial, credit) => {
  const handler = handlerOf(questions[type]);
  expect(handler.givesPartial(questions[type])).toBe(partial);
  expect(handler.grade(questions[type], responses[type])).toBe(credit);
});

test.each<QuestionData>([
  { ...questions.multiple, credit: 'all-or-nothing' },
  { ...questions.blanks, credit: 'all-or-nothing' },
  { ...questions.blanks, blanks: questions.blanks.blanks.slice(1) },
  { ...questions.matching, credit: 'all-or-nothing' },
  { ...questions.matching, items: questions.matching.items.slice(1, 2) },
  { ...questions.ordering, credit: 'all-or-nothing' },
  { ...questions.hotspot, credit: 'all-or-nothing' },
  { ...questions.hotspot, regions: choices.slice(0, 2) },
])('there is no part credit where all is asked for, or where there is one part: %o', (question) => {
  expect(handlerOf(question).givesPartial(question)).toBe(false);
});

test.each<[QuestionData, LearnerResponse, boolean]>([
  [questions.hotspot, { type: 'hotspot', choices: [] }, false],
  [questions.hotspot, responses.hotspot, true],
  [questions.likert, responses.likert, true],
  [questions.likert, { type: 'likert', pairs: [['use', 'no']] }, false],
  [questions.blanks, responses.blanks, true],
  [questions.blanks, { type: 'blanks', values: ['', 'mid'] }, false],
  [questions['fill-in'], responses['fill-in'], true],
  [questions.ordering, responses.ordering, true],
])('%o answered %o is complete: %s', (question, response, isComplete) => {
  expect(handlerOf(question).isComplete(question, response)).toBe(isComplete);
});

test.each<[QuestionType, unknown]>([
  [
    'single',
    [
      { id: 'sea', correct: true, answered: false, feedback: 1 },
      { id: 'none', correct: false, answered: true },
      { id: 'air', correct: true, answered: false },
    ],
  ],
  [
    'multiple',
    [
      { id: 'sea', correct: true, answered: true, feedback: 1 },
      { id: 'none', correct: false, answered: true },
      { id: 'air', correct: true, answered: false },
    ],
  ],
  [
    'hotspot',
    [
      { id: 'sea', correct: true, answered: false, feedback: 1 },
      { id: 'none', correct: false, answered: true },
      { id: 'air', correct: true, answered: true },
    ],
  ],
  [
    'true-false',
    [
      { id: 'true', answered: true, correct: false, feedback: 5 },
      { id: 'false', answered: false, correct: true },
    ],
  ],
  ['fill-in', [{ id: 'answer', answered: true, correct: false, answer: 'Tide' }]],
  ['numeric', [{ id: 'answer', answered: true, correct: false, feedback: 6, answer: '2' }]],
  [
    'blanks',
    [
      { id: '1', answered: true, correct: false, feedback: 7, answer: 'ebb' },
      { id: '2', answered: true, correct: false, answer: 'low' },
    ],
  ],
  [
    'matching',
    [
      { id: 'sun', answered: true, correct: false, answer: 'By day', feedback: 8 },
      { id: 'moon', answered: false, correct: false, answer: 'At night' },
      { id: 'dusk', answered: true, correct: true },
    ],
  ],
  [
    'ordering',
    [
      { id: 'low', answered: true, correct: true },
      { id: 'mid', answered: true, correct: false, answer: '2' },
      { id: 'high', answered: true, correct: false, answer: '3' },
    ],
  ],
  ['likert', []],
  ['open', []],
])('what is shown of the key of a %s question', (type, parts) => {
  // Strictly: what is not there must not be shown as an empty verdict.
  expect(handlerOf(questions[type]).parts(questions[type], responses[type])).toStrictEqual(parts);
});

test('without an answer no part is answered or right, and every missing one is named', () => {
  for (const type of types) {
    const parts = handlerOf(questions[type]).parts(questions[type], null);
    expect(parts.map((part) => part.answered)).toEqual(parts.map(() => false));
  }
  const missing = (type: QuestionType) =>
    handlerOf(questions[type])
      .parts(questions[type], null)
      .map((part) => [part.correct, part.answer]);
  expect(missing('matching')).toEqual([
    [false, 'By day'],
    [false, 'At night'],
    [false, 'At night'],
  ]);
  expect(missing('ordering')).toEqual([
    [false, '1'],
    [false, '2'],
    [false, '3'],
  ]);
  expect(missing('numeric')).toEqual([[false, '2']]);
  expect(missing('blanks')).toEqual([
    [false, 'ebb'],
    [false, 'low'],
  ]);
});

test('a right answer is not told again, and one that only a pattern describes is not told at all', () => {
  const { numeric, 'fill-in': fillIn } = questions;
  expect(handlerOf(numeric).parts(numeric, { type: 'numeric', text: '2' })).toStrictEqual([
    { id: 'answer', answered: true, correct: true },
  ]);
  expect(handlerOf(fillIn).parts(fillIn, { type: 'fill-in', text: 'tides' })).toStrictEqual([
    { id: 'answer', answered: true, correct: true },
  ]);
  const pattern = { ...fillIn, accepted: fillIn.accepted.slice(0, 1) };
  expect(handlerOf(pattern).parts(pattern, responses['fill-in'])).toStrictEqual([
    { id: 'answer', answered: true, correct: false },
  ]);
});

test.each<[QuestionType, unknown]>([
  ['fill-in', { kind: 'fill-in', given: 'tid', correct: ['Tide'] }],
  [
    'matching',
    {
      kind: 'matching',
      items: [
        { id: 'sun', text: 'Sun' },
        { id: 'moon', text: 'Moon' },
        { id: 'dusk', text: 'Dusk' },
      ],
      answers: questions.matching.answers,
      chosen: [
        [0, 0],
        [2, 0],
      ],
      correct: [
        [0, 1],
        [1, 0],
        [2, 0],
      ],
    },
  ],
  ['ordering', { kind: 'sequencing', items: named('low', 'mid', 'high'), chosen: [0, 2, 1] }],
  [
    'hotspot',
    {
      kind: 'choice',
      options: choices.map(({ id, text }) => ({ id, text })),
      chosen: [1, 2],
      correct: [0, 2],
    },
  ],
  ['open', { kind: 'open', text: 'é' }],
])('what an LMS is told of a %s question', (type, body) => {
  expect(handlerOf(questions[type]).interaction(questions[type], responses[type])).toEqual(body);
});

test('an LMS is told nothing of statements that were left open', () => {
  const { likert } = questions;
  const { interaction } = handlerOf(likert);
  expect(interaction(likert, { type: 'likert', pairs: [['pace', 'so']] })).toEqual({
    kind: 'parts',
    parts: [{ id: 'pace', text: 'PACE', body: { kind: 'likert', scale: likert.scale, chosen: 1 } }],
  });
  expect(interaction(likert, { type: 'likert', pairs: [['gone', 'so']] })).toEqual({ kind: 'parts', parts: [] });
});

describe('the order of what can be chosen', () => {
  const orders = (type: QuestionType, shuffled: boolean) =>
    Array.from({ length: 30 }, (_, seed) => handlerOf(questions[type]).order(questions[type], shuffled, seed + 1));
  const different = (all: readonly (readonly string[])[]) => new Set(all.map((order) => order.join())).size;

  test.each(['single', 'multiple'] as const)('%s: shuffled but for what stays last', (type) => {
    expect(different(orders(type, true))).toBe(2);
    for (const order of orders(type, true))
      expect([order[2], ...order.slice(0, 2).sort()]).toEqual(['none', 'air', 'sea']);
    expect(orders(type, false).flat()).toEqual([]);
  });
  test('matching: its items', () => {
    expect(different(orders('matching', true))).toBe(6);
    for (const order of orders('matching', true)) expect(order.toSorted()).toEqual(['dusk', 'moon', 'sun']);
    expect(orders('matching', false).flat()).toEqual([]);
  });
  test.each(['true-false', 'fill-in', 'numeric', 'blanks', 'hotspot', 'likert', 'open'] as const)(
    '%s: as it stands in the page',
    (type) => {
      expect(orders(type, true).flat()).toEqual([]);
    },
  );
});

describe('a response of another type is none', () => {
  test.each(types)('%s', (type) => {
    const question = questions[type];
    const handler = handlerOf(question);
    for (const other of types) {
      if (other === type) continue;
      const response = responses[other];
      expect(handler.parse(question, response)).toBeNull();
      expect(handler.isComplete(question, response)).toBe(false);
      expect(handler.grade(question, response)).toBe(0);
      expect(handler.toWire(question, response)).toBeNull();
      expect(handler.interaction(question, response)).toBeNull();
      expect(handler.parts(question, response)).toEqual(handler.parts(question, null));
    }
  });
  test.each(types)('%s asked of another question', (type) => {
    const other = questions[type === 'single' ? 'open' : 'single'];
    const handler = handlerOf(questions[type]);
    expect(handler.parse(other, responses[type])).toBeNull();
    expect(handler.fromWire(other, handler.toWire(questions[type], responses[type]) ?? '')).toBeNull();
    expect(handler.grade(other, responses[type])).toBe(0);
    expect([handler.shape(other), handler.worstBits(other)]).toEqual(['', 0]);
    expect([handler.variesInLength(other), handler.givesPartial(other)]).toEqual([false, false]);
    expect([handler.parts(other, null), handler.order(other, true, 1)]).toEqual([[], []]);
  });
});

test.each<[QuestionType, unknown]>([
  ['single', null],
  ['single', 'none'],
  ['single', { choice: 'none' }],
  ['multiple', { type: 'multiple', choices: ['sea', 7] }],
  ['matching', { type: 'matching', pairs: Array(7).fill(['sun', 'day']) }],
  ['matching', { type: 'matching', pairs: ['ab'] }],
  ['matching', { type: 'matching', pairs: [['day', 'sun']] }],
  ['ordering', { type: 'ordering', order: ['low', 'mid', 'max'] }],
  ['ordering', { type: 'ordering', order: ['low', 'mid', 'mid'] }],
  ['ordering', { type: 'ordering', order: ['low', 'mid', 'high', 'low'] }],
  ['hotspot', { type: 'hotspot', choices: ['sea', 'land'] }],
])('%s refuses %j', (type, input) => {
  expect(handlerOf(questions[type]).parse(questions[type], input)).toBeNull();
});

test('of two answers for one thing the last counts', () => {
  const { matching } = questions;
  const pairs = [
    ['sun', 'day'],
    ['moon', 'day'],
    ['sun', 'night'],
  ];
  expect(handlerOf(matching).parse(matching, { type: 'matching', pairs })).toEqual({
    type: 'matching',
    pairs: [
      ['moon', 'day'],
      ['sun', 'night'],
    ],
  });
});

test('half an emoji that a cut left, and line ends of Windows, are tidied', () => {
  const parse = (text: string) => handlerOf(questions.open).parse(questions.open, { type: 'open', text });
  expect(parse('a\r\nb\rc\n')).toEqual({ type: 'open', text: 'a\nb\nc\n' });
  expect(parse('a\ud83d')).toEqual({ type: 'open', text: 'a ' });
});

/** What another version, or damage that the checksum let through, may have left. */
test.each<[QuestionType, readonly string[]]>([
  ['single', ['', '1', '010', '11']],
  ['multiple', ['', '01', '0110']],
  ['true-false', ['', '10', '11']],
  ['fill-in', ['', '0111010', '11111111', '00100000', '01100001'.repeat(10)]],
  ['numeric', ['', '0011001', '11111111', '00110011'.repeat(33)]],
  [
    'blanks',
    [
      '',
      '0'.repeat(8),
      '011001100110110000000000' + '110',
      '011001100110110000000000' + '1',
      '0110011001101100' + '11',
    ],
  ],
  ['matching', ['', '10001', '1000100', '110010', '001100']],
  ['ordering', ['', '01', '0100', '110']],
  ['hotspot', ['', '11', '1100']],
  ['likert', ['', '110', '11010']],
  ['open', ['', '0', '011100001', '1111', '111111111']],
])('bits that no response to a %s question has are none', (type, wrong) => {
  for (const bits of wrong) expect(handlerOf(questions[type]).fromWire(questions[type], bits), bits).toBeNull();
});

test('the last gap may be empty, and the last option chosen', () => {
  const { blanks } = questions;
  const turned = { ...blanks, blanks: blanks.blanks.toReversed() };
  for (const values of [
    ['mid', ''],
    ['high', 'fl'],
    ['', 'ebb'],
  ]) {
    const response: LearnerResponse = { type: 'blanks', values };
    const bits = handlerOf(turned).toWire(turned, response) ?? '';
    expect(handlerOf(turned).fromWire(turned, bits)).toEqual(response);
  }
});

test('the right order earns all of it, whatever parts of it would earn', () => {
  for (const credit of ['all-or-nothing', 'per-position', 'per-neighbour'] as const) {
    const question = { ...questions.ordering, credit };
    expect(handlerOf(question).grade(question, { type: 'ordering', order: ['low', 'mid', 'high'] })).toBe(fullCredit);
  }
});

test('where one region is right, one may be chosen or none', () => {
  const question = { ...questions.hotspot, regions: choices.slice(0, 2) };
  const parse = (...ids: string[]) => handlerOf(question).parse(question, { type: 'hotspot', choices: ids });
  expect(parse()).toEqual({ type: 'hotspot', choices: [] });
  expect(parse('none')).toEqual({ type: 'hotspot', choices: ['none'] });
  expect(parse('none', 'sea')).toBeNull();
});

test('true and false each have their own feedback, or none', () => {
  const question = { ...questions['true-false'], feedback: { false: 9 } };
  const { feedback: _none, ...bare } = question;
  const feedback = (asked: QuestionOf<'true-false'>) =>
    handlerOf(asked)
      .parts(asked, null)
      .map((part) => part.feedback);
  expect(feedback(question)).toEqual([undefined, 9]);
  expect(feedback(bare)).toEqual([undefined, undefined]);
});

test('for each thing an answer may be told twice, not oftener; nothing may be answered for a thing that is not there', () => {
  const { matching } = questions;
  const parse = (...pairs: unknown[]) => handlerOf(matching).parse(matching, { type: 'matching', pairs });
  const day = ['sun', 'day'];
  expect(parse(day, day, day, day, day, day)).toEqual({ type: 'matching', pairs: [day] });
  expect(parse(['mars', 'day'])).toBeNull();
  expect(parse({ 0: 'sun', 1: 'day' })).toBeNull();
});

test('a number or an answer that is no text is refused', () => {
  for (const type of ['numeric', 'fill-in'] as const)
    for (const text of [7, null, ' ', ['1']])
      expect(handlerOf(questions[type]).parse(questions[type], { type, text })).toBeNull();
});
