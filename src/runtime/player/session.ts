import type { CourseData, PageData } from '../../contract/course-data.ts';
import type { CourseOutcome } from '../../contract/course-outcome.ts';
import { encodeWithin } from '../../contract/encode-within.ts';
import { withRules } from '../../contract/features.ts';
import type { QuizView } from '../../contract/frame-messages.ts';
import { emptyState, type LearnerState } from '../../contract/learner-state.ts';
import { lockOf } from '../../contract/page-gates.ts';
import { reportedAtLaunch } from '../../contract/submission.ts';
import { withoutFuture } from '../../contract/wait-for-retry.ts';
import type { LmsStart, Outcome, Progress } from '../lms/lms-port.ts';
import { endAnswered, read, settled } from './answer-quiz.ts';
import { type Answering, createAnswering } from './answering.ts';
import { type Journal, markOf } from './journal.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { modelOf } from './model-of.ts';
import { objectiveProgress } from './objective-progress.ts';
import type { PlayerModel, PlayerPhase } from './player-model.ts';
import { reportAnswer } from './report-answer.ts';
import { resumeState } from './resume-state.ts';
import { createSaveLoop, type SaveLoop } from './save-loop.ts';
import type { SessionSurroundings } from './session-surroundings.ts';
import { viewOutcome } from './view-outcome.ts';
import { viewQuiz } from './view-quiz.ts';
import { withEarnedDay } from './with-earned-day.ts';

/** One learner's visit to the course, from launch to exit. All that the player shows comes from here. */
export interface Session
  extends Pick<
    Answering,
    'draft' | 'check' | 'submit' | 'retry' | 'hint' | 'confidence' | 'start' | 'limit' | 'arrive'
  > {
  /** Opens the session; resolves when the phase is no longer `opening`. Asked again, looks again. */
  begin(): Promise<void>;
  /** Goes on without an LMS. */
  goUntracked(): void;
  model(): PlayerModel;
  quiz(id: string): QuizView | null;
  /** Every quiz handed in, to look back at: its last attempt, as far as its rules show it now. */
  answers(): readonly QuizView[];
  /** How the course stands, for the special page in the frame. */
  outcome(): CourseOutcome;
  /** Where to open a page: the saved place if it is the one the learner left. */
  placeOn(page: string): number | null;
  /** @returns false if the page is locked: then the model says why */
  open(page: string): boolean;
  /** Leaves the explanation of a locked page. */
  back(): void;
  read(page: string): void;
  place(page: string, fraction: number): void;
  /** Save now what is unsaved: the tab is hidden, the network is back, the learner asked. */
  flush(): void;
  /** The page goes: for good (`final`: ends the LMS session as well), or into the back/forward cache. Does not wait. */
  leave(final: boolean): void;
  /** The page is back from the back/forward cache. */
  comeBack(): Promise<void>;
  /** Saves, ends the LMS session, then shows so. Not if answers would be lost: then the page must stay open. */
  exit(): Promise<void>;
}

/** Commits after which an LMS may still give back the state of an earlier one. */
const mostAncestors = 20;
/** An LMS state has room for 24 bits of it. */
const registrations = 0xffffff;

export function createSession(course: CourseData, surroundings: SessionSurroundings): Session {
  const { port, guard, now, random } = surroundings;
  const began = now();
  let phase: PlayerPhase = 'opening';
  let state: LearnerState = emptyState;
  let start: LmsStart | null = null;
  let journal: Journal | null = null;
  let current = course.pages[0]?.id ?? '';
  /** The special page that stands in the frame instead of the current one. */
  let special: string | null = null;
  /** A locked page the learner wanted to open. */
  let blocked: string | null = null;
  let resumePlace: LearnerState['place'] = null;
  let notice: string | null = null;
  let ended = false;
  /** The course with the LMS's wish for a pass mark, where the author allows it. */
  let rules: CourseData = course;
  let confirmed = 0;
  let proven = 0;
  let lied = false;
  let ancestors: readonly string[] = [];
  const kept = createKeptAnswers();

  const changed = (): void => surroundings.changed({ kind: 'model' });
  const tracked = (): boolean => start?.mode === 'normal';
  const readOnly = (): boolean => phase !== 'running' || (start !== null && !tracked());
  /** Who looks back at a finished course may look at all of it. */
  const isLocked = (page: PageData): boolean =>
    withRules && (start === null || tracked()) && lockOf(rules, state, page) !== null;
  const journaled = (): boolean => journal?.available === true;
  let text: { readonly of: LearnerState; readonly is: string } | null = null;
  const encoded = (): string => {
    if (text?.of !== state) text = { of: state, is: encodeWithin(state, course, course.stateLimit).text };
    return text.is;
  };
  const progress = (): Progress => ({
    state: encoded(),
    location: current,
    status: state.reported.status,
    score: state.reported.score,
    ...objectiveProgress(rules, state),
    sessionTime: now() - began,
  });

  /** What goes to the LMS; the journal knows of it before, for the page may end in the call. */
  function handOver(): Progress {
    ancestors = [...ancestors, markOf(encoded())].slice(-mostAncestors);
    if (tracked()) keep();
    return progress();
  }

  const loop: SaveLoop = createSaveLoop({
    async record(again) {
      if (again) nudge();
      const { sequence } = state;
      return { sequence, outcome: await port.record(handOver()) };
    },
    probe: surroundings.probe,
    confirm(sequence, outcome) {
      port.trust();
      confirm(sequence, outcome);
    },
    doubt: () => port.doubt(),
    journaled,
    changed,
    now,
    after: surroundings.after,
  });

  /**
   * Moodle sends the state again only if it differs from what it believes to have sent: so the place moves by a hair, to
   * and fro. The sequence number stays, else hours of retries would pass for hours of work done on another machine.
   */
  function nudge(): void {
    const { page, fraction } = state.place ?? { page: current, fraction: 0 };
    const step = Math.round(fraction * 255);
    state = { ...state, place: { page, fraction: (step % 2 === 0 ? step + 1 : step - 1) / 255 } };
    keep();
  }

  /** What the LMS did not clearly confirm stays in the journal as such, to be compared at the next launch. */
  function confirm(sequence: number, outcome: Outcome, closed = false): void {
    if (outcome !== 'stored') return;
    confirmed = Math.max(confirmed, sequence);
    kept.confirm(sequence);
    keep(closed);
  }

  /** Writes the journal; before the LMS is called, so that an answer is safe even if that call freezes the page. */
  function keep(closed = false): void {
    journal?.write({ state: encoded(), confirmed, proven, closed, ancestors, answers: kept.list });
  }

  function apply(next: LearnerState, urgency: 'now' | 'soon'): void {
    const { status } = next.reported;
    // Nothing may take the place of the word that nothing is kept.
    if (status !== state.reported.status && status !== 'incomplete' && start !== null) notice = 'notice.finished';
    state = withEarnedDay(rules, next, surroundings.wall());
    if (tracked()) {
      keep();
      loop.changed(state.sequence, urgency);
    }
    changed();
  }

  function report(answers: Parameters<typeof kept.add>[0]): void {
    kept.add(answers);
    for (const answer of answers) {
      for (const interaction of reportAnswer(course, answer)) port.answer(interaction);
    }
  }

  const answering = createAnswering({
    course: () => rules,
    state: () => state,
    readOnly,
    now,
    wall: surroundings.wall,
    random,
    after: surroundings.after,
    heard: surroundings.heard,
    apply(next, graded, quiz, focus) {
      if (tracked()) report(graded);
      apply(next, 'now');
      if (focus !== null) surroundings.changed({ kind: 'quiz', quiz, focus });
    },
  });

  function show(next: PlayerPhase): void {
    phase = next;
    changed();
  }

  const specials = course.specials ?? [];
  const isSpecial = (page: string): boolean => specials.some(({ id }) => id === page);

  function run(): void {
    const left = course.pages.find(({ id }) => id === state.place?.page);
    if (left !== undefined && !isLocked(left)) {
      current = left.id;
      resumePlace = state.place;
      notice ??= 'notice.resumed';
    } else {
      current = course.pages.find((page) => !isLocked(page))?.id ?? current;
      if (state.place === null) special = specials.find(({ greets }) => greets)?.id ?? null;
    }
    show('running');
    answering.watchTime();
  }

  /** Takes what is known at launch: from the LMS, and from the journal of this browser. */
  function takeUp(from: LmsStart): void {
    if (course.rules.pass !== null && course.rules.lmsMastery && from.mastery !== null) {
      rules = { ...course, rules: { ...course.rules, pass: from.mastery } };
    }
    journal = surroundings.journalFor(from.learner.id);
    const resumed = resumeState(from, journal.read(), course, () => random(registrations));
    ({ state, notice, proven, lied } = resumed);
    confirmed = proven;
    ancestors = [markOf(from.resume)];
    // Also who looks back sees what the LMS has, should it have more than the state.
    const reported = reportedAtLaunch(rules, state, { status: from.status ?? 'incomplete', score: from.score });
    state = { ...state, reported };
    if (!tracked()) {
      notice = 'notice.review';
      return;
    }
    // Numbered as a change: the first commit says "incomplete" at once, and brings back what the LMS has lower.
    const now = surroundings.wall();
    state = settled(rules, endAnswered(rules, withoutFuture(rules, state, now), now));
    state = withEarnedDay(rules, state, now);
    report(resumed.answers.map((answer) => ({ ...answer, at: state.sequence })));
    keep();
  }

  /** This page had the course before: another tab may have gone on with it since, which is in the journal then. */
  function rejoin(from: LmsStart): void {
    const own = { ...from, resume: encoded() };
    const other = resumeState(own, journal?.read() ?? null, course, () => state.registration).state;
    if (other.sequence > state.sequence) state = settled(rules, other);
    loop.resume();
    show('running');
    if (!tracked()) return;
    loop.changed(state.sequence, 'now');
    loop.flush();
  }

  return {
    async begin() {
      show('opening');
      if (!(await guard.claim())) return show('second');
      if (start !== null) return journaled() ? rejoin(start) : show('second');
      start = await port.start();
      if (start === null) return show('ask');
      takeUp(start);
      run();
      if (!tracked()) return;
      loop.changed(state.sequence, 'now');
      loop.flush();
    },
    goUntracked() {
      if (phase !== 'ask') return;
      notice = 'notice.untracked';
      run();
    },
    model: () =>
      modelOf({
        course: rules,
        state,
        phase,
        current,
        special,
        notice,
        tracked: start !== null,
        review: !tracked(),
        save: loop.state,
        journaled: journaled(),
        lied,
        blocked,
      }),
    quiz: answering.view,
    answers: () =>
      rules.quizzes
        .filter(({ id }) => state.quizzes.get(id)?.current?.submitted === true)
        .map((quiz) => viewQuiz(quiz, state, true, 0, surroundings.wall())),
    outcome() {
      const isNamed = specials.some(({ id, name }) => id === special && name);
      return viewOutcome(rules, state, this.model(), (isNamed && start?.learner.name) || '');
    },
    placeOn(page) {
      const fraction = resumePlace?.page === page ? resumePlace.fraction : null;
      resumePlace = null;
      return fraction;
    },
    open(page) {
      const wanted = course.pages.find(({ id }) => id === page);
      const isAround = isSpecial(page);
      if (phase !== 'running' || (wanted === undefined && !isAround)) return false;
      const isShut = wanted !== undefined && isLocked(wanted);
      const isNews = isShut || blocked !== null;
      blocked = isShut ? page : null;
      if (isShut || (special ?? current) === page) {
        if (isNews) changed();
        return !isShut;
      }
      answering.pageChanged();
      if (notice === 'notice.resumed' || notice === 'notice.finished') notice = null;
      // Back from a special page, the lesson is where it was left.
      const isBack = special !== null && state.place?.page === page;
      special = isAround ? page : null;
      if (!isAround) current = page;
      if (isBack) resumePlace = state.place;
      if (isAround || isBack || readOnly()) changed();
      else apply({ ...state, sequence: state.sequence + 1, place: { page, fraction: 0 } }, 'soon');
      return true;
    },
    back() {
      blocked = null;
      changed();
    },
    read(page) {
      const next = readOnly() || blocked === page ? null : read(rules, state, page);
      if (next !== null) apply(next, 'now');
    },
    place(page, fraction) {
      if (readOnly() || page !== current) return;
      const rounded = Math.round(fraction * 255) / 255;
      if (state.place?.page === page && state.place.fraction === rounded) return;
      apply({ ...state, sequence: state.sequence + 1, place: { page, fraction: rounded } }, 'soon');
    },
    draft: answering.draft,
    check: answering.check,
    submit: answering.submit,
    retry: answering.retry,
    hint: answering.hint,
    confidence: answering.confidence,
    start: answering.start,
    limit: answering.limit,
    arrive: answering.arrive,
    flush: loop.flush,
    leave(final) {
      if (ended || phase !== 'running' || start === null) return;
      if (!final) {
        loop.flush();
        loop.stop();
        return;
      }
      ended = true;
      if (tracked() && loop.failing) nudge();
      const said = port.finish(handOver());
      loop.stop(said);
      if (!tracked()) return;
      kept.defer(port.waiting, state.sequence);
      confirm(state.sequence, said, loop.state !== 'unsaved');
    },
    async comeBack() {
      // While this page slept, another tab may have taken the course, or have had it.
      if (phase !== 'running' || ended || start === null) return;
      if (await guard.claim()) rejoin(start);
      else show('second');
    },
    async exit() {
      if (phase !== 'running') return;
      await loop.settle();
      if (loop.failing && !journaled() && !ended) return;
      this.leave(true);
      guard.release();
      show('ended');
    },
  };
}
