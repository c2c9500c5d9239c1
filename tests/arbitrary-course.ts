import fc from 'fast-check';
import { mostAttempts } from '../src/contract/count-attempts.ts';
import type { CourseData, ObjectiveShare, QuizData } from '../src/contract/course-data.ts';
import { givesPartialCredit } from '../src/contract/credit-for.ts';
import { askedQuestions } from '../src/contract/draw-questions.ts';
import { openFilms, wholeFilm } from '../src/contract/films.ts';
import {
  type AnswerState,
  type AttemptState,
  fullCredit,
  type LearnerState,
  type QuizState,
} from '../src/contract/learner-state.ts';
import { splitObjectives } from '../src/contract/objective-questions.ts';
import type { BlankData, QuestionData } from '../src/contract/question-data.ts';
import type { LearnerResponse } from '../src/contract/response.ts';
import { statuses } from '../src/contract/state-codec.ts';
import { typedText } from '../src/contract/typed-text.ts';
import { anyCharacter } from './any-character.ts';
import { arrangingQuestion, arrangingResponse } from './arbitrary-arranging.ts';

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

const limit = fc.integer({ min: 4, max: 60 });
const typedKey = fc.stringMatching(/^[a-zA-Z]{1,8}$/).map((text) => ({ text }));
const blank: fc.Arbitrary<BlankData> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    accepted: fc.array(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 3 }),
    limit,
  }),
  ids(2, 6).map((texts) => ({
    kind: 'menu' as const,
    options: texts.map((text, index) => ({ text, correct: index === 0 })),
  })),
);

/** Canonical typed text of at most so many bytes. */
const typed = (most: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: anyCharacter, minLength: 1, maxLength: most })
    .map((text) => typedText(text, most))
    .filter((text) => text !== null);

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
    fc
      .record({ points, accepted: fc.array(typedKey, { minLength: 1, maxLength: 3 }), case: fc.boolean(), limit })
      .map((own) => ({ ...base, type: 'fill-in' as const, wrong: [], ...own })),
    fc
      .record({ points, exact: fc.integer({ min: -999, max: 999 }), unit: fc.constantFrom('', 'V', 'km/h') })
      .map(({ exact, ...own }) => {
        const accepted = [{ least: String(exact), most: String(exact + 1), exact: String(exact) }];
        return {
          ...base,
          type: 'numeric' as const,
          accepted,
          wrong: [],
          decimal: '.' as const,
          shown: `${exact}`,
          ...own,
        };
      }),
    fc
      .record({
        points,
        blanks: fc.array(blank, { minLength: 1, maxLength: 5 }),
        credit: fc.constantFrom('all-or-nothing' as const, 'per-blank' as const),
        case: fc.boolean(),
      })
      .map((own) => ({ ...base, type: 'blanks' as const, ...own })),
    arrangingQuestion(name),
  );
}

export function quizNamed(name: string, page: string): fc.Arbitrary<QuizData> {
  const plain = fc.record({
    id: fc.constant(name),
    title: fc.constant(name),
    page: fc.constant(page),
    pass: fc.option(fc.constantFrom(50, 66.67, 75, 100)),
    attempts: fc.constantFrom(0, 1, 3, 100),
    feedback: fc.constantFrom('immediate', 'end', 'verdict', 'never'),
    weight: fc.constantFrom(0, 0.5, 1, 2),
    shuffle: fc.record({ questions: fc.boolean(), choices: fc.boolean() }),
    reveal: fc.constantFrom('attempt', 'done', 'never'),
    questions: ids(0, 8).chain((names) => fc.tuple(...names.map((each) => withHint(questionNamed(each))))),
  });
  return fc.oneof(
    plain,
    fc
      .tuple(plain, quizRules, draws)
      .map(([quiz, rules, counts]) => ({ ...quiz, ...rules, ...drawFrom(quiz, counts) })),
  );
}

const withHint = (question: fc.Arbitrary<QuestionData>): fc.Arbitrary<QuestionData> =>
  fc.tuple(question, fc.boolean()).map(([made, hint]) => (hint ? { ...made, hint: 3 } : made));

/** The rules that a quiz may have beside those that every quiz has. */
const quizRules = fc.record(
  {
    counts: fc.constantFrom('first' as const, 'last' as const, 'average' as const),
    cooldown: fc.constantFrom(1, 60, 1440),
    confidence: fc.constant(true as const),
    penalty: fc.constantFrom(0.25, 1 / 3, 1),
    hintCost: fc.constantFrom(10, 25, 33.3, 100),
    time: fc.record({ minutes: fc.constantFrom(1, 30), adjustable: fc.boolean() }),
  },
  { requiredKeys: [] },
);

const draws = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 2 });

/** No draw, one from all questions, or one from each half of them. */
function drawFrom({ questions }: QuizData, counts: readonly number[]): Pick<QuizData, 'draw'> {
  const [first, second] = counts;
  if (first === undefined) return {};
  if (second === undefined) return { draw: [{ count: first }] };
  const half = (part: number): string[] => questions.filter((_, at) => at % 2 === part).map(({ id: name }) => name);
  return { draw: counts.map((count, part) => ({ count, of: half(part) })) };
}

export const course: fc.Arbitrary<CourseData> = fc
  .tuple(id, ids(1, 10), ids(0, 8))
  .chain(([courseId, pages, quizzes]) =>
    fc.tuple(...quizzes.map((name) => quizNamed(name, pages[0] ?? ''))).map((made) => courseOf(courseId, pages, made)),
  )
  .chain((made) => fc.option(objectivesOver(made), { nil: made }))
  .chain((made) => fc.boolean().map((dated) => (dated ? { ...made, dated } : made)))
  .chain((made) => fc.option(filmsOn(made), { nil: made }));

/** The same course with films that are to be watched. */
function filmsOn(made: CourseData): fc.Arbitrary<CourseData> {
  const films = fc.uniqueArray(fc.constantFrom('media/a.mp4', 'media/b.mp4', 'media/c.webm'), { minLength: 1 });
  return fc.tuple(...made.pages.map(() => fc.option(films))).map((each) => ({
    ...made,
    pages: made.pages.map((page, index) => ({ ...page, ...(each[index] ? { films: each[index] } : {}) })),
  }));
}

/** The same course with objectives: of whole quizzes, and of some of their questions. */
function objectivesOver(made: CourseData): fc.Arbitrary<CourseData> {
  /** Nothing of a quiz, all of it, or every so manieth of its questions. */
  const share = ({ id: quiz, questions }: QuizData, every: number): readonly ObjectiveShare[] => {
    if (every === 0) return [];
    return every === 1
      ? [{ quiz }]
      : [{ quiz, questions: questions.map((each) => each.id).filter((_, at) => at % every === 0) }];
  };
  const objective = fc.record({
    id,
    title: fc.constant('An objective'),
    pass: fc.option(fc.constantFrom(50, 66.67, 100)),
    quizzes: fc
      .integer({ min: 0, max: 4 ** made.quizzes.length - 1 })
      .map((picks) => made.quizzes.flatMap((quiz, at) => share(quiz, Math.floor(picks / 4 ** at) % 4))),
  });
  return fc
    .uniqueArray(objective, { minLength: 1, maxLength: 4, selector: ({ id: name }) => name })
    .map((objectives) => ({ ...made, objectives }));
}

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
  if (question.type === 'fill-in') return typed(question.limit).map((text) => ({ type: 'fill-in', text }));
  if (question.type === 'numeric') return typed(32).map((text) => ({ type: 'numeric', text }));
  if (question.type === 'blanks') {
    const values = question.blanks.map((gap) =>
      gap.kind === 'text'
        ? fc.oneof(fc.constant(''), typed(gap.limit), fc.constantFrom(...gap.accepted))
        : fc.constantFrom('', ...gap.options.map((option) => option.text)),
    );
    return fc
      .tuple(...values)
      .filter((given) => given.some((value) => value !== ''))
      .map((given) => ({ type: 'blanks', values: given }));
  }
  if (!('choices' in question)) return arrangingResponse(question);
  const names = question.choices.map((choice) => choice.id).sort();
  if (question.type === 'single') return fc.constantFrom(...names).map((choice) => ({ type: 'single', choice }));
  return fc.subarray(names).map((chosen) => ({ type: 'multiple', choices: chosen }));
}

const score = fc.option(fc.integer({ min: 0, max: 10_000 }));

function answerTo(quiz: QuizData, question: QuestionData): fc.Arbitrary<AnswerState> {
  const credits: fc.Arbitrary<number | null>[] = [fc.constantFrom(null, 0, fullCredit)];
  if (givesPartialCredit(quiz, question)) credits.push(fc.integer({ min: 1, max: fullCredit - 1 }));
  const plain = { response: fc.option(responseTo(question)), credit: fc.oneof(...credits) };
  const hinted = fc.constant(true as const);
  const confidence = fc.constantFrom(1 as const, 2 as const, 3 as const);
  const all = {
    ...plain,
    ...(question.hint === undefined ? {} : { hinted }),
    ...(quiz.confidence ? { confidence } : {}),
  };
  return fc.record(all, { requiredKeys: ['response', 'credit'] });
}

function attemptAt(quiz: QuizData): fc.Arbitrary<AttemptState> {
  const clock = fc.record({
    started: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    limit: fc.constantFrom('on' as const, 'extended' as const, 'off' as const),
  });
  return fc
    .record(
      {
        submitted: fc.boolean(),
        seed: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 65_535 })),
        ...(quiz.time === undefined ? {} : { clock }),
        answers: fc
          .tuple(...quiz.questions.map((question) => fc.option(answerTo(quiz, question), { freq: 4 })))
          .map((answers) => {
            const given = new Map<string, AnswerState>();
            for (const [index, question] of quiz.questions.entries()) {
              const answer = answers[index];
              if (answer) given.set(question.id, answer);
            }
            return given;
          }),
      },
      { requiredKeys: ['submitted', 'seed', 'answers'] },
    )
    .map((attempt) => {
      const asked = askedQuestions(quiz, attempt).map((question) => question.id);
      return { ...attempt, answers: new Map([...attempt.answers].filter(([name]) => asked.includes(name))) };
    });
}

export function stateOfQuiz(quiz: QuizData): fc.Arbitrary<QuizState> {
  const tally = fc.record({
    counts: fc.constantFrom('first' as const, 'last' as const, 'average' as const),
    value: fc.integer({ min: 0, max: 10_000 * mostAttempts(quiz) }),
  });
  return fc.record(
    {
      attempts: fc.integer({ min: 0, max: 63 }),
      best: score,
      passed: fc.boolean(),
      ...(quiz.counts === undefined ? {} : { tally }),
      ...(quiz.cooldown === undefined ? {} : { submittedAt: fc.integer({ min: 0, max: 2 ** 26 - 1 }) }),
      current: fc.option(attemptAt(quiz)),
    },
    { requiredKeys: ['attempts', 'best', 'passed', 'current'] },
  );
}

/** With what is kept by objective: some of those to which only a part of the quiz belongs. */
function withShares(given: CourseData, quiz: QuizData): fc.Arbitrary<QuizState> {
  const tally = fc
    .integer({ min: 0, max: mostAttempts(quiz) })
    .chain((of) => fc.record({ sum: fc.integer({ min: 0, max: 10_000 * of }), of: fc.constant(of) }));
  return fc
    .tuple(stateOfQuiz(quiz), ...splitObjectives(given, quiz).map(({ id: name }) => fc.tuple(fc.constant(name), tally)))
    .map(([state, ...shares]) => (shares.length === 0 ? state : { ...state, objectives: new Map(shares) }));
}

export function stateOf(given: CourseData): fc.Arbitrary<LearnerState> {
  const pages = given.pages.map((page) => page.id);
  const state = fc.record({
    sequence: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 ** 31 })),
    registration: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
    place: fc.option(
      fc.record({
        page: fc.constantFrom(...pages),
        fraction: fc.integer({ min: 0, max: 255 }).map((step) => step / 255),
      }),
    ),
    seen: fc.subarray(pages).map((seen) => new Set(seen)),
    quizzes: fc.tuple(...given.quizzes.map((quiz) => fc.option(withShares(given, quiz), { freq: 4 }))).map((states) => {
      const touched = new Map<string, QuizState>();
      for (const [index, quiz] of given.quizzes.entries()) {
        const state = states[index];
        if (state) touched.set(quiz.id, state);
      }
      return touched;
    }),
    reported: fc.record({ status: fc.constantFrom(...statuses), score }),
  });
  const day = fc.option(fc.integer({ min: 0, max: 2 ** 16 - 1 }));
  return fc
    .tuple(state, given.dated ? day : fc.constant(null))
    .map(([made, earnedOn]) => (earnedOn === null ? made : { ...made, earnedOn }))
    .chain((made) => withWatched(given, made));
}

/** With what was played of films on pages that are not read yet. */
function withWatched(given: CourseData, state: LearnerState): fc.Arbitrary<LearnerState> {
  const parts = fc.option(fc.oneof(fc.integer({ min: 1, max: wholeFilm }), fc.constantFrom(1, 2 ** 31, wholeFilm)));
  return fc.tuple(...openFilms(given, state).map((film) => fc.tuple(fc.constant(film), parts))).map((films) => {
    const watched = new Map(films.flatMap(([film, played]) => (played === null ? [] : [[film, played] as const])));
    return watched.size === 0 ? state : { ...state, watched };
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
