import fc from 'fast-check';
import type { CourseData, QuizData } from '../src/contract/course-data.ts';
import {
  type AnswerState,
  type AttemptState,
  fullCredit,
  type LearnerState,
  type QuizState,
} from '../src/contract/learner-state.ts';
import type { QuestionData } from '../src/contract/question-data.ts';
import { handlerOf } from '../src/contract/questions/index.ts';
import type { LearnerResponse } from '../src/contract/response.ts';
import { statuses } from '../src/contract/state-codec.ts';

/** Random courses and learner states for the property tests of the contract. */

const id = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,12}$/);
const ids = (minLength: number, maxLength: number) => fc.uniqueArray(id, { minLength, maxLength });
const points = fc.constantFrom(0.1, 0.25, 0.5, 1, 1.5, 2, 3, 10);

const choices = (least: number) =>
  fc
    .tuple(ids(least, 9), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }))
    .map(([names, right]) =>
      names.map((name, index) => ({ id: name, text: `Text of ${name}`, correct: right[index] ?? false })),
    );

export function questionNamed(name: string): fc.Arbitrary<QuestionData> {
  const base = { id: name, prompt: `What about ${name}?` };
  return fc.oneof(
    fc.record({ points, choices: choices(1) }).map((own) => ({ ...base, type: 'single' as const, ...own })),
    fc
      .record({
        points,
        choices: choices(1),
        credit: fc.constantFrom('all-or-nothing' as const, 'per-choice' as const),
      })
      .map((own) => ({ ...base, type: 'multiple' as const, ...own })),
    fc.record({ points, answer: fc.boolean() }).map((own) => ({ ...base, type: 'true-false' as const, ...own })),
  );
}

export function quizNamed(name: string, page: string): fc.Arbitrary<QuizData> {
  return fc.record({
    id: fc.constant(name),
    title: fc.constant(name),
    page: fc.constant(page),
    pass: fc.option(fc.constantFrom(50, 66.67, 75, 100)),
    attempts: fc.constantFrom(0, 1, 3, 100),
    feedback: fc.constantFrom('immediate', 'end', 'never'),
    weight: fc.constantFrom(0, 0.5, 1, 2),
    shuffle: fc.record({ questions: fc.boolean(), choices: fc.boolean() }),
    reveal: fc.constantFrom('attempt', 'done', 'never'),
    questions: ids(0, 8).chain((names) => fc.tuple(...names.map(questionNamed))),
  });
}

export const course: fc.Arbitrary<CourseData> = fc
  .tuple(id, ids(1, 10), ids(0, 8))
  .chain(([courseId, pages, quizzes]) =>
    fc.tuple(...quizzes.map((name) => quizNamed(name, pages[0] ?? ''))).map((made) => courseOf(courseId, pages, made)),
  );

/** A course with these pages (all lessons) and quizzes. */
export function courseOf(courseId: string, pages: readonly string[], quizzes: readonly QuizData[]): CourseData {
  return {
    format: 1,
    id: courseId,
    title: 'A course',
    version: '1.0.0',
    language: 'en',
    direction: 'ltr',
    build: 'abcdefghijkl',
    sections: [{ title: '', pages }],
    pages: pages.map((page) => ({ id: page, kind: 'lesson', title: page, href: `${page}.html`, quizzes: [] })),
    quizzes,
    rules: { report: 'passed-incomplete', pass: 75, mustPass: [], completion: 'both' },
    stateLimit: 4096,
    strings: {},
  };
}

export function responseTo(question: QuestionData): fc.Arbitrary<LearnerResponse> {
  if (question.type === 'true-false') return fc.boolean().map((value) => ({ type: 'true-false', value }));
  const names = question.choices.map((choice) => choice.id).sort();
  if (question.type === 'single') return fc.constantFrom(...names).map((choice) => ({ type: 'single', choice }));
  return fc.subarray(names).map((chosen) => ({ type: 'multiple', choices: chosen }));
}

const score = fc.option(fc.integer({ min: 0, max: 10_000 }));

function answerTo(question: QuestionData): fc.Arbitrary<AnswerState> {
  const credits: fc.Arbitrary<number | null>[] = [fc.constantFrom(null, 0, fullCredit)];
  if (handlerOf(question).givesPartial(question)) credits.push(fc.integer({ min: 1, max: fullCredit - 1 }));
  return fc.record({ response: fc.option(responseTo(question)), credit: fc.oneof(...credits) });
}

function attemptAt(quiz: QuizData): fc.Arbitrary<AttemptState> {
  return fc.record({
    submitted: fc.boolean(),
    seed: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 65_535 })),
    answers: fc
      .tuple(...quiz.questions.map((question) => fc.option(answerTo(question), { freq: 4 })))
      .map((answers) => {
        const given = new Map<string, AnswerState>();
        for (const [index, question] of quiz.questions.entries()) {
          const answer = answers[index];
          if (answer) given.set(question.id, answer);
        }
        return given;
      }),
  });
}

export function stateOfQuiz(quiz: QuizData): fc.Arbitrary<QuizState> {
  return fc.record({
    attempts: fc.integer({ min: 0, max: 63 }),
    best: score,
    passed: fc.boolean(),
    current: fc.option(attemptAt(quiz)),
  });
}

export function stateOf(given: CourseData): fc.Arbitrary<LearnerState> {
  const pages = given.pages.map((page) => page.id);
  return fc.record({
    sequence: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 ** 31 })),
    registration: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
    place: fc.option(
      fc.record({
        page: fc.constantFrom(...pages),
        fraction: fc.integer({ min: 0, max: 255 }).map((step) => step / 255),
      }),
    ),
    seen: fc.subarray(pages).map((seen) => new Set(seen)),
    quizzes: fc.tuple(...given.quizzes.map((quiz) => fc.option(stateOfQuiz(quiz), { freq: 4 }))).map((states) => {
      const touched = new Map<string, QuizState>();
      for (const [index, quiz] of given.quizzes.entries()) {
        const state = states[index];
        if (state) touched.set(quiz.id, state);
      }
      return touched;
    }),
    reported: fc.record({ status: fc.constantFrom(...statuses), score }),
  });
}

export const courseAndState = course.chain((given) => fc.tuple(fc.constant(given), stateOf(given)));

/** Numbers 0 ≤ n < 1 that are the same in every run (mulberry32), for tests of size. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Quizzes of single-choice questions with four options, of the given sizes, one page each, all ids random. */
export function largeCourse(sizes: readonly number[], random: () => number): CourseData {
  const name = (): string =>
    Math.floor(random() * 36 ** 8)
      .toString(36)
      .padStart(8, '0');
  const pages = sizes.map(name);
  const quizzes = sizes.map(
    (size, index): QuizData => ({
      id: name(),
      title: '',
      page: pages[index] ?? '',
      pass: 75,
      attempts: 3,
      feedback: 'end',
      weight: 1,
      shuffle: { questions: true, choices: true },
      reveal: 'attempt',
      questions: Array.from({ length: size }, () => ({
        id: name(),
        type: 'single',
        points: 1,
        prompt: '',
        choices: Array.from({ length: 4 }, (_, choice) => ({ id: name(), text: '', correct: choice === 0 })),
      })),
    }),
  );
  return courseOf(name(), pages, quizzes);
}

/** Everything read, answered and submitted, all values random. */
export function fullState(given: CourseData, random: () => number): LearnerState {
  const below = (count: number): number => Math.floor(random() * count);
  const quizzes = new Map<string, QuizState>();
  for (const quiz of given.quizzes) {
    const answers = new Map<string, AnswerState>();
    for (const question of quiz.questions) {
      if (question.type !== 'single') continue;
      const choice = question.choices[below(question.choices.length)]?.id ?? '';
      answers.set(question.id, { response: { type: 'single', choice }, credit: below(2) * fullCredit });
    }
    const current = { submitted: true, seed: 1 + below(65_535), answers };
    quizzes.set(quiz.id, { attempts: 1 + below(3), best: below(10_001), passed: below(2) === 1, current });
  }
  return {
    sequence: below(2 ** 31),
    registration: below(2 ** 24),
    place: { page: given.pages[0]?.id ?? '', fraction: below(256) / 255 },
    seen: new Set(given.pages.map((page) => page.id)),
    quizzes,
    reported: { status: 'passed', score: below(10_001) },
  };
}
