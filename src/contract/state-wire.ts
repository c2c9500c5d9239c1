import { filmKeyBits, filmParts } from './films.ts';
import { fullCredit } from './learner-state.ts';
import type { Coder } from './range-coder.ts';
import { codeKeys, type KeyScheme, saltCount } from './state-keys.ts';

/** Learner state with ids shortened to keys and responses to bits: all that the text says, nothing of the course. */
export interface WireState {
  /** 16-bit hash of the course's id. */
  readonly course: number;
  readonly sequence: number;
  readonly registration: number;
  /** Position in the order of `ReportedStatus`. */
  readonly status: number;
  readonly score: number | null;
  readonly shapeBits: number;
  readonly pageScheme: KeyScheme;
  readonly place: { readonly page: number; readonly fraction: number } | null;
  /** Ascending. */
  readonly seen: readonly number[];
  readonly quizScheme: KeyScheme;
  /** Ascending by key. */
  readonly quizzes: readonly WireQuiz[];
  /** From format 2 on. */
  readonly earnedOn?: number | null;
  /** Ascending by key; from format 3 on. */
  readonly films?: readonly WireFilm[];
}

export interface WireFilm {
  readonly key: number;
  /** A bit for each of its parts. */
  readonly parts: number;
}

export interface WireQuiz {
  readonly key: number;
  readonly attempts: number;
  readonly best: number | null;
  readonly passed: boolean;
  /** `counts` is its position among `tallies`. */
  readonly tally: { readonly counts: number; readonly value: number } | null;
  readonly submittedAt: number | null;
  readonly current: WireAttempt | null;
  /** By key; from format 2 on. */
  readonly objectives?: readonly WireObjective[];
}

export interface WireObjective {
  readonly key: number;
  readonly sum: number;
  readonly of: number;
}

export interface WireAttempt {
  readonly submitted: boolean;
  readonly seed: number;
  /** `limit` is its position among `limits`. */
  readonly clock: { readonly started: number; readonly limit: number } | null;
  readonly scheme: KeyScheme;
  /** Ascending by key. */
  readonly answers: readonly WireAnswer[];
}

export interface WireAnswer {
  readonly key: number;
  readonly shape: number;
  readonly credit: number | null;
  readonly hinted: boolean;
  readonly response: string | null;
  /** 0 for none; from format 2 on. */
  readonly confidence?: number;
}

/**
 * Format 1, the body of the text, step by step. Written with the state, read with null. In brackets the cost in bits;
 * `~` is a learnt step (`Coder.learn`, `Coder.number`), which costs what its surprise is worth.
 *
 *     course      [16]     hash of the course's id
 *     sequence    [5 + n]  n, the number of bits, 0 … 32 (one of 33); then the n bits
 *     registration [24]
 *     status      [2]      0 incomplete, 1 failed, 2 completed, 3 passed
 *     score       [13.3]   one of 10,002: 0 none, else hundredths of a percent + 1
 *     shape bits  [4]      width of a question's shape hash − 1
 *     page keys   [5 + 3]  width − 1, salt
 *     place       ~        whether there is one; then page key [width], 255ths of the page [8]
 *     seen        ~        number of pages; then their keys as a set (`codeKeys`)
 *     quiz keys   [5 + 3]  width − 1, salt
 *     quizzes     ~        number of quizzes; their keys as a set; then for each, by key:
 *       attempts  ~
 *       best      [13.3]   as score
 *       passed    ~
 *       tally     ~        whether there is one; then [1.6] what counts, [5 + n] the score or sum of scores
 *       wait      ~        whether the last submission's time counts; then [5 + n] minutes since 1970
 *       current   ~        whether there is one; and if so:
 *         submitted ~
 *         seed    ~        whether it is not 0; then [16] seed
 *         clock   ~        whether there is one; then [5 + n] seconds since 1970, [1.6] limit
 *         keys    ~        width − 1 and salt of the question keys
 *         answers ~        number; their keys as a set; then for each, by key:
 *           shape    [shape bits]  hash of what gives the response's bits their meaning
 *           credit   ~     null? full? none? else [11.3] one of 2,519: 1/2520ths − 1. Learnt apart by `submitted`
 *           hint     ~     whether it was seen
 *           response ~     number of bits, 0 for no response; then the bits [1 each]
 *
 * docs/state-format.md says the same at more length and works an example.
 */
export function codeStateOne(coder: Coder, state: WireState | null): WireState {
  const course = coder.uniform(state?.course ?? 0, 2 ** 16);
  const sequence = codePlain(coder, state?.sequence ?? 0);
  const registration = coder.uniform(state?.registration ?? 0, 2 ** 24);
  const status = coder.uniform(state?.status ?? 0, 4);
  const score = codeScore(coder, state?.score ?? null);
  const shapeBits = coder.uniform((state?.shapeBits ?? 1) - 1, 16) + 1;
  const pageScheme = codeScheme(coder, state?.pageScheme);
  const given = state?.place ?? null;
  const place = coder.learn(given !== null, 'place')
    ? {
        page: coder.uniform(given?.page ?? 0, 2 ** pageScheme.bits),
        fraction: coder.uniform(given?.fraction ?? 0, 256),
      }
    : null;
  const seenCount = coder.number(state?.seen.length ?? 0, 'seen');
  const seen = codeKeys(coder, state?.seen ?? [], seenCount, pageScheme.bits);
  const quizScheme = codeScheme(coder, state?.quizScheme);
  const quizCount = coder.number(state?.quizzes.length ?? 0, 'quizzes');
  const quizKeys = codeKeys(coder, state?.quizzes.map((quiz) => quiz.key) ?? [], quizCount, quizScheme.bits);
  const quizzes = quizKeys.map((key, index) => codeQuiz(coder, key, state?.quizzes[index], shapeBits));
  return { course, sequence, registration, status, score, shapeBits, pageScheme, place, seen, quizScheme, quizzes };
}

function codeQuiz(coder: Coder, key: number, quiz: WireQuiz | undefined, shapeBits: number): WireQuiz {
  const attempts = coder.number(quiz?.attempts ?? 0, 'attempts');
  const best = codeScore(coder, quiz?.best ?? null);
  const passed = coder.learn(quiz?.passed ?? false, 'passed');
  const tally = coder.learn((quiz?.tally ?? null) !== null, 'tally')
    ? { counts: coder.uniform(quiz?.tally?.counts ?? 0, 3), value: codePlain(coder, quiz?.tally?.value ?? 0) }
    : null;
  const waits = coder.learn((quiz?.submittedAt ?? null) !== null, 'wait');
  const submittedAt = waits ? codePlain(coder, quiz?.submittedAt ?? 0) : null;
  const given = quiz?.current ?? null;
  const current = coder.learn(given !== null, 'current') ? codeAttempt(coder, given, shapeBits) : null;
  return { key, attempts, best, passed, tally, submittedAt, current };
}

function codeAttempt(coder: Coder, attempt: WireAttempt | null, shapeBits: number): WireAttempt {
  const submitted = coder.learn(attempt?.submitted ?? false, 'submitted');
  const seeded = coder.learn((attempt?.seed ?? 0) > 0, 'seed');
  const seed = seeded ? coder.uniform(attempt?.seed ?? 0, 2 ** 16) : 0;
  const clock = coder.learn((attempt?.clock ?? null) !== null, 'clock')
    ? { started: codePlain(coder, attempt?.clock?.started ?? 0), limit: coder.uniform(attempt?.clock?.limit ?? 0, 3) }
    : null;
  // No key is wider than 32 bits: a larger width is no text of ours, and `codeKeys` would not end on it.
  const bits = Math.min(coder.number((attempt?.scheme.bits ?? 1) - 1, 'bits'), 31) + 1;
  const salt = coder.number(attempt?.scheme.salt ?? 0, 'salt');
  const count = coder.number(attempt?.answers.length ?? 0, 'count');
  const keys = codeKeys(coder, attempt?.answers.map((answer) => answer.key) ?? [], count, bits);
  const answers = keys.map((key, index): WireAnswer => {
    const answer = attempt?.answers[index];
    const shape = coder.uniform(answer?.shape ?? 0, 2 ** shapeBits);
    const credit = codeCredit(coder, answer?.credit ?? null, submitted ? 'credit' : 'draft');
    const hinted = coder.learn(answer?.hinted ?? false, 'hint');
    const length = coder.number(answer?.response?.length ?? 0, 'response');
    let response = '';
    while (response.length < length) response += coder.uniform(Number(answer?.response?.[response.length]), 2);
    return { key, shape, credit, hinted, response: response || null };
  });
  return { submitted, seed, clock, scheme: { bits, salt }, answers };
}

function codeCredit(coder: Coder, credit: number | null, context: string): number | null {
  if (coder.learn(credit === null, `${context}?`)) return null;
  if (coder.learn(credit === fullCredit, `${context}+`)) return fullCredit;
  if (coder.learn(credit === 0, `${context}-`)) return 0;
  return coder.uniform((credit ?? 0) - 1, fullCredit - 1) + 1;
}

function codeScore(coder: Coder, score: number | null): number | null {
  const code = coder.uniform(score === null ? 0 : score + 1, 10_002);
  return code === 0 ? null : code - 1;
}

function codeScheme(coder: Coder, scheme: KeyScheme | undefined): KeyScheme {
  const bits = coder.uniform((scheme?.bits ?? 1) - 1, 32) + 1;
  return { bits, salt: coder.uniform(scheme?.salt ?? 0, saltCount) };
}

function codePlain(coder: Coder, value: number): number {
  const bits = coder.uniform(value === 0 ? 0 : Math.floor(Math.log2(value)) + 1, 33);
  return coder.uniform(value, 2 ** bits);
}

/**
 * Format 2: that of format 1, then for each of its quizzes, in the same order:
 *
 *     objectives  [0.1]    whether any are kept (yes is one of 16, so it costs 4); then [6] their number − 1, and for each:
 *       key       [24]     first bits of the hash of its id
 *       scores    [5 + n]  sum of scores, as the sequence
 *       of        [5 + n]  number of attempts
 *     confidence  [0.1]    only with a current attempt: whether any answer has one, likewise; then for each answer:
 *                 [2]      0 none, 1 … 3
 *
 * and once:
 *
 *     earned      [0.1]    whether the day of the good end is kept, likewise; then [16] days since 1970
 *
 * It is written only for courses with objectives, confidence or a certificate: the texts of all others stay as they were.
 */
export function codeStateTwo(coder: Coder, state: WireState | null): WireState {
  const wire = codeStateOne(coder, state);
  const quizzes = wire.quizzes.map((quiz, index) => codeExtras(coder, quiz, state?.quizzes[index]));
  const given = state?.earnedOn ?? null;
  const earnedOn = coder.chance(given !== null, 1, rare) ? coder.uniform(given ?? 0, 2 ** dayBits) : null;
  return { ...wire, quizzes, earnedOn };
}

function codeExtras(coder: Coder, quiz: WireQuiz, given: WireQuiz | undefined): WireQuiz {
  const known = given?.objectives ?? [];
  const objectives: WireObjective[] = [];
  if (coder.chance(known.length > 0, 1, rare)) {
    const count = coder.uniform(known.length - 1, mostObjectives) + 1;
    for (let index = 0; index < count; index += 1)
      objectives.push({
        key: coder.uniform(known[index]?.key ?? 0, 2 ** objectiveKeyBits),
        sum: codePlain(coder, known[index]?.sum ?? 0),
        of: codePlain(coder, known[index]?.of ?? 0),
      });
  }
  if (quiz.current === null) return { ...quiz, objectives };
  const answers = given?.current?.answers ?? [];
  const isSure = coder.chance(
    answers.some(({ confidence }) => confidence),
    1,
    rare,
  );
  if (!isSure) return { ...quiz, objectives };
  const current = {
    ...quiz.current,
    answers: quiz.current.answers.map((answer, index) => ({
      ...answer,
      confidence: coder.uniform(answers[index]?.confidence ?? 0, 4),
    })),
  };
  return { ...quiz, objectives, current };
}

/**
 * Format 3: that of format 2, then once:
 *
 *     films       [0.1]    whether any was played in part, as in format 2; then [10] their number − 1, and for each, by key:
 *       key       [24]     first bits of the hash of its id
 *       parts     [32]     one bit for each, the last part first: whether it was played
 *
 * It is written only for courses with films that are to be watched. A player that knows of none reads it as format 2.
 */
export function codeStateThree(coder: Coder, state: WireState | null): WireState {
  const wire = codeStateTwo(coder, state);
  const known = state?.films ?? [];
  const films: WireFilm[] = [];
  if (coder.chance(known.length > 0, 1, rare)) {
    const count = coder.uniform(known.length - 1, mostFilms) + 1;
    for (let index = 0; index < count; index += 1)
      films.push({
        key: coder.uniform(known[index]?.key ?? 0, 2 ** filmKeyBits),
        parts: coder.uniform(known[index]?.parts ?? 0, 2 ** filmParts),
      });
  }
  return { ...wire, films };
}

const rare = 16;
/** No LMS keeps the state of more. */
export const mostFilms = 1024;
export const mostObjectives = 64;
export const objectiveKeyBits = 24;
/** Days since 1970, to the year 2149. */
export const dayBits = 16;
