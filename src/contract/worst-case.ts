import { mostAttempts as mostAttemptsOf } from './count-attempts.ts';
import type { CourseData, QuizData } from './course-data.ts';
import { givesPartialCredit } from './credit-for.ts';
import { drawnCount } from './draw-questions.ts';
import { filmBits } from './films.ts';
import { keyWidths } from './key-widths.ts';
import { fullCredit } from './learner-state.ts';
import { splitObjectives } from './objective-questions.ts';
import { handlerOf } from './questions/index.ts';
import { formatOf, mostOf } from './state-codec.ts';
import { bucketBits, indexBits, keyScheme } from './state-keys.ts';
import { dayBits, mostFilms, objectiveKeyBits } from './state-wire.ts';

/** What the state of a course may grow to, in characters. */
export interface StateCost {
  readonly total: number;
  /** By quiz id: about how much of it that quiz with its questions takes. */
  readonly quizzes: ReadonlyMap<string, number>;
}

/**
 * The most characters `encodeState` can make for any state of the course; responses that may be left out (`dropsFirst`)
 * are not counted.
 */
export function worstCaseLength(course: CourseData): number {
  return stateCost(course).total;
}

/**
 * The bound behind `worstCaseLength`, computed, not tried out. Fixed steps cost what they cost. For learnt steps: over
 * all values of one context they cost at most what any fixed code for those values would, and half the log of their
 * number and one bit more (the bound of the Krichevsky–Trofimov estimator). So for each field a code is chosen here
 * that suits the course, every question is charged its dearest value, and each context its learning.
 */
export function stateCost(course: CourseData): StateCost {
  const { quizzes } = course;
  const questions = quizzes.flatMap((quiz) => quiz.questions);
  const widths = keyWidths(course);
  const pageBits = keyScheme(idsOf(course.pages), widths.page).bits;
  const quizBits = keyScheme(idsOf(quizzes), widths.quiz).bits;
  const schemes = quizzes.map((quiz) =>
    keyScheme(idsOf(quiz.questions), widths.question + indexBits(quiz.questions.length)),
  );
  const keyBits = valueCode(schemes.map((scheme) => scheme.bits - 1));
  const salts = valueCode(schemes.map((scheme) => scheme.salt));
  const counts = valueCode(quizzes.map(drawnCount));
  // Responses that may be left out are: their questions count as unanswered.
  const counted = questions.filter((question) => !handlerOf(question).dropsFirst);
  const fixed = counted.filter((question) => !handlerOf(question).variesInLength(question));
  const lengths = valueCode(fixed.map((question) => handlerOf(question).worstBits(question)));
  const varied = Math.min(0.99, 1 - fixed.length / Math.max(1, counted.length));
  const creditBits = creditCode(
    quizzes.flatMap((quiz) => quiz.questions.map((question) => givesPartialCredit(quiz, question))),
  );
  const hint = flagCode(questions.map((question) => question.hint !== undefined));
  const tally = flagCode(quizzes.map((quiz) => quiz.counts !== undefined));
  const wait = flagCode(quizzes.map((quiz) => quiz.cooldown !== undefined));
  const clock = flagCode(quizzes.map((quiz) => quiz.time !== undefined));
  const mostAttempts = Math.max(0, ...quizzes.map(mostAttemptsOf));

  /** What format 2 adds: nothing in it is learnt, so each step costs what it costs. */
  const extras = (quiz: QuizData, size: number): number => {
    if (formatOf(course) === '1') return 0;
    const split = splitObjectives(course, quiz).length;
    const each = objectiveKeyBits + plainBits(mostOf.tally(quiz)) + plainBits(mostAttemptsOf(quiz));
    return (split === 0 ? 0 : 6 + split * each) + (quiz.confidence ? 2 * size : 0) + 8;
  };

  const questionCosts = (quiz: QuizData): number[] =>
    quiz.questions.map((question) => {
      const handler = handlerOf(question);
      const bits = handler.worstBits(question);
      // No response is given one part in five. The rest is shared among the lengths by how many questions have them;
      // lengths that vary get theirs in Elias gamma, of which each step costs at most half a bit more to learn.
      const length = handler.variesInLength(question)
        ? 1.5 * gammaBits(bits) - Math.log2(varied)
        : lengths.cost(bits) - Math.log2(1 - varied);
      const response = handler.dropsFirst ? Math.log2(5) : Math.max(Math.log2(5), bits + length + Math.log2(5 / 4));
      return (
        widths.shape + creditBits(givesPartialCredit(quiz, question)) + hint(question.hint !== undefined, 0) + response
      );
    });
  const quizCosts = quizzes.map((quiz, index) => {
    const scheme = schemes[index] ?? { bits: 32, salt: 0 };
    // Drawn questions are at worst those that take most.
    const size = drawnCount(quiz);
    const costs = questionCosts(quiz)
      .sort((a, b) => b - a)
      .slice(0, size);
    // Every question touched is the usual count, given 15 parts of 16; fewer save more than their rarer count costs.
    const all = counts.cost(size) + Math.log2(16 / 15) + setBits(size, scheme.bits);
    const fewer = 4 + 2 * gammaBits(size - 1) + mostSetBits(size - 1, scheme.bits) - Math.min(...costs);
    return (
      Math.log2(mostAttempts + 1) +
      scoreBits +
      // Passed, submitted: a bit each. A current attempt and a seed are given all but a sliver; none saves more.
      2.01 +
      16.01 +
      tally(quiz.counts !== undefined, Math.log2(3) + plainBits(mostOf.tally(quiz))) +
      wait(quiz.cooldown !== undefined, plainBits(mostOf.minutes)) +
      extras(quiz, size) +
      clock(quiz.time !== undefined, Math.log2(3) + plainBits(mostOf.seconds)) +
      keyBits.cost(scheme.bits - 1) +
      salts.cost(scheme.salt) +
      (size === 0 ? counts.cost(0) : Math.max(all, fewer)) +
      costs.reduce((sum, cost) => sum + cost, 0)
    );
  });

  const learning = learningBits(quizzes.length);
  const attemptContexts = Math.min(mostAttempts + 1, gammaBits(mostAttempts) * quizzes.length);
  const overhead =
    fixedBits +
    // Of format 2; yes is one part of sixteen.
    (formatOf(course) === '1' ? 0 : course.dated ? 4 + dayBits : 1) +
    filmCost(course) +
    pageBits +
    gammaBits(course.pages.length) +
    mostSetBits(course.pages.length, pageBits) +
    gammaBits(quizzes.length) +
    mostSetBits(quizzes.length, quizBits) +
    7 * learning +
    attemptContexts * learning +
    (keyBits.contexts + salts.contexts + counts.contexts) * learning +
    (7 + lengths.contexts) * learningBits(questions.length);
  const bits = quizCosts.reduce((sum, cost) => sum + cost, overhead);
  const share = mostSetBits(quizzes.length, quizBits) / Math.max(1, quizzes.length);
  return {
    // Format and checksum, whole digits, one digit to end with.
    total: 5 + Math.floor(bits / 6) + 1,
    quizzes: new Map(quizzes.map((quiz, index) => [quiz.id, Math.ceil(((quizCosts[index] ?? 0) + share) / 6)])),
  };
}

const scoreBits = Math.log2(10_002);
/** Course, sequence, registration, status, score, shape bits, two key schemes, a place without its key; a bit for rounding. */
const fixedBits = 16 + Math.log2(33) + 32 + 24 + 2 + scoreBits + 4 + 8 + 8 + 9 + 1;

/** What format 3 adds: nothing in it is learnt. */
function filmCost({ pages }: CourseData): number {
  const count = Math.min(mostFilms, pages.flatMap(({ films = [] }) => films).length);
  return count === 0 ? 0 : 4 + Math.log2(mostFilms) + count * filmBits;
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map((thing) => thing.id);
}

/** What one context that is asked `count` times may cost beyond the best fixed code. */
function learningBits(count: number): number {
  return 1 + Math.log2(Math.max(1, count)) / 2;
}

/** A plain number up to `most`: how many bits it has, and they. */
function plainBits(most: number): number {
  return Math.log2(33) + Math.ceil(Math.log2(most + 1));
}

/** A flag with what follows it, that only some of a course's things may have: half their share of all is given to yes. */
function flagCode(may: readonly boolean[]): (may: boolean, payload: number) => number {
  const share = may.filter(Boolean).length / Math.max(1, may.length) / 2;
  const no = -Math.log2(1 - share);
  return (may, payload) => (may ? Math.max(no, payload - Math.log2(share)) : no);
}

/** Steps of a number in Elias gamma. */
function gammaBits(value: number): number {
  return 2 * Math.floor(Math.log2(Math.max(0, value) + 1)) + 1;
}

/** The best fixed code for values that are known beforehand, and the contexts that learn it at run time. */
function valueCode(values: readonly number[]): { cost(value: number): number; readonly contexts: number } {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  let contexts = 0;
  for (const value of times.keys()) contexts += gammaBits(value);
  return { cost: (value) => Math.log2(values.length / (times.get(value) ?? 1)), contexts };
}

/** Null, none, full: one part of three each of what part credit, where some questions give it, leaves. */
function creditCode(partial: readonly boolean[]): (givesPartial: boolean) => number {
  const share = Math.min(0.99, partial.filter(Boolean).length / Math.max(1, partial.length));
  const plain = Math.log2(3 / (1 - share));
  return (givesPartial) => (givesPartial ? Math.max(plain, Math.log2((fullCredit - 1) / share)) : plain);
}

/** What `codeKeys` costs for any set of `count` keys. */
function setBits(count: number, bits: number): number {
  const high = bucketBits(count, bits);
  let cost = count * (bits - high);
  for (let index = 1; index <= count; index += 1) cost += Math.log2((2 ** high - 1 + index) / index);
  return cost;
}

/** The same for up to `count` keys: it grows with their number but where the number of buckets doubles. */
function mostSetBits(count: number, bits: number): number {
  let most = setBits(Math.max(0, count), bits);
  for (let fewer = 1; fewer < count; fewer *= 2) most = Math.max(most, setBits(fewer, bits));
  return most;
}
