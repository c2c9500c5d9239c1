import type { QuizData } from './course-data.ts';
import { withRules } from './features.ts';
import type { QuizState, Tally } from './learner-state.ts';

/** Attempts are counted this far, or to the quiz's own limit where that is higher. */
export const countedAttempts = 63;

/** The most attempts of a quiz that the state can count. */
export const mostAttempts = (quiz: QuizData): number => Math.max(countedAttempts, quiz.attempts);

/**
 * The score of a quiz that counts, in hundredths of a percent; null before the first submission. An average is cut off
 * to a hundredth. Where the author changed what counts meanwhile, it is the best until the next submission.
 */
export function countedScore(quiz: QuizData, entry: QuizState | undefined): number | null {
  if (entry === undefined || entry.best === null) return null;
  const { tally, attempts } = entry;
  if (!withRules || tally === undefined || tally.counts !== quiz.counts) return entry.best;
  const counted =
    tally.counts === 'average' ? Math.floor(tally.value / Math.max(1, divisor(quiz, attempts))) : tally.value;
  // A version that allows fewer attempts counts fewer of those that were made.
  return Math.min(counted, 10_000);
}

/** What is to be kept of the scores after one more submission; undefined where the best counts. */
export function nextTally(quiz: QuizData, entry: QuizState, score: number): Tally | undefined {
  const { counts } = quiz;
  if (!withRules || counts === undefined) return undefined;
  const own = entry.tally?.counts === counts ? entry.tally.value : null;
  if (counts === 'last') return { counts, value: score };
  if (counts === 'first') return { counts, value: own ?? entry.best ?? score };
  // Attempts of a version in which the best counted go in as that.
  const most = mostAttempts(quiz);
  const before = own ?? (entry.best ?? 0) * divisor(quiz, entry.attempts);
  // Beyond what can be counted, each new attempt takes the place of an average one.
  const kept = entry.attempts >= most ? before - Math.ceil(before / most) : before;
  return { counts, value: kept + score };
}

/** Whether another submission can still raise what counts. */
export function mayImprove(quiz: QuizData, entry: QuizState | undefined): boolean {
  return !withRules || quiz.counts !== 'first' || entry === undefined || entry.best === null;
}

/** Whether what counts may fall with another submission. */
export const mayFall = (quiz: QuizData): boolean => withRules && (quiz.counts === 'last' || quiz.counts === 'average');

const divisor = (quiz: QuizData, attempts: number): number => Math.min(attempts, mostAttempts(quiz));
