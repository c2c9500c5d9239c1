import { withRules } from './features.ts';
import type { AttemptState, LearnerState, QuizState, ReportedResult, Tally } from './learner-state.ts';
import { statuses } from './state-codec.ts';

/**
 * One state of two of the same learner (the LMS's copy and the local journal's). Results are the higher ones, pages
 * seen those of either; the place comes from the newer state, and so does the attempt under way, if neither has got
 * farther in the quiz. The order of the two does not matter, nor merging again. Three states may be merged in any order
 * if a newer one is never less far, which holds along one learner's history; results always.
 */
export function mergeStates(a: LearnerState, b: LearnerState): LearnerState {
  const [newer, older] = isNewer(b, a) ? [b, a] : [a, b];
  const quizzes = new Map(newer.quizzes);
  for (const [id, other] of older.quizzes) {
    const own = quizzes.get(id);
    quizzes.set(id, own ? mergeQuizzes(own, other) : other);
  }
  return {
    sequence: newer.sequence,
    registration: newer.registration,
    place: newer.place ?? older.place,
    seen: new Set([...newer.seen, ...older.seen]),
    quizzes,
    reported: mergeReported(newer.reported, older.reported),
    ...earliest(newer.earnedOn, older.earnedOn),
    ...mergeWatched(newer, older),
  };
}

function earliest(a: number | undefined, b: number | undefined): Pick<LearnerState, 'earnedOn'> {
  const earnedOn = a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
  return earnedOn === undefined ? {} : { earnedOn };
}

/** Of each film the parts that either knows to be played. */
function mergeWatched(a: LearnerState, b: LearnerState): Pick<LearnerState, 'watched'> {
  if (!withRules || (a.watched ?? b.watched) === undefined) return {};
  const watched = new Map(a.watched);
  for (const [id, parts] of b.watched ?? []) watched.set(id, ((watched.get(id) ?? 0) | parts) >>> 0);
  return { watched };
}

/** The better of two results, status and score apart. */
export function mergeReported(a: ReportedResult, b: ReportedResult): ReportedResult {
  const status = statuses[Math.max(statuses.indexOf(a.status), statuses.indexOf(b.status))] ?? 'incomplete';
  return { status, score: higher(a.score, b.score) };
}

function mergeQuizzes(newer: QuizState, older: QuizState): QuizState {
  const { current } = stage(older) > stage(newer) ? older : newer;
  const tally = mergeTallies(newer, older);
  const submittedAt = higher(newer.submittedAt ?? null, older.submittedAt ?? null);
  return {
    attempts: Math.max(newer.attempts, older.attempts),
    best: higher(newer.best, older.best),
    passed: newer.passed || older.passed,
    ...(tally === undefined ? {} : { tally }),
    ...(submittedAt === null ? {} : { submittedAt }),
    ...mergeShares(newer, older),
    current,
  };
}

/** How far a learner is: by submissions, and after as many, whether the next attempt has begun. */
const stage = ({ attempts, current }: QuizState): number => attempts + (current?.submitted === false ? 0.5 : 0);

/** Of the state with more submissions; of as many, the higher one. */
function mergeTallies(a: QuizState, b: QuizState): Tally | undefined {
  if (a.attempts !== b.attempts) return (a.attempts > b.attempts ? a : b).tally;
  if (a.tally === undefined || b.tally === undefined) return a.tally ?? b.tally;
  const rank = ({ counts, value }: Tally): string => `${counts} ${String(value).padStart(9, '0')}`;
  return rank(a.tally) > rank(b.tally) ? a.tally : b.tally;
}

/** Of the state with more submissions: that one knows which attempt counts. Of as many, the one that keeps any. */
function mergeShares(a: QuizState, b: QuizState): Pick<QuizState, 'objectives'> {
  if (!withRules) return {};
  const text = ({ objectives }: QuizState): string => (objectives ? JSON.stringify([...objectives]) : '');
  const isFirst = a.attempts === b.attempts ? text(a) > text(b) : a.attempts > b.attempts;
  const { objectives } = isFirst ? a : b;
  return objectives === undefined ? {} : { objectives };
}

function higher(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** By sequence; two states with the same one are told apart by what they say, so that either order gives the same. */
function isNewer(a: LearnerState, b: LearnerState): boolean {
  return a.sequence === b.sequence ? describe(a) > describe(b) : a.sequence > b.sequence;
}

/** A text that tells two states apart. Those that differ in the order of their maps alone are equal: either may be taken. */
function describe(state: LearnerState): string {
  const attempt = (current: AttemptState | null): unknown =>
    current && [current.submitted, current.seed, current.clock, [...current.answers]];
  const quizzes = [...state.quizzes].map(([id, quiz]) => [id, quiz.tally, attempt(quiz.current)]);
  return JSON.stringify([state.registration, state.place, quizzes]);
}
