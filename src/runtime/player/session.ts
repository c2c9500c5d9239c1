import type { CourseData, QuizData } from '../../contract/course-data.ts';
import { encodeWithin } from '../../contract/encode-within.ts';
import type { QuizFocus, QuizView } from '../../contract/frame-messages.ts';
import type { Interaction } from '../../contract/interaction.ts';
import { emptyState, fullCredit, type LearnerState } from '../../contract/learner-state.ts';
import type { QuestionData } from '../../contract/question-data.ts';
import { handlerOf } from '../../contract/questions/index.ts';
import { mergeReported } from '../../contract/merge-states.ts';
import type { LmsPort, LmsStart, Outcome, Progress } from '../lms/lms-port.ts';
import { type Answered, check, draft, read, retry, settled, submit } from './answer-quiz.ts';
import type { Journal } from './journal.ts';
import { modelOf } from './model-of.ts';
import type { PlayerModel, PlayerPhase } from './player-model.ts';
import { resumeState } from './resume-state.ts';
import { createSaveLoop, type ProbeOutcome, type SaveLoop } from './save-loop.ts';
import type { TabGuard } from './tab-guard.ts';
import { viewQuiz } from './view-quiz.ts';

/** Everything outside the session: LMS, storage, clocks, chance. Replaced in tests. */
export interface SessionSurroundings {
  readonly port: LmsPort;
  readonly journalFor: (learner: string) => Journal;
  readonly guard: TabGuard;
  readonly probe: () => Promise<ProbeOutcome>;
  /** Monotonic, milliseconds. */
  readonly now: () => number;
  /** Wall clock, milliseconds since 1970. */
  readonly wall: () => number;
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** A whole number, 1 … most. */
  readonly random: (most: number) => number;
  /** The model or a quiz changed. */
  readonly changed: (change: SessionChange) => void;
}

export type SessionChange = { readonly kind: 'model' } | { readonly kind: 'quiz'; readonly quiz: string; readonly focus: QuizFocus };

/** One learner's visit to the course, from launch to exit. All that the player shows comes from here. */
export interface Session {
  /** Opens the session; resolves when the phase is no longer `opening`. */
  begin(): Promise<void>;
  /** Goes on without an LMS. */
  goUntracked(): void;
  model(): PlayerModel;
  quiz(id: string): QuizView | null;
  /** Where to open a page: the saved place if it is the one the learner left. */
  placeOn(page: string): number | null;
  open(page: string): void;
  read(page: string): void;
  place(page: string, fraction: number): void;
  draft(quiz: string, question: string, response: unknown): void;
  check(quiz: string, question: string, response: unknown): void;
  submit(quiz: string): void;
  retry(quiz: string): void;
  /** Save now what is unsaved. */
  flush(): void;
  /** The page may be gone any moment: save without waiting. `final` ends the LMS session as well. */
  leave(final: boolean): void;
  /** The page is back from the back/forward cache. */
  comeBack(): Promise<void>;
  exit(): void;
}

export function createSession(course: CourseData, surroundings: SessionSurroundings): Session {
  const { port, now, wall, random } = surroundings;
  const began = now();
  let phase: PlayerPhase = 'opening';
  let state: LearnerState = emptyState;
  let start: LmsStart | null = null;
  let journal: Journal | null = null;
  let current = course.pages[0]?.id ?? '';
  let resumeFraction: { page: string; fraction: number } | null = null;
  let notice: string | null = null;
  let ended = false;
  /** The course with the LMS's wish for a pass mark, where the author allows it. */
  let rules: CourseData = course;
  /** Answers the LMS does not have for certain, oldest first, with the sequence number at which they were given. */
  let pending: { readonly at: number; readonly interaction: Interaction }[] = [];
  let confirmed = 0;
  const shownAt = new Map<string, number>();

  const changed = (): void => surroundings.changed({ kind: 'model' });
  const tracked = (): boolean => start !== null && start.mode === 'normal';
  const readOnly = (): boolean => phase !== 'running' || (start !== null && start.mode !== 'normal');
  const encoded = (): string => encodeWithin(state, course, course.stateLimit).text;
  const progress = (): Progress => ({
    state: encoded(),
    location: current,
    status: state.reported.status,
    score: state.reported.score,
    sessionTime: now() - began,
  });

  const loop: SaveLoop = createSaveLoop({
    record: () => port.record(progress()),
    probe: surroundings.probe,
    confirm,
    journaled: () => journal?.available === true,
    changed,
    now,
    after: surroundings.after,
  });

  function confirm(sequence: number, outcome: Outcome): void {
    // What the LMS did not clearly confirm stays in the journal, to be compared at the next launch.
    if (outcome !== 'stored') return;
    confirmed = Math.max(confirmed, sequence);
    pending = pending.filter(({ at }) => at > sequence);
    keep();
  }

  /** Writes the journal; before the LMS is called, so that an answer is safe even if that call freezes the page. */
  function keep(): void {
    journal?.write({ state: encoded(), sequence: state.sequence, confirmed, pending: pending.map(({ interaction }) => interaction) });
  }

  function apply(next: LearnerState, urgency: 'now' | 'soon'): void {
    state = next;
    if (tracked()) {
      keep();
      loop.changed(state.sequence, urgency);
    }
    changed();
  }

  function applyAnswered(quiz: QuizData, answered: Answered | null, focus: QuizFocus): void {
    if (answered === null) return;
    for (const { question, response, credit } of answered.graded) {
      const body = handlerOf(question).interaction(question, response);
      if (body === null) continue;
      const interaction: Interaction = {
        id: `${quiz.id}_${question.id}`,
        quiz: quiz.id,
        question: question.id,
        prompt: question.prompt,
        body,
        result: credit === fullCredit ? 'correct' : 'incorrect',
        weighting: question.points,
        latency: latencyOf(quiz),
        time: wall(),
      };
      if (tracked()) {
        pending.push({ at: answered.state.sequence, interaction });
        port.answer(interaction);
      }
    }
    if (answered.graded.length > 0) shownAt.set(quiz.id, now());
    apply(answered.state, 'now');
    surroundings.changed({ kind: 'quiz', quiz: quiz.id, focus });
  }

  function latencyOf(quiz: QuizData): number | null {
    const shown = shownAt.get(quiz.id);
    return shown === undefined ? null : now() - shown;
  }

  const findQuiz = (id: string): QuizData | undefined => course.quizzes.find((quiz) => quiz.id === id);
  const findQuestion = (quiz: QuizData | undefined, id: string): QuestionData | undefined => quiz?.questions.find((question) => question.id === id);
  const seedFor = (quiz: QuizData): number => (quiz.shuffle.questions || quiz.shuffle.choices ? random(65_535) : 0);

  function answer(quizId: string, questionId: string, input: unknown, how: 'draft' | 'check'): void {
    if (readOnly()) return;
    const quiz = findQuiz(quizId);
    const question = findQuestion(quiz, questionId);
    if (quiz === undefined || question === undefined) return;
    const response = handlerOf(question).parse(question, input);
    const entry = state.quizzes.get(quiz.id);
    // The order shown before the first answer is that of seed 0, so the first attempt begins with its own order.
    const seed = entry?.current?.seed ?? firstSeed(quiz);
    if (how === 'check') {
      if (response === null) return;
      const answered = check(rules, state, quiz, question, response, seed);
      const done = answered?.state.quizzes.get(quiz.id)?.current?.submitted === true;
      applyAnswered(quiz, answered, done ? { at: 'result' } : { at: 'question', question: question.id });
      return;
    }
    const answered = draft(rules, state, quiz, question, response, seed);
    // A draft changes nothing the page does not show already.
    if (answered !== null) apply(answered.state, 'now');
  }

  /** Shuffled quizzes get their order when they are first shown, before any answer. */
  const seeds = new Map<string, number>();
  function firstSeed(quiz: QuizData): number {
    const known = seeds.get(quiz.id);
    if (known !== undefined) return known;
    const seed = seedFor(quiz);
    seeds.set(quiz.id, seed);
    return seed;
  }

  function withShownSeed(quiz: QuizData): LearnerState {
    const entry = state.quizzes.get(quiz.id);
    if ((entry !== undefined && entry.current !== null) || readOnly()) return state;
    const seed = firstSeed(quiz);
    if (seed === 0) return state;
    const attempt = { submitted: false, seed, answers: new Map() };
    return { ...state, quizzes: new Map(state.quizzes).set(quiz.id, { attempts: 0, best: null, passed: false, ...entry, current: attempt }) };
  }

  function run(): void {
    phase = 'running';
    const place = state.place;
    if (place !== null && course.pages.some((page) => page.id === place.page)) {
      current = place.page;
      resumeFraction = place;
    }
    changed();
  }

  return {
    async begin() {
      phase = 'opening';
      changed();
      if (!(await surroundings.guard.claim())) {
        phase = 'second';
        changed();
        return;
      }
      start = await port.start();
      if (start === null) {
        phase = 'ask';
        changed();
        return;
      }
      if (course.rules.pass !== null && course.rules.lmsMastery && start.mastery !== null) {
        rules = { ...course, rules: { ...course.rules, pass: start.mastery } };
      }
      journal = surroundings.journalFor(start.learner.id);
      const resumed = resumeState(start, start.mode === 'normal' ? journal.read() : null, course, () => random(0xffffff));
      notice = start.mode === 'normal' ? resumed.notice : 'notice.review';
      confirmed = resumed.confirmed;
      state = resumed.state;
      if (tracked()) {
        for (const interaction of resumed.pending) {
          pending.push({ at: state.sequence + 1, interaction });
          port.answer(interaction);
        }
        // Numbered as a change: the first commit says "incomplete" at once, and brings back what the LMS has lower.
        state = settled(rules, { ...state, reported: mergeReported(state.reported, { status: start.status ?? 'incomplete', score: start.score }) });
        keep();
      }
      run();
      if (tracked()) {
        loop.changed(state.sequence, 'now');
        loop.flush();
      }
    },
    goUntracked() {
      if (phase !== 'ask') return;
      notice = 'notice.untracked';
      run();
    },
    model: () => modelOf({ course: rules, state, phase, current, notice, tracked: start !== null, review: start !== null && start.mode !== 'normal', save: loop.state }),
    quiz(id) {
      const quiz = findQuiz(id);
      if (quiz === undefined) return null;
      if (!shownAt.has(id)) shownAt.set(id, now());
      return viewQuiz(quiz, withShownSeed(quiz), readOnly());
    },
    placeOn(page) {
      const fraction = resumeFraction?.page === page ? resumeFraction.fraction : null;
      resumeFraction = null;
      return fraction;
    },
    open(page) {
      if (phase !== 'running' || !course.pages.some(({ id }) => id === page)) return;
      if (current === page) return;
      current = page;
      shownAt.clear();
      if (readOnly()) {
        changed();
        return;
      }
      apply({ ...state, sequence: state.sequence + 1, place: { page, fraction: 0 } }, 'soon');
    },
    read(page) {
      if (readOnly()) return;
      const next = read(rules, state, page);
      if (next !== null) apply(next, 'now');
    },
    place(page, fraction) {
      if (readOnly() || page !== current) return;
      const rounded = Math.round(fraction * 255) / 255;
      if (state.place?.page === page && state.place.fraction === rounded) return;
      apply({ ...state, sequence: state.sequence + 1, place: { page, fraction: rounded } }, 'soon');
    },
    draft: (quiz, question, response) => answer(quiz, question, response, 'draft'),
    check: (quiz, question, response) => answer(quiz, question, response, 'check'),
    submit(id) {
      const quiz = findQuiz(id);
      if (quiz !== undefined && !readOnly()) applyAnswered(quiz, submit(rules, state, quiz), { at: 'result' });
    },
    retry(id) {
      const quiz = findQuiz(id);
      if (quiz !== undefined && !readOnly()) applyAnswered(quiz, retry(rules, state, quiz, seedFor(quiz)), { at: 'start' });
    },
    flush: () => loop.flush(),
    leave(final) {
      if (ended || start === null) return;
      if (!final) {
        loop.flush();
        return;
      }
      ended = true;
      loop.stop();
      const said = port.finish(progress());
      if (tracked()) confirm(state.sequence, said);
    },
    async comeBack() {
      // While this page slept, another tab may have taken the course.
      if (phase !== 'running' || (await surroundings.guard.claim())) return;
      phase = 'second';
      loop.stop();
      changed();
    },
    exit() {
      if (phase !== 'running') return;
      phase = 'ended';
      this.leave(true);
      surroundings.guard.release();
      changed();
    },
  };
}
