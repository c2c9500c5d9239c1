import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangingQuestion, arrangingResponse, openQuestion } from '../../../tests/arbitrary-arranging.ts';
import { courseOf } from '../../../tests/arbitrary-course.ts';
import { runs } from '../../../tests/fewer.ts';
import type { QuizData } from '../course-data.ts';
import { encodeWithin } from '../encode-within.ts';
import { type AnswerState, emptyState, fullCredit, type LearnerState } from '../learner-state.ts';
import type {
  HotspotQuestion,
  LikertQuestion,
  MatchingQuestion,
  OpenQuestion,
  OrderingQuestion,
  QuestionData,
} from '../question-data.ts';
import { courseScore, isScored, quizScore } from '../scoring.ts';
import { decodeState, encodeState } from '../state-codec.ts';
import { worstCaseLength } from '../worst-case.ts';
import { handlerOf } from './index.ts';
import { startOrder } from './ordering.ts';

const base = { id: 'q', points: 1, prompt: 'Which?' };
const named = (...ids: string[]) => ids.map((id) => ({ id, text: id.toUpperCase() }));
const matching: MatchingQuestion = {
  ...base,
  type: 'matching',
  credit: 'per-pair',
  items: [
    { id: 'nginx', text: 'Nginx', answer: 'tls' },
    { id: 'redis', text: 'Redis', answer: 'memory' },
    { id: 'cache', text: 'A cache', answer: 'memory' },
  ],
  answers: named('tls', 'memory', 'pages'),
};
const ordering: OrderingQuestion = {
  ...base,
  type: 'ordering',
  credit: 'per-neighbour',
  items: named('test', 'build', 'push', 'roll'),
};
const hotspot: HotspotQuestion = {
  ...base,
  type: 'hotspot',
  credit: 'per-choice',
  regions: named('left', 'right', 'water').map((region) => ({ ...region, correct: region.id !== 'water' })),
};
const likert: LikertQuestion = {
  ...base,
  points: 0,
  type: 'likert',
  statements: named('pace', 'use'),
  scale: named('no', 'so', 'yes'),
};
const open: OpenQuestion = { ...base, points: 0, type: 'open', limit: 10 };

const grade = (question: QuestionData, input: unknown): number => {
  const handler = handlerOf(question);
  return handler.grade(question, handler.parse(question, input));
};
const asked = fc
  .oneof(arrangingQuestion('q'), openQuestion)
  .chain((question) => fc.tuple(fc.constant(question), arrangingResponse(question)));

test('a valid response is parsed to itself and survives the wire, in at most the bits that were counted for it', () => {
  fc.assert(
    fc.property(asked, ([question, response]) => {
      const handler = handlerOf(question);
      expect(handler.parse(question, structuredClone(response))).toEqual(response);
      const bits = handler.toWire(question, response) ?? '';
      expect(bits).toMatch(/^[01]+$/);
      expect(bits.length).toBeLessThanOrEqual(handler.worstBits(question));
      expect(handler.fromWire(question, bits)).toEqual(response);
    }),
    { numRuns: runs(400) },
  );
});

test('bits of any other length or value are no response, and never a fault', () => {
  fc.assert(
    fc.property(asked, fc.array(fc.boolean(), { maxLength: 80 }), ([question], flags) => {
      const handler = handlerOf(question);
      const bits = flags.map(Number).join('');
      const read = handler.fromWire(question, bits);
      if (read !== null) expect(handler.toWire(question, read)).toBe(bits);
    }),
    { numRuns: runs(400) },
  );
});

test('credit is whole, between none and full, and the same in whatever order the answer is told', () => {
  fc.assert(
    fc.property(asked, ([question, response]) => {
      const credit = grade(question, response);
      expect(Number.isInteger(credit) && credit >= 0 && credit <= fullCredit).toBe(true);
      if ('pairs' in response)
        expect(grade(question, { ...response, pairs: response.pairs.toReversed() })).toBe(credit);
      if ('choices' in response)
        expect(grade(question, { ...response, choices: response.choices.toReversed() })).toBe(credit);
    }),
  );
});

test.each<[QuestionData, unknown]>([
  [matching, { type: 'matching', pairs: [['nginx', 'gone']] }],
  [matching, { type: 'matching', pairs: [['nginx']] }],
  [matching, { type: 'matching', pairs: 'nginx' }],
  [ordering, { type: 'ordering', order: ['test', 'build', 'push'] }],
  [ordering, { type: 'ordering', order: ['test', 'build', 'push', 'push'] }],
  [ordering, { type: 'ordering', order: { length: 4 } }],
  [
    { ...hotspot, regions: hotspot.regions.map((region, index) => ({ ...region, correct: index === 0 })) },
    { type: 'hotspot', choices: ['left', 'right'] },
  ],
  [likert, { type: 'likert', pairs: [['pace', 'maybe']] }],
  [open, { type: 'open', text: 7 }],
])('%o refuses %o', (question, input) => {
  expect(handlerOf(question).parse(question, input)).toBeNull();
});

describe('matching', () => {
  const pairs = (...given: [string, string][]) => ({ type: 'matching', pairs: given });
  test('gives each right pair its share', () => {
    expect(grade(matching, pairs(['nginx', 'tls'], ['redis', 'memory'], ['cache', 'memory']))).toBe(fullCredit);
    expect(grade(matching, pairs(['nginx', 'tls'], ['redis', 'pages'], ['cache', 'memory']))).toBe(1680);
    expect(grade(matching, pairs(['nginx', 'pages'], ['redis', 'tls'], ['cache', 'tls']))).toBe(0);
  });
  test('gives nothing for a part where the author wants all', () => {
    const strict: MatchingQuestion = { ...matching, credit: 'all-or-nothing' };
    expect(grade(strict, pairs(['nginx', 'tls'], ['redis', 'memory'], ['cache', 'pages']))).toBe(0);
    expect(grade(strict, pairs(['nginx', 'tls'], ['redis', 'memory'], ['cache', 'memory']))).toBe(fullCredit);
  });
  test('is never lowered by a right pair', () => {
    fc.assert(
      fc.property(arrangingQuestion('q'), fc.nat(), (question, which) => {
        fc.pre(question.type === 'matching');
        const item = question.items[which % question.items.length];
        const wrong = question.items.map(({ id, answer }) => [
          id,
          question.answers.find((other) => other.id !== answer)?.id ?? answer,
        ]);
        const better = wrong.map(([id, answer]) => [id, id === item?.id ? item?.answer : answer]);
        expect(grade(question, { type: 'matching', pairs: better })).toBeGreaterThanOrEqual(
          grade(question, { type: 'matching', pairs: wrong }),
        );
      }),
    );
  });
  test('may be checked when every item has an answer', () => {
    const handler = handlerOf(matching);
    expect(handler.isComplete(matching, { type: 'matching', pairs: [['nginx', 'tls']] })).toBe(false);
    expect(
      handler.isComplete(matching, {
        type: 'matching',
        pairs: [
          ['cache', 'tls'],
          ['nginx', 'tls'],
          ['redis', 'tls'],
        ],
      }),
    ).toBe(true);
  });
});

describe('ordering', () => {
  const order = (...given: string[]) => ({ type: 'ordering', order: given });
  test('counts neighbours, positions, or all', () => {
    expect(grade(ordering, order('test', 'build', 'push', 'roll'))).toBe(fullCredit);
    expect(grade(ordering, order('build', 'push', 'roll', 'test'))).toBe(1680);
    expect(grade({ ...ordering, credit: 'per-position' }, order('build', 'push', 'roll', 'test'))).toBe(0);
    expect(grade({ ...ordering, credit: 'per-position' }, order('test', 'build', 'roll', 'push'))).toBe(1260);
    expect(grade({ ...ordering, credit: 'all-or-nothing' }, order('test', 'build', 'roll', 'push'))).toBe(0);
  });
  test('never begins in the right order, begins alike for one seed, and with all items', () => {
    fc.assert(
      fc.property(arrangingQuestion('q'), fc.integer({ min: 0, max: 65_535 }), (question, seed) => {
        fc.pre(question.type === 'ordering');
        const right = question.items.map((item) => item.id);
        const start = handlerOf(question).order(question, false, seed);
        expect(start).not.toEqual(right);
        expect(start.toSorted()).toEqual(right.toSorted());
        expect(startOrder(question, seed)).toEqual(start);
      }),
      { numRuns: runs(300) },
    );
  });
  test('begins otherwise in another attempt', () => {
    const starts = new Set(Array.from({ length: 20 }, (_, seed) => startOrder(ordering, seed + 1).join()));
    expect(starts.size).toBeGreaterThan(5);
  });
});

test('hotspot: a wrong region takes back a right one', () => {
  expect(grade(hotspot, { type: 'hotspot', choices: ['left', 'right'] })).toBe(fullCredit);
  expect(grade(hotspot, { type: 'hotspot', choices: ['left'] })).toBe(1260);
  expect(grade(hotspot, { type: 'hotspot', choices: ['left', 'water'] })).toBe(0);
});

test('likert: one interaction for each statement, by what was chosen', () => {
  const body = handlerOf(likert).interaction(likert, {
    type: 'likert',
    pairs: [
      ['pace', 'yes'],
      ['use', 'no'],
    ],
  });
  expect(body).toEqual({
    kind: 'parts',
    parts: [
      { id: 'pace', text: 'PACE', body: { kind: 'likert', scale: likert.scale, chosen: 2 } },
      { id: 'use', text: 'USE', body: { kind: 'likert', scale: likert.scale, chosen: 0 } },
    ],
  });
});

describe('open', () => {
  const handler = handlerOf(open);
  test('may be taken in when it says something and fits', () => {
    expect(handler.isComplete(open, { type: 'open', text: ' \n ' })).toBe(false);
    expect(handler.isComplete(open, { type: 'open', text: 'ten signs.' })).toBe(true);
    expect(handler.isComplete(open, { type: 'open', text: 'eleven signs' })).toBe(false);
  });
  test('keeps a draft beyond its limit, but no book', () => {
    expect(handler.parse(open, { type: 'open', text: 'x'.repeat(500) })).toEqual({
      type: 'open',
      text: 'x'.repeat(500),
    });
    expect(handler.parse(open, { type: 'open', text: 'x'.repeat(9_000) })).toEqual({
      type: 'open',
      text: 'x'.repeat(1010),
    });
  });
});

describe('what has no score', () => {
  const quiz = (questions: readonly QuestionData[], id = 'quiz'): QuizData => ({
    id,
    title: id,
    page: 'page',
    pass: null,
    attempts: 0,
    feedback: 'end',
    weight: 1,
    shuffle: { questions: false, choices: false },
    reveal: 'attempt',
    questions,
  });
  const state = (...best: [string, number][]): LearnerState => ({
    ...emptyState,
    quizzes: new Map(best.map(([id, score]) => [id, { attempts: 1, best: score, passed: true, current: null }])),
  });

  test('moves no score, answered or not', () => {
    const mixed = quiz([
      { ...ordering, id: 'a' },
      { ...likert, id: 'b' },
      { ...open, id: 'c' },
    ]);
    expect(quizScore(mixed, new Map([['a', fullCredit]]))).toBe(10_000);
    expect(
      quizScore(
        mixed,
        new Map([
          ['a', 1260],
          ['b', fullCredit],
          ['c', fullCredit],
        ]),
      ),
    ).toBe(5_000);
  });
  test('makes a survey, which counts nothing in the course', () => {
    const survey = quiz([likert], 'survey');
    const exam = quiz([ordering], 'exam');
    expect([survey, exam].map(isScored)).toEqual([false, true]);
    const course = courseOf('course', ['page'], [survey, exam]);
    expect(courseScore(course, state(['survey', 0]))).toBeNull();
    expect(courseScore(course, state(['survey', 0], ['exam', 8_000]))).toBe(8_000);
  });
});

test('texts of open questions leave the state first, and the rest always fits', () => {
  const questions: QuestionData[] = [
    ordering,
    ...['a', 'b', 'c'].map((id): QuestionData => ({ ...open, id, limit: 255 })),
  ];
  const quiz: QuizData = {
    id: 'z',
    title: 'z',
    page: 'p',
    pass: null,
    attempts: 0,
    feedback: 'end',
    weight: 1,
    shuffle: { questions: false, choices: false },
    reveal: 'attempt',
    questions,
  };
  const course = courseOf('c', ['p'], [quiz]);
  const text = (length: number): AnswerState => ({
    response: { type: 'open', text: 'é'.repeat(length) },
    credit: fullCredit,
  });
  const order: AnswerState = { response: { type: 'ordering', order: ['roll', 'push', 'build', 'test'] }, credit: 0 };
  const state: LearnerState = {
    ...emptyState,
    quizzes: new Map([
      [
        'z',
        {
          attempts: 1,
          best: 0,
          passed: true,
          current: {
            submitted: true,
            seed: 9,
            answers: new Map([
              ['q', order],
              ['a', text(255)],
              ['b', text(100)],
              ['c', text(20)],
            ]),
          },
        },
      ],
    ]),
  };
  const whole = encodeState(state, course).length;
  expect(worstCaseLength(course)).toBeLessThan(200);
  expect(encodeWithin(state, course, whole).dropped).toEqual([]);
  expect(encodeWithin(state, course, whole - 1).dropped).toEqual([{ quiz: 'z', question: 'a' }]);
  const least = encodeWithin(state, course, worstCaseLength(course));
  expect(least.fits).toBe(true);
  expect(least.dropped.map((drop) => drop.question)).toEqual(['a', 'b', 'c']);
  expect(decodeState(least.text, course).state.quizzes.get('z')?.current?.answers.get('q')).toEqual(order);
});
