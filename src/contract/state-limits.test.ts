import { expect, test } from 'vitest';
import { courseOf } from '../../tests/arbitrary-course.ts';
import { checksum } from './checksum.ts';
import type { CourseData, QuizData } from './course-data.ts';
import {
  type AnswerState,
  type AttemptState,
  emptyState,
  fullCredit,
  type LearnerState,
  type QuizState,
} from './learner-state.ts';
import type { QuestionData } from './question-data.ts';
import { digits } from './range-coder.ts';
import { decodeState, encodeState, objectiveKey } from './state-codec.ts';
import { keyOf } from './state-keys.ts';

/** What a state may hold at most, what of it a course has a place for, and which texts are none. */

const yesOrNo = (id: string): QuestionData => ({ id, type: 'true-false', points: 1, prompt: '', answer: true });
const blanks: QuestionData = {
  id: 'gaps',
  type: 'blanks',
  points: 1,
  prompt: '',
  blanks: ['a', 'b'].map((text) => ({ kind: 'text', accepted: [text], limit: 4 })),
  credit: 'per-blank',
  case: false,
};

const filmed = (pages: CourseData['pages']): CourseData['pages'] =>
  pages.map((page) => (page.id === 'page' ? { ...page, films: ['media/steam.mp4'] } : page));

/** A quiz without any rule. */
const plainQuiz: QuizData = {
  id: 'quiz',
  title: '',
  page: 'page',
  pass: null,
  attempts: 0,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'attempt',
  questions: [yesOrNo('q'), blanks],
};
const plain = courseOf('course', ['page', 'other'], [plainQuiz]);

/** The same with all of them. */
const ruledQuiz: QuizData = {
  ...plainQuiz,
  counts: 'average',
  cooldown: 60,
  confidence: true,
  time: { minutes: 30, adjustable: true },
  questions: [{ ...yesOrNo('q'), hint: 1 }, blanks],
};
const ruled: CourseData = {
  ...plain,
  quizzes: [ruledQuiz],
  dated: true,
  objectives: [{ id: 'tides', title: 'Tides', pass: null, quizzes: [{ quiz: 'quiz', questions: ['q'] }] }],
};

const attempt: AttemptState = { submitted: true, seed: 0, answers: new Map() };
const withQuiz = (entry: Partial<QuizState>, state: LearnerState = emptyState): LearnerState => ({
  ...state,
  quizzes: new Map([['quiz', { attempts: 1, best: 5000, passed: false, current: null, ...entry }]]),
});
const withAnswer = (answer: Partial<AnswerState>, question = 'q') =>
  withQuiz({ current: { ...attempt, answers: new Map([[question, { response: null, credit: null, ...answer }]]) } });

const again = (state: LearnerState, course = ruled, next = course) =>
  decodeState(encodeState(state, course), next).state;
const quizAgain = (entry: Partial<QuizState>) => again(withQuiz(entry)).quizzes.get('quiz');
const answerAgain = (answer: Partial<AnswerState>, question = 'q', course = ruled, next = course) =>
  again(withAnswer(answer, question), course, next).quizzes.get('quiz')?.current?.answers.get(question);

test('a value beyond its bounds is brought to them, and what is no number counts as 0', () => {
  const place = (fraction: number) => again({ ...emptyState, place: { page: 'page', fraction } }).place?.fraction;
  expect([place(7), place(-1), place(Number.NaN), place(0.5)]).toEqual([1, 0, 0, 128 / 255]);
  const sequence = (value: number) => again({ ...emptyState, sequence: value }).sequence;
  expect([2 ** 32 - 1, 2 ** 40, 1.5, Number.NaN].map(sequence)).toEqual([2 ** 32 - 1, 2 ** 32 - 1, 2, 0]);
  const registration = (value: number) => again({ ...emptyState, registration: value }).registration;
  expect([2 ** 24 - 1, 2 ** 24, -3].map(registration)).toEqual([2 ** 24 - 1, 2 ** 24 - 1, 0]);
  const score = (value: number | null) =>
    again({ ...emptyState, reported: { status: 'failed', score: value } }).reported.score;
  expect([null, 0, 10_000, 10_001, -5].map(score)).toEqual([null, 0, 10_000, 10_000, 0]);
  const day = (earnedOn: number) => again({ ...emptyState, earnedOn }).earnedOn;
  expect([0, 65_535, 65_536, -1].map(day)).toEqual([0, 65_535, 65_535, 0]);
});

test('so are those of a quiz', () => {
  const seed = (value: number) => quizAgain({ current: { ...attempt, seed: value } })?.current?.seed;
  expect([0, 1, 65_535, 65_536, -1].map(seed)).toEqual([0, 1, 65_535, 65_535, 0]);
  const wait = (submittedAt: number) => quizAgain({ submittedAt })?.submittedAt;
  expect([0, 2 ** 26 - 1, 2 ** 26].map(wait)).toEqual([0, 2 ** 26 - 1, 2 ** 26 - 1]);
  const tally = (value: number) => quizAgain({ tally: { counts: 'average', value } })?.tally?.value;
  expect([0, 630_000, 630_001].map(tally)).toEqual([0, 630_000, 630_000]);
  const started = (value: number) =>
    quizAgain({ current: { ...attempt, clock: { started: value, limit: 'on' } } })?.current?.clock?.started;
  expect([0, 2 ** 32 - 1, 2 ** 32].map(started)).toEqual([0, 2 ** 32 - 1, 2 ** 32 - 1]);
  const share = (sum: number, of: number) => quizAgain({ objectives: new Map([['tides', { sum, of }]]) })?.objectives;
  expect(share(10_001, 1)).toEqual(new Map([['tides', { sum: 10_000, of: 1 }]]));
  expect(share(900_000, 64)).toEqual(new Map([['tides', { sum: 630_000, of: 63 }]]));
});

test('part credit is between none and all, and only where a question gives some', () => {
  const credit = (value: number | null, question = 'gaps') => answerAgain({ credit: value }, question)?.credit;
  expect([null, 0, 1, 1260, 2519, 2520].map((value) => credit(value))).toEqual([null, 0, 1, 1260, 2519, fullCredit]);
  expect([0.2, 2519.9, 9000].map((value) => credit(value))).toEqual([1, 2519, 2519]);
  expect([null, 0, 1260, 2520].map((value) => credit(value, 'q'))).toEqual([null, 0, null, fullCredit]);
});

test.each<[string, LearnerState, LearnerState]>([
  ['a place on a page that is gone', { ...emptyState, place: { page: 'gone', fraction: 0 } }, emptyState],
  [
    'a page that is gone',
    { ...emptyState, seen: new Set(['gone', 'page']) },
    { ...emptyState, seen: new Set(['page']) },
  ],
  ['the day of the good end', { ...emptyState, earnedOn: 20_000 }, emptyState],
  [
    'a quiz that is gone',
    { ...emptyState, quizzes: new Map([['gone', { attempts: 1, best: 1, passed: true, current: null }]]) },
    emptyState,
  ],
  ['what counts of it', withQuiz({ tally: { counts: 'last', value: 7 } }), withQuiz({})],
  ['when it was submitted', withQuiz({ submittedAt: 7 }), withQuiz({})],
  ['what was reached by objective', withQuiz({ objectives: new Map([['tides', { sum: 1, of: 1 }]]) }), withQuiz({})],
  [
    'its clock',
    withQuiz({ current: { ...attempt, clock: { started: 7, limit: 'off' } } }),
    withQuiz({ current: attempt }),
  ],
  ['a question that is gone', withAnswer({}, 'gone'), withQuiz({ current: attempt })],
  ['a hint seen', withAnswer({ hinted: true }), withAnswer({})],
  ['how sure the learner was', withAnswer({ confidence: 2 }), withAnswer({})],
])('for %s a course without it has no place', (_what, state, without) => {
  expect(encodeState(state, plain)).toBe(encodeState(without, plain));
});

test('what a course no longer asks for is not read either', () => {
  const bare: CourseData = { ...ruled, quizzes: [plainQuiz], objectives: [] };
  const { dated: _dated, ...undated } = bare;
  const state = { ...withAnswer({ hinted: true, confidence: 3, credit: 0 }), earnedOn: 20_000 };
  expect(again(state).earnedOn).toBe(20_000);
  expect(again(state, ruled, undated)).not.toHaveProperty('earnedOn');
  const answer = (next: CourseData) => answerAgain({ hinted: true, confidence: 3, credit: 0 }, 'q', ruled, next);
  expect(answer(ruled)).toEqual({ response: null, credit: 0, hinted: true, confidence: 3 });
  expect(answer(bare)).toStrictEqual({ response: null, credit: 0 });
  const objectives = new Map([['tides', { sum: 1, of: 1 }]]);
  expect(again(withQuiz({ objectives }), ruled, bare).quizzes.get('quiz')).not.toHaveProperty('objectives');
});

test('what was not kept is not there, rather than empty', () => {
  expect(again(withQuiz({ current: attempt }))).toStrictEqual(withQuiz({ current: attempt }));
  expect(again(withAnswer({}))).toStrictEqual(withAnswer({}));
});

test.each(['first', 'last', 'average'] as const)('that the %s counts is kept', (counts) => {
  expect(quizAgain({ tally: { counts, value: 7 } })?.tally).toEqual({ counts, value: 7 });
});

test.each(['on', 'extended', 'off'] as const)('that a time limit is %s is kept', (limit) => {
  expect(quizAgain({ current: { ...attempt, clock: { started: 7, limit } } })?.current?.clock?.limit).toBe(limit);
});

test('an objective is kept under the number it always had', () => {
  expect(objectiveKey('tides')).toBe(12_794_978);
});

test('format 3 is written where films are to be watched, whatever else the course asks for', () => {
  const format = (more: Partial<CourseData>) =>
    encodeState(emptyState, { ...plain, ...more, pages: filmed(more.pages ?? plain.pages) }).charAt(0);
  expect(format({})).toBe('3');
  expect(format({ dated: true, objectives: [] })).toBe('3');
});

test('format 2 is written where the course asks for something that format 1 has no place for', () => {
  const format = (more: Partial<CourseData>) => encodeState(emptyState, { ...plain, ...more }).charAt(0);
  expect(format({})).toBe('1');
  expect(format({ dated: true })).toBe('2');
  expect(format({ objectives: [] })).toBe('2');
  expect(format({ quizzes: [plainQuiz, { ...plainQuiz, id: 'sure', confidence: true }] })).toBe('2');
  expect(format({ quizzes: [{ ...plainQuiz, counts: 'last', cooldown: 60 }] })).toBe('1');
});

function sealed(format: string, body: string): string {
  const sum = checksum(format + body);
  return format + [18, 12, 6, 0].map((shift) => digits[(sum >> shift) & 63]).join('') + body;
}

test('whatever a later version writes is newer, as long as it keeps to alphabet and length', () => {
  const problem = (text: string) => decodeState(text, plain).problem;
  expect(problem(sealed('4', ''))).toBe('newer');
  expect(problem(sealed('z', 'A-Za-z0-9_'))).toBe('newer');
  expect(problem(sealed('4', 'x'.repeat(63_995)))).toBe('newer');
  expect(problem(sealed('4', 'x'.repeat(63_996)))).toBe('corrupt');
  expect(problem(sealed('4', '').slice(0, 4))).toBe('corrupt');
  for (const [format, body] of [
    ['~', 'body'],
    ['4', 'bo~dy'],
    ['4', 'body~'],
    ['4', 'body\n'],
    ['é', ''],
  ] as const)
    expect(problem(sealed(format, body)), format + body).toBe('corrupt');
});

test('half a body with a good checksum is corrupt', () => {
  const body = encodeState(withAnswer({}), plain).slice(5);
  expect(body.length).toBeGreaterThan(12);
  expect(decodeState(sealed('1', body.slice(0, 9)), plain)).toEqual({ state: emptyState, problem: 'corrupt' });
});

test('pages and quizzes whose keys would be the same are told apart', () => {
  // With two of them keys have 14 and 16 bits, if no other width or salt is needed.
  const twinOf = (id: string, bits: number): string => {
    const scheme = { bits, salt: 0 };
    let number = 0;
    while (keyOf(`${id}-${number}`, scheme) !== keyOf(id, scheme)) number += 1;
    return `${id}-${number}`;
  };
  const page = twinOf('page', 14);
  const quiz = twinOf('quiz', 16);
  const given = courseOf('course', ['page', page], [plainQuiz, { ...plainQuiz, id: quiz }]);
  const place = { page: 'page', fraction: 1 };
  const state = { ...withQuiz({}), place, seen: new Set([page]) };
  expect(decodeState(encodeState(state, given), given)).toEqual({ state, problem: null });
});
