import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  course,
  courseAndState,
  courseOf,
  fullState,
  largeCourse,
  questionNamed,
  quizNamed,
  randomFrom,
} from '../../tests/arbitrary-course.ts';
import { runs } from '../../tests/fewer.ts';
import { processorSeconds } from '../../tests/processor-seconds.ts';
import { checksum } from './checksum.ts';
import type { CourseData } from './course-data.ts';
import { keyWidths } from './key-widths.ts';
import { emptyState, fullCredit, type LearnerState } from './learner-state.ts';
import type { QuestionData } from './question-data.ts';
import { digits } from './range-coder.ts';
import { decodeState, encodeState } from './state-codec.ts';
import { indexBits, keyOf, keyScheme } from './state-keys.ts';
import { stateCost, worstCaseLength } from './worst-case.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.~-';
const sized = (count: number, size: number): number[] => Array.from({ length: count }, () => size);

function sealed(format: string, body: string): string {
  const sum = checksum(format + body);
  return format + [18, 12, 6, 0].map((shift) => digits[(sum >> shift) & 63]).join('') + body;
}

function example(): { given: CourseData; state: LearnerState; text: string } {
  const random = randomFrom(7);
  const given = largeCourse([3, 5], random);
  const full = fullState(given, random);
  const quizzes = new Map(full.quizzes);
  const [id, entry] = [...quizzes].at(-1) ?? [];
  if (id && entry?.current) quizzes.set(id, { ...entry, current: { ...entry.current, submitted: false } });
  const state = { ...full, quizzes };
  return { given, state, text: encodeState(state, given) };
}

test('any state is restored exactly, in the agreed alphabet and within the bound', () => {
  fc.assert(
    fc.property(courseAndState, ([given, state]) => {
      const text = encodeState(state, given);
      expect(text).toMatch(/^[A-Za-z0-9_.~-]+$/);
      expect(decodeState(text, given)).toEqual({ state, problem: null });
      expect(text.length).toBeLessThanOrEqual(worstCaseLength(given));
    }),
    { numRuns: runs(500) },
  );
});

test('the empty state is restored', () => {
  const { given } = example();
  expect(decodeState(encodeState(emptyState, given), given)).toEqual({ state: emptyState, problem: null });
});

test.each([
  ['200 lessons with 4 questions each', sized(200, 4), 4000],
  ['one quiz of 800 questions', [800], 4000],
  ['10 quizzes of 4 to 20 questions, 62 in all', [4, 20, 4, 4, 5, 5, 5, 5, 5, 5], 400],
])(
  '%s, all answered and submitted, fits and is restored',
  (_name, sizes, limit) => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const random = randomFrom(seed);
      const given = largeCourse(sizes, random);
      const state = fullState(given, random);
      const text = encodeState(state, given);
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(decodeState(text, given)).toEqual({ state, problem: null });
      expect(text.length).toBeLessThanOrEqual(worstCaseLength(given));
      expect(worstCaseLength(given)).toBeLessThanOrEqual(4096);
    }
  },
  30_000,
);

test('the bound holds for states made to be expensive, and names what each quiz costs', () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const random = randomFrom(seed);
    const given = largeCourse(sized(120, 5), random);
    const full = fullState(given, random);
    const quizzes = new Map(
      [...full.quizzes].map(([id, quiz]) => {
        const answers = new Map(
          [...(quiz.current?.answers ?? [])].map(([name, answer]) => {
            const credit = [null, 0, fullCredit][Math.floor(random() * 3)] ?? null;
            return [name, { response: random() < 0.2 ? null : answer.response, credit }] as const;
          }),
        );
        const current = { submitted: random() < 0.5, seed: quiz.current?.seed ?? 0, answers };
        return [id, { ...quiz, attempts: Math.floor(random() * 64), current }] as const;
      }),
    );
    const length = encodeState({ ...full, quizzes }, given).length;
    const bound = worstCaseLength(given);
    expect(length).toBeLessThanOrEqual(bound);
    // A bound far above what can happen would refuse courses that fit.
    expect(length).toBeGreaterThan(0.94 * bound);
    const parts = [...stateCost(given).quizzes.values()].reduce((sum, cost) => sum + cost, 0);
    expect(parts).toBeGreaterThan(0.8 * bound);
  }
});

test('any one changed character is noticed', () => {
  const { given, text } = example();
  for (let index = 0; index < text.length; index += 1)
    for (const character of `${alphabet} é`) {
      if (character === text[index]) continue;
      const changed = text.slice(0, index) + character + text.slice(index + 1);
      expect(decodeState(changed, given), changed).toEqual({ state: emptyState, problem: 'corrupt' });
    }
});

test('truncation, junk behind and doubled text are noticed', () => {
  const { given, text } = example();
  const broken = Array.from({ length: text.length - 1 }, (_, index) => text.slice(0, index + 1));
  for (let zeros = 1; zeros < 9; zeros += 1) broken.push(text + 'A'.repeat(zeros), text + text.slice(1, 1 + zeros));
  for (const other of [...broken, text + text, `${text}\n`, ` ${text}`])
    expect(decodeState(other, given).problem, other).toBe('corrupt');
});

test('any text decodes without throwing', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 300 }),
    fc
      .tuple(fc.constantFrom('1', '2', '3'), fc.string({ unit: fc.constantFrom(...digits), maxLength: 300 }))
      .map(([format, body]) => sealed(format, body)),
  );
  fc.assert(
    fc.property(course, hostile, (given, text) => {
      expect([null, 'empty', 'corrupt', 'newer', 'foreign']).toContain(decodeState(text, given).problem);
    }),
    { numRuns: runs(1000) },
  );
});

test('a hostile body with a good checksum ends soon', () => {
  const { given, text } = example();
  for (const digit of digits)
    for (const head of ['', text.slice(5, 9), text.slice(5, 16)]) {
      const started = processorSeconds();
      for (const format of ['1', '3']) decodeState(sealed(format, head + digit.repeat(63_000)), given);
      expect(processorSeconds(started)).toBeLessThan(2);
    }
}, 60_000);

test('says why there is no state', () => {
  const { given, text } = example();
  const problem = (other: string): string | null => decodeState(other, given).problem;
  expect(problem('')).toBe('empty');
  expect(problem(' \n')).toBe('empty');
  expect(problem('A'.repeat(64_001))).toBe('corrupt');
  expect(problem(sealed('4', 'whatever-comes-later'))).toBe('newer');
  expect(problem(sealed('1', ''))).not.toBe('newer');
  expect(decodeState(text, { ...given, id: 'another-course' })).toEqual({ state: emptyState, problem: 'foreign' });
});

test('values beyond what the format holds are brought into range, not wrapped', () => {
  const { given } = example();
  const quiz = given.quizzes[0]?.id ?? '';
  const current = { submitted: false, seed: 70_000, answers: new Map() };
  const quizzes = new Map([[quiz, { attempts: 1000, best: 12_000, passed: true, current }]]);
  const { state } = decodeState(encodeState({ ...emptyState, sequence: -1, quizzes }, given), given);
  expect(state.sequence).toBe(0);
  expect(state.quizzes.get(quiz)).toEqual({
    attempts: 63,
    best: 10_000,
    passed: true,
    current: { submitted: false, seed: 65_535, answers: new Map() },
  });
});

test('a text of format 1 reads the same for good', () => {
  const { given, state, text } = example();
  // Never change this text: learners have such ones in their LMS.
  expect(decodeState(publishedText, given)).toEqual({ state, problem: null });
  expect(text).toBe(publishedText);
});
const publishedText = '1bJfJO133ZaosUbycFYabCpuss2IsTeoh_HK5IOam_V1hDDulJsCMI01hNFniMIClgbV9_2Q7xwarQ7VvtvMMC';

test('a published new version keeps every result and every answer to a question left as it was', () => {
  const republished = courseAndState.chain(([given, state]) =>
    fc
      .record({
        newQuizzes: fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 3 }),
        newQuestion: questionNamed('brand-new-question'),
        quiz: quizNamed('brand-new-quiz', 'x'),
        pages: fc.shuffledSubarray(given.pages.map((page) => page.id)),
        quizzes: fc.shuffledSubarray([...given.quizzes]),
        moves: fc.infiniteStream(fc.constantFrom('keep', 'reverse', 'rename', 'drop', 'add', 'flip')),
      })
      .map(({ newQuestion, quiz, pages, quizzes, moves, newQuizzes }) => {
        const touched = new Set<QuestionData>();
        const edited = quizzes.map((old) => ({
          ...old,
          questions: old.questions.flatMap((question): QuestionData[] => {
            const move = moves.next().value;
            if (move === 'drop') return [];
            if (move === 'add') return [newQuestionFor(question, newQuestion), question];
            if (question.type === 'true-false')
              return [move === 'flip' ? { ...question, answer: !question.answer } : question];
            if (!('choices' in question)) return [question];
            if (move === 'reverse') return [{ ...question, choices: question.choices.toReversed() }];
            if (move !== 'rename') return [question];
            const changed = { ...question, choices: [...question.choices, { id: 'added', text: '', correct: false }] };
            touched.add(changed);
            return [changed];
          }),
        }));
        const more = newQuizzes.map((number) => ({ ...quiz, id: `new-quiz-${number}` }));
        return { given, state, touched, next: courseOf(given.id, ['new-page', ...pages], [...more, ...edited]) };
      }),
  );
  const newQuestionFor = (question: QuestionData, fresh: QuestionData): QuestionData => ({
    ...fresh,
    id: `new-${question.id}`,
  });
  fc.assert(
    fc.property(republished, ({ given, state, touched, next }) => {
      const decoded = decodeState(encodeState(state, given), next);
      expect(decoded.problem).toBeNull();
      expect(decoded.state.reported).toEqual(state.reported);
      for (const { id } of next.pages) if (state.seen.has(id)) expect(decoded.state.seen).toContain(id);
      for (const quiz of next.quizzes) {
        const before = state.quizzes.get(quiz.id);
        if (!before) continue;
        const after = decoded.state.quizzes.get(quiz.id);
        expect(after).toMatchObject({ attempts: before.attempts, best: before.best, passed: before.passed });
        for (const question of quiz.questions) {
          const answer = before.current?.answers.get(question.id);
          if (answer && !touched.has(question))
            expect(after?.current?.answers.get(question.id), question.id).toEqual(answer);
        }
      }
    }),
    { numRuns: runs(500) },
  );
});

test('a question whose options changed loses its response, and its credit if still open', () => {
  const { given, state } = example();
  const [first, ...rest] = given.quizzes;
  const [question, ...others] = first?.questions ?? [];
  if (first === undefined || question?.type !== 'single') throw new Error('the example begins with a single choice');
  const choices = [...question.choices, { id: 'one-more', text: '', correct: false }];
  const next = { ...given, quizzes: [{ ...first, questions: [{ ...question, choices }, ...others] }, ...rest] };
  const credit = state.quizzes.get(first.id)?.current?.answers.get(question.id)?.credit;
  expect(credit).not.toBeNull();
  for (const submitted of [true, false]) {
    const quizzes = new Map(state.quizzes);
    const quiz = quizzes.get(first.id);
    if (!quiz?.current) throw new Error('the example is fully answered');
    quizzes.set(first.id, { ...quiz, current: { ...quiz.current, submitted } });
    const after = decodeState(encodeState({ ...state, quizzes }, given), next).state.quizzes.get(first.id);
    expect(after?.current?.answers.get(question.id)).toEqual({ response: null, credit: submitted ? credit : null });
  }
});

test('a new question that gets the key of an old one does not get its answer', () => {
  const { given, state, text } = example();
  const [quiz, ...rest] = given.quizzes;
  if (!quiz) throw new Error('the example has quizzes');
  const names = quiz.questions.map((question) => question.id);
  const scheme = keyScheme(names, keyWidths(given).question + indexBits(names.length));
  const taken = keyOf(names[0] ?? '', scheme);
  let fresh = 0;
  while (keyOf(`new-${fresh}`, scheme) !== taken) fresh += 1;
  const added: QuestionData = { id: `new-${fresh}`, type: 'true-false', points: 1, prompt: '', answer: true };
  const next = { ...given, quizzes: [{ ...quiz, questions: [added, ...quiz.questions] }, ...rest] };
  expect(decodeState(text, next)).toEqual({ state, problem: null });
});

test('a response the question does not know is not written', () => {
  const { given, state } = example();
  const [quiz] = given.quizzes;
  const [question] = quiz?.questions ?? [];
  const entry = state.quizzes.get(quiz?.id ?? '');
  if (!quiz || !question || !entry?.current) throw new Error('the example is fully answered');
  const answers = new Map(entry.current.answers);
  answers.set(question.id, { response: { type: 'single', choice: 'nobody' }, credit: 1 });
  const quizzes = new Map([[quiz.id, { ...entry, current: { ...entry.current, answers } }]]);
  const after = decodeState(encodeState({ ...state, quizzes }, given), given).state.quizzes.get(quiz.id);
  expect(after?.current?.answers.get(question.id)).toEqual({ response: null, credit: null });
});
