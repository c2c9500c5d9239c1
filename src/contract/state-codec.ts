import { checksum } from './checksum.ts';
import { mostAttempts } from './count-attempts.ts';
import type { CourseData, QuizData } from './course-data.ts';
import { givesPartialCredit } from './credit-for.ts';
import { askedQuestions } from './draw-questions.ts';
import { withRules } from './features.ts';
import { filmKey, openFilms, wholeFilm } from './films.ts';
import { keyWidths } from './key-widths.ts';
import {
  type AnswerState,
  type AttemptClock,
  type AttemptState,
  type Confidence,
  emptyState,
  fullCredit,
  type LearnerState,
  type ObjectiveTally,
  type QuizState,
  type ReportedStatus,
  type Tally,
} from './learner-state.ts';
import { splitObjectives } from './objective-questions.ts';
import type { QuestionData } from './question-data.ts';
import { handlerOf } from './questions/index.ts';
import { CorruptTextError, createDecoder, createEncoder, digits } from './range-coder.ts';
import { stableHash } from './stable-hash.ts';
import { indexBits, keyOf, keyScheme } from './state-keys.ts';
import {
  codeStateOne,
  codeStateThree,
  codeStateTwo,
  dayBits,
  mostFilms,
  objectiveKeyBits,
  type WireAnswer,
  type WireAttempt,
  type WireFilm,
  type WireState,
} from './state-wire.ts';

/**
 * The learner's state as text for an LMS: one character for the format, four for the checksum of the rest and of the
 * format (base 64, most significant first), then the body. Every format, also a later one, begins with these five.
 * Only `A-Z a-z 0-9 - _` are used. The body of format 1 is documented at `codeStateOne`, all of it in
 * docs/state-format.md.
 */
const headLength = 5;

/**
 * Every format ever published, by first character: they are read for good. Format 3 is format 2 with films behind it, which
 * a build that knows of none leaves unread: a new version of the course may have no film any more.
 */
const formats: Readonly<Record<string, typeof codeStateOne>> = {
  '1': codeStateOne,
  '2': codeStateTwo,
  '3': withRules ? codeStateThree : codeStateTwo,
};

/** Longer texts are no states of ours (SCORM 2004 keeps 64,000 characters). */
const longestText = 64_000;

/** From low to high, as the wire numbers them. */
export const statuses: readonly ReportedStatus[] = ['incomplete', 'failed', 'completed', 'passed'];

/** As the wire numbers them. */
const tallies: readonly Tally['counts'][] = ['first', 'last', 'average'];
const limits: readonly AttemptClock['limit'][] = ['on', 'extended', 'off'];

/** The largest values that the bound reckons with: a sum of scores, minutes (to 2097) and seconds (to 2106) since 1970. */
export const mostOf = {
  tally: (quiz: QuizData): number => 10_000 * mostAttempts(quiz),
  minutes: 2 ** 26 - 1,
  seconds: 2 ** 32 - 1,
  days: 2 ** dayBits - 1,
} as const;

/** Why a text gave no state. `newer`: whole, but made by a later version of the software. */
export type StateProblem = 'empty' | 'corrupt' | 'newer' | 'foreign';

export interface DecodedState {
  readonly state: LearnerState;
  readonly problem: StateProblem | null;
}

/** The state as text. What the course does not have (pages, quizzes, questions, choices) is left out. */
export function encodeState(state: LearnerState, course: CourseData): string {
  const { coder, finish } = createEncoder();
  const format = formatOf(course);
  formats[format]?.(coder, toWire(state, course));
  const body = finish();
  return format + seal(format, body) + body;
}

/** The first format that has room for all that the course keeps. */
export const formatOf = (course: CourseData): '1' | '2' | '3' => {
  if (withRules && course.pages.some((page) => page.films)) return '3';
  return course.dated || course.objectives !== undefined || course.quizzes.some((quiz) => quiz.confidence) ? '2' : '1';
};

/** What stands for an objective in the text. */
export const objectiveKey = (id: string): number => stableHash(id) >>> (32 - objectiveKeyBits);

/**
 * Reads any text an LMS may hand back; never throws. With a problem the state is the empty one. What the course no
 * longer has is dropped; a question whose options changed keeps its place without its response.
 */
export function decodeState(text: string, course: CourseData): DecodedState {
  const failed = (problem: StateProblem): DecodedState => ({ state: emptyState, problem });
  if (text.trim() === '') return failed('empty');
  const format = text.charAt(0);
  const body = text.slice(headLength);
  if (text.length > longestText || !/^[\w-]{5,}$/.test(text)) return failed('corrupt');
  if (text.slice(1, headLength) !== seal(format, body)) return failed('corrupt');
  const code = formats[format];
  if (code === undefined) return failed('newer');
  try {
    const wire = code(createDecoder(body), null);
    return wire.course === courseHash(course) ? { state: fromWire(wire, course), problem: null } : failed('foreign');
  } catch (error) {
    if (error instanceof CorruptTextError) return failed('corrupt');
    throw error;
  }
}

function seal(format: string, body: string): string {
  const sum = checksum(format + body);
  return [18, 12, 6, 0].map((shift) => digits.charAt((sum >> shift) & 63)).join('');
}

function courseHash(course: CourseData): number {
  return stableHash(course.id) >>> 16;
}

function shapeHash(question: QuestionData, bits: number): number {
  return stableHash(handlerOf(question).shape(question)) >>> (32 - bits);
}

function toWire(state: LearnerState, course: CourseData): WireState {
  const widths = keyWidths(course);
  const pageIds = course.pages.map((page) => page.id);
  const pageScheme = keyScheme(pageIds, widths.page);
  const quizScheme = keyScheme(
    course.quizzes.map((quiz) => quiz.id),
    widths.quiz,
  );
  const { place } = state;
  return {
    course: courseHash(course),
    sequence: whole(state.sequence, 2 ** 32 - 1),
    registration: whole(state.registration, 2 ** 24 - 1),
    status: statuses.indexOf(state.reported.status),
    score: wireScore(state.reported.score),
    shapeBits: widths.shape,
    pageScheme,
    place:
      place && pageIds.includes(place.page)
        ? { page: keyOf(place.page, pageScheme), fraction: whole(place.fraction * 255, 255) }
        : null,
    seen: pageIds
      .filter((id) => state.seen.has(id))
      .map((id) => keyOf(id, pageScheme))
      .sort((a, b) => a - b),
    quizScheme,
    quizzes: course.quizzes
      .flatMap((quiz) => {
        const entry = state.quizzes.get(quiz.id);
        if (entry === undefined) return [];
        return {
          key: keyOf(quiz.id, quizScheme),
          attempts: whole(entry.attempts, mostAttempts(quiz)),
          best: wireScore(entry.best),
          passed: entry.passed,
          tally:
            quiz.counts === undefined || entry.tally === undefined
              ? null
              : { counts: tallies.indexOf(entry.tally.counts), value: whole(entry.tally.value, mostOf.tally(quiz)) },
          submittedAt:
            quiz.cooldown === undefined || entry.submittedAt === undefined
              ? null
              : whole(entry.submittedAt, mostOf.minutes),
          objectives: splitObjectives(course, quiz).flatMap(({ id }) => {
            const kept = entry.objectives?.get(id);
            if (kept === undefined) return [];
            const of = whole(kept.of, mostAttempts(quiz));
            return { key: objectiveKey(id), sum: whole(kept.sum, 10_000 * of), of };
          }),
          current: entry.current && attemptToWire(entry.current, quiz, widths.question, widths.shape),
        };
      })
      .sort((a, b) => a.key - b.key),
    earnedOn: course.dated && state.earnedOn !== undefined ? whole(state.earnedOn, mostOf.days) : null,
    ...(withRules ? { films: filmsToWire(state, course) } : {}),
  };
}

function attemptToWire(attempt: AttemptState, quiz: QuizData, spareBits: number, shapeBits: number): WireAttempt {
  const scheme = keyScheme(
    quiz.questions.map((question) => question.id),
    spareBits + indexBits(quiz.questions.length),
  );
  const answers = askedQuestions(quiz, attempt)
    .flatMap((question): WireAnswer[] => {
      const answer = attempt.answers.get(question.id);
      if (answer === undefined) return [];
      const handler = handlerOf(question);
      return [
        {
          key: keyOf(question.id, scheme),
          shape: shapeHash(question, shapeBits),
          credit: possibleCredit(quiz, question, answer.credit),
          hinted: question.hint !== undefined && answer.hinted === true,
          response: handler.toWire(question, handler.parse(question, answer.response)),
          confidence: (quiz.confidence && answer.confidence) || 0,
        },
      ];
    })
    .sort((a, b) => a.key - b.key);
  const { submitted, seed, clock } = attempt;
  return {
    submitted,
    seed: whole(seed, 65_535),
    clock:
      quiz.time === undefined || clock === undefined
        ? null
        : { started: whole(clock.started, mostOf.seconds), limit: limits.indexOf(clock.limit) },
    scheme,
    answers,
  };
}

function fromWire(wire: WireState, course: CourseData): LearnerState {
  const pages = course.pages.map((page) => ({ id: page.id, key: keyOf(page.id, wire.pageScheme) }));
  const placed = pages.find((page) => page.key === wire.place?.page);
  const seen = new Set(wire.seen);
  const quizzes = new Map<string, QuizState>();
  const records = new Map(wire.quizzes.map((record) => [record.key, record]));
  for (const quiz of course.quizzes) {
    const record = records.get(keyOf(quiz.id, wire.quizScheme));
    if (record === undefined) continue;
    const { attempts, best, passed, tally, submittedAt, objectives, current } = record;
    const kept = splitObjectives(course, quiz).flatMap(({ id }): [string, ObjectiveTally][] => {
      const found = objectives?.find(({ key }) => key === objectiveKey(id));
      return found === undefined ? [] : [[id, { sum: Math.min(found.sum, 10_000 * found.of), of: found.of }]];
    });
    quizzes.set(quiz.id, {
      attempts,
      best,
      passed,
      ...(tally === null ? {} : { tally: { counts: tallies[tally.counts] ?? 'last', value: tally.value } }),
      ...(submittedAt === null ? {} : { submittedAt }),
      ...(kept.length === 0 ? {} : { objectives: new Map(kept) }),
      current: current && attemptFromWire(current, quiz, wire.shapeBits),
    });
  }
  const state: LearnerState = {
    sequence: wire.sequence,
    registration: wire.registration,
    place: placed && wire.place ? { page: placed.id, fraction: wire.place.fraction / 255 } : null,
    seen: new Set(pages.filter((page) => seen.has(page.key)).map((page) => page.id)),
    quizzes,
    reported: { status: statuses[wire.status] ?? 'incomplete', score: wire.score },
    ...(course.dated && typeof wire.earnedOn === 'number' ? { earnedOn: wire.earnedOn } : {}),
  };
  return withRules ? { ...state, ...filmsFromWire(wire, course, state) } : state;
}

/** Of films that nothing was played of nothing is kept, nor of those on pages that are read. */
function filmsToWire(state: LearnerState, course: CourseData): readonly WireFilm[] {
  return openFilms(course, state)
    .map((id) => ({ key: filmKey(id), parts: whole(state.watched?.get(id) ?? 0, wholeFilm) }))
    .filter(({ parts }) => parts > 0)
    .sort((a, b) => a.key - b.key)
    .slice(0, mostFilms);
}

function filmsFromWire(
  { films = [] }: WireState,
  course: CourseData,
  state: LearnerState,
): Pick<LearnerState, 'watched'> {
  const parts = new Map(films.map((film) => [film.key, film.parts]));
  const found = openFilms(course, state).flatMap((id): [string, number][] => {
    const played = parts.get(filmKey(id));
    return played ? [[id, played]] : [];
  });
  return found.length === 0 ? {} : { watched: new Map(found) };
}

function attemptFromWire(attempt: WireAttempt, quiz: QuizData, shapeBits: number): AttemptState {
  const records = new Map(attempt.answers.map((record) => [record.key, record]));
  const found = quiz.questions.flatMap((question) => {
    const record = records.get(keyOf(question.id, attempt.scheme));
    return record ? [{ question, record, same: record.shape === shapeHash(question, shapeBits) }] : [];
  });
  // A new question may share an old one's key: the record belongs to the one whose shape it has.
  const settled = new Set(found.filter((match) => match.same).map((match) => match.record));
  const answers = new Map<string, AnswerState>();
  for (const { question, record, same } of found) {
    if (!same && settled.has(record)) continue;
    answers.set(question.id, {
      response: same && record.response !== null ? handlerOf(question).fromWire(question, record.response) : null,
      credit: same || attempt.submitted ? possibleCredit(quiz, question, record.credit) : null,
      ...(record.hinted && question.hint !== undefined ? { hinted: true } : {}),
      ...(quiz.confidence && record.confidence ? { confidence: record.confidence as Confidence } : {}),
    });
  }
  const { submitted, seed, clock } = attempt;
  const started = clock && { started: clock.started, limit: limits[clock.limit] ?? 'on' };
  return { submitted, seed, ...(started === null ? {} : { clock: started }), answers };
}

/** Part credit left from a version in which the question gave some cannot be shown, and would break the bound. */
function possibleCredit(quiz: QuizData, question: QuestionData, credit: number | null): number | null {
  if (credit === null || credit === 0 || credit === fullCredit) return credit;
  return givesPartialCredit(quiz, question) ? Math.max(1, whole(credit, fullCredit - 1)) : null;
}

function wireScore(score: number | null): number | null {
  return score === null ? null : whole(score, 10_000);
}

function whole(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value) || 0));
}
