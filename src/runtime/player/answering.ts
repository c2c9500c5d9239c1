import type { CourseData, QuizData } from '../../contract/course-data.ts';
import { withRules } from '../../contract/features.ts';
import type { QuizFocus, QuizView } from '../../contract/frame-messages.ts';
import type { Confidence, LearnerState } from '../../contract/learner-state.ts';
import { handlerOf } from '../../contract/questions/index.ts';
import { type Answered, check, draft, retry, submit } from './answer-quiz.ts';
import { adjustLimit, begin, holdDraw, setConfidence, showHint } from './begin-attempt.ts';
import type { KeptAnswer } from './journal.ts';
import { createTimeLimits } from './time-limits.ts';
import { viewQuiz } from './view-quiz.ts';

export interface AnsweringSurroundings {
  /** The course with the rules in force. */
  readonly course: () => CourseData;
  readonly state: () => LearnerState;
  readonly readOnly: () => boolean;
  /** Monotonic, milliseconds. */
  readonly now: () => number;
  /** Wall clock, milliseconds since 1970. */
  readonly wall: () => number;
  /** A whole number, 1 … most. */
  readonly random: (most: number) => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Runs this when all that the page still held has come in. */
  readonly heard: (then: () => void) => void;
  /** Takes the new state with the answers that were graded; `focus` null where the page shows the change already. */
  readonly apply: (state: LearnerState, graded: readonly KeptAnswer[], quiz: string, focus: QuizFocus) => void;
}

/** What the learner does with quizzes. What is not allowed now (a graded question, a used-up quiz) changes nothing. */
export interface Answering {
  view(quiz: string): QuizView | null;
  draft(quiz: string, question: string, response: unknown): void;
  check(quiz: string, question: string, response: unknown): void;
  submit(quiz: string): void;
  retry(quiz: string): void;
  /** Shows a question's hint. */
  hint(quiz: string, question: string): void;
  /** How sure the learner is; anything else than 1, 2 and 3 is not let through before. */
  confidence(quiz: string, question: string, level: Confidence): void;
  /** Starts the time of a timed quiz. */
  start(quiz: string): void;
  /** More time, or no limit, where the author allows it. */
  limit(quiz: string, limit: 'extended' | 'off'): void;
  /** The page with these quizzes is shown. */
  arrive(quizzes: readonly string[]): void;
  /** Time goes on, and may have gone on while the course was closed. */
  watchTime(): void;
  /** Another page is shown: latencies are counted anew. */
  pageChanged(): void;
}

export function createAnswering(surroundings: AnsweringSurroundings): Answering {
  const { now, wall, random, readOnly } = surroundings;
  const shownAt = new Map<string, number>();
  /** Shuffled quizzes get their order when they are first shown, before any answer. */
  const seeds = new Map<string, number>();

  const find = (id: string): QuizData | undefined => surroundings.course().quizzes.find((quiz) => quiz.id === id);
  /** Some questions draw an order of their own, whatever the quiz shuffles. */
  const isDrawn = ({ draw, shuffle, questions }: QuizData): boolean =>
    (withRules && draw !== undefined) ||
    shuffle.questions ||
    shuffle.choices ||
    questions.some((question) => handlerOf(question).order(question, false, 1).length > 0);
  const newSeed = (quiz: QuizData): number => (isDrawn(quiz) ? random(65_535) : 0);
  const firstSeed = (quiz: QuizData): number => {
    const seed = seeds.get(quiz.id) ?? newSeed(quiz);
    seeds.set(quiz.id, seed);
    return seed;
  };

  const watchTime = withRules ? createTimeLimits({ ...surroundings, end: (id) => end(id, { at: 'over' }) }) : () => {};

  function apply(quiz: QuizData, answered: Answered | null, focus: QuizFocus): void {
    if (answered === null) return;
    const shown = shownAt.get(quiz.id);
    const latency = shown === undefined ? null : now() - shown;
    const answers = answered.state.quizzes.get(quiz.id)?.current?.answers;
    const graded = answered.graded.map(({ question, response, credit }) => ({
      confidence: answers?.get(question.id)?.confidence,
      at: answered.state.sequence,
      quiz: quiz.id,
      question: question.id,
      response,
      credit,
      latency,
      time: wall(),
    }));
    if (graded.length > 0) shownAt.set(quiz.id, now());
    surroundings.apply(answered.state, graded, quiz.id, focus);
    watchTime();
  }

  function answer(id: string, questionId: string, input: unknown, how: 'draft' | 'check'): void {
    const quiz = find(id);
    const question = quiz?.questions.find((each) => each.id === questionId);
    if (quiz === undefined || question === undefined || readOnly()) return;
    const response = handlerOf(question).parse(question, input);
    // Only null itself takes an answer back; what cannot be read changes nothing.
    if (response === null && (how === 'check' || input !== null)) return;
    const [course, state, seed] = [surroundings.course(), surroundings.state(), firstSeed(quiz)];
    if (how === 'draft' || response === null) {
      apply(quiz, draft(course, state, quiz, question, response, seed), null);
      return;
    }
    const answered = check(course, state, quiz, question, response, seed, wall());
    const done = answered?.state.quizzes.get(id)?.current?.submitted === true;
    apply(quiz, answered, done ? { at: 'result' } : { at: 'question', question: questionId });
  }

  function act(
    id: string,
    how: (quiz: QuizData, course: CourseData, state: LearnerState) => Answered | null,
    focus: QuizFocus,
  ): void {
    const quiz = find(id);
    if (quiz !== undefined && !readOnly()) apply(quiz, how(quiz, surroundings.course(), surroundings.state()), focus);
  }

  const end = (id: string, focus: QuizFocus): void =>
    act(id, (quiz, course, state) => submit(course, state, quiz, wall()), focus);

  return {
    view(id) {
      const quiz = find(id);
      if (quiz === undefined) return null;
      if (!shownAt.has(id)) shownAt.set(id, now());
      return viewQuiz(quiz, surroundings.state(), readOnly(), readOnly() ? 0 : firstSeed(quiz), wall());
    },
    draft: (quiz, question, response) => answer(quiz, question, response, 'draft'),
    check: (quiz, question, response) => answer(quiz, question, response, 'check'),
    submit: (id) => end(id, { at: 'result' }),
    retry: (id) => act(id, (quiz, course, state) => retry(course, state, quiz, newSeed(quiz), wall()), { at: 'start' }),
    hint: (id, questionId) =>
      withRules &&
      act(
        id,
        (quiz, course, state) => {
          const question = quiz.questions.find((each) => each.id === questionId);
          return question === undefined ? null : showHint(course, state, quiz, question, firstSeed(quiz));
        },
        { at: 'none' },
      ),
    confidence: (id, questionId, level) =>
      withRules &&
      act(
        id,
        (quiz, course, state) => {
          const question = quiz.questions.find((each) => each.id === questionId);
          return question === undefined ? null : setConfidence(course, state, quiz, question, level, firstSeed(quiz));
        },
        null,
      ),
    start: (id) =>
      withRules &&
      act(id, (quiz, course, state) => begin(course, state, quiz, firstSeed(quiz), wall()), { at: 'start' }),
    limit: (id, limit) =>
      withRules && act(id, (quiz, course, state) => adjustLimit(course, state, quiz, limit), { at: 'none' }),
    arrive(ids) {
      if (withRules)
        for (const id of ids) act(id, (quiz, course, state) => holdDraw(course, state, quiz, firstSeed(quiz)), null);
    },
    watchTime,
    pageChanged: () => shownAt.clear(),
  };
}
