import type { CourseData, PageData } from '../../contract/course-data.ts';
import { encodeWithin, type FittedState } from '../../contract/encode-within.ts';
import { withArranged, withRules } from '../../contract/features.ts';
import { playedOn, withPlayed } from '../../contract/films.ts';
import { emptyState, type LearnerState } from '../../contract/learner-state.ts';
import { lockOf } from '../../contract/page-gates.ts';
import { reportedAtLaunch } from '../../contract/submission.ts';
import { withoutFuture } from '../../contract/wait-for-retry.ts';
import type { LmsStart, Progress } from '../lms/lms-port.ts';
import { endAnswered, read, settled } from './answer-quiz.ts';
import { createAnswering } from './answering.ts';
import type { KeptAnswer } from './journal.ts';
import { createKeeping, journalLimit } from './keeping.ts';
import { modelOf } from './model-of.ts';
import { createNavigation } from './navigation.ts';
import { objectiveProgress } from './objective-progress.ts';
import type { PlayerPhase } from './player-model.ts';
import { reportAnswer } from './report-answer.ts';
import { resumeState } from './resume-state.ts';
import { createSaveLoop, type SaveLoop } from './save-loop.ts';
import type { Session } from './session.ts';
import type { SessionSurroundings } from './session-surroundings.ts';
import { viewOutcome } from './view-outcome.ts';
import { viewQuiz } from './view-quiz.ts';
import { withEarnedDay } from './with-earned-day.ts';

/** An LMS state has room for 24 bits of it. */
const registrations = 0xffffff;

export function createSession(course: CourseData, surroundings: SessionSurroundings): Session {
  const { port, guard, now, random } = surroundings;
  const began = now();
  let phase: PlayerPhase = 'opening';
  let state: LearnerState = emptyState;
  let start: LmsStart | null = null;
  let notice: string | null = null;
  let ended = false;
  /** The course with the LMS's wish for a pass mark, where the author allows it. */
  let rules: CourseData = course;
  let lied = false;

  const changed = (): void => surroundings.changed({ kind: 'model' });
  const tracked = (): boolean => start?.mode === 'normal';
  const readOnly = (): boolean => phase !== 'running' || (start !== null && !tracked());
  /** Who looks back at a finished course may look at all of it. */
  const isLocked = (page: PageData): boolean =>
    withRules && (start === null || tracked()) && lockOf(rules, state, page) !== null;
  const navigation = createNavigation(course, isLocked);
  let text: { readonly of: LearnerState; readonly is: FittedState } | null = null;
  const fitted = (): FittedState => {
    if (text?.of !== state) text = { of: state, is: encodeWithin(state, course, course.stateLimit) };
    return text.is;
  };
  const encoded = (): string => fitted().text;
  /** The journal has room also for texts of the learner's that the LMS has not. */
  const whole = (): string =>
    fitted().dropped.length > 0 ? encodeWithin(state, course, journalLimit).text : encoded();
  /** The LMS has no room for a text that was not sent otherwise either. */
  const isCut = (): boolean =>
    tracked() && fitted().dropped.some(({ quiz }) => state.quizzes.get(quiz)?.current?.submitted === false);
  const keeping = createKeeping(encoded, withArranged ? whole : encoded);
  const journaled = (): boolean => keeping.works;
  const progress = (): Progress => ({
    state: encoded(),
    location: navigation.current,
    status: state.reported.status,
    score: state.reported.score,
    ...objectiveProgress(rules, state),
    sessionTime: now() - began,
  });

  function handOver(): Progress {
    if (tracked()) keeping.handOver();
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
      keeping.confirm(sequence, outcome);
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
    const { page, fraction } = state.place ?? { page: navigation.current, fraction: 0 };
    const step = Math.round(fraction * 255);
    state = { ...state, place: { page, fraction: (step % 2 === 0 ? step + 1 : step - 1) / 255 } };
    keeping.keep();
  }

  function apply(next: LearnerState, urgency: 'now' | 'soon'): void {
    const { status } = next.reported;
    // Nothing may take the place of the word that nothing is kept.
    if (status !== state.reported.status && status !== 'incomplete' && start !== null) notice = 'notice.finished';
    state = withEarnedDay(rules, next, surroundings.wall());
    if (tracked()) {
      keeping.keep();
      loop.changed(state.sequence, urgency);
    }
    changed();
  }

  function report(answers: readonly KeptAnswer[]): void {
    keeping.answers.add(answers);
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

  function run(): void {
    if (navigation.begin(state.place)) notice ??= 'notice.resumed';
    show('running');
    answering.watchTime();
  }

  /** Takes what is known at launch: from the LMS, and from the journal of this browser. */
  function takeUp(from: LmsStart): void {
    if (course.rules.pass !== null && course.rules.lmsMastery && from.mastery !== null) {
      rules = { ...course, rules: { ...course.rules, pass: from.mastery } };
    }
    const entry = keeping.open(surroundings.journalFor(from.learner.id));
    const resumed = resumeState(from, entry, course, () => random(registrations));
    ({ state, notice, lied } = resumed);
    keeping.begin(resumed.proven, from.resume);
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
    keeping.keep();
  }

  /** This page had the course before: another tab may have gone on with it since, which is in the journal then. */
  function rejoin(from: LmsStart): boolean {
    const own = { ...from, resume: encoded() };
    const other = resumeState(own, keeping.read(), course, () => state.registration).state;
    const isOutdone = other.sequence > state.sequence;
    if (isOutdone) state = settled(rules, other);
    loop.resume();
    show('running');
    answering.watchTime();
    if (tracked()) {
      loop.changed(state.sequence, 'now');
      loop.flush();
    }
    return isOutdone;
  }

  /** Another tab has the course. */
  function standAside(): boolean {
    show('second');
    return false;
  }

  const films: Session['films'] = {
    on: (page) => playedOn(course, state, page),
    played(film) {
      const next = readOnly() ? null : withPlayed(course, state, film);
      if (next !== null) apply(next, 'soon');
    },
  };

  return {
    async begin() {
      show('opening');
      if (!(await guard.claim())) return standAside();
      if (start !== null) return journaled() ? rejoin(start) : standAside();
      start = await port.start();
      if (start === null) show('ask');
      else {
        takeUp(start);
        run();
        if (tracked()) {
          loop.changed(state.sequence, 'now');
          loop.flush();
        }
      }
      return false;
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
        current: navigation.current,
        special: navigation.special,
        notice,
        tracked: start !== null,
        review: !tracked(),
        save: loop.state,
        journaled: journaled(),
        lied,
        cut: withArranged && isCut(),
        blocked: navigation.blocked,
      }),
    quiz: answering.view,
    answers: () =>
      rules.quizzes
        .filter(({ id }) => state.quizzes.get(id)?.current?.submitted === true)
        .map((quiz) => viewQuiz(quiz, state, true, 0, surroundings.wall())),
    outcome() {
      const isNamed = course.specials?.some(({ id, name }) => id === navigation.special && name);
      return viewOutcome(rules, state, this.model(), (isNamed && start?.learner.name) || '');
    },
    placeOn: navigation.placeOn,
    open(page) {
      if (phase !== 'running') return false;
      const wasBlocked = navigation.blocked !== null;
      const what = navigation.open(page, state.place);
      if (what === 'unknown') return false;
      if (what === 'locked' || what === 'same') {
        if (what === 'locked' || wasBlocked) changed();
        return what === 'same';
      }
      answering.pageChanged();
      if (notice === 'notice.resumed' || notice === 'notice.finished') notice = null;
      if (what === 'around' || readOnly()) changed();
      else apply({ ...state, sequence: state.sequence + 1, place: { page, fraction: 0 } }, 'soon');
      return true;
    },
    back() {
      navigation.blocked = null;
      changed();
    },
    read(page) {
      const next = readOnly() || navigation.blocked === page ? null : read(rules, state, page);
      if (next !== null) apply(next, 'now');
    },
    place(page, fraction) {
      if (readOnly() || page !== navigation.current) return;
      const rounded = Math.round(fraction * 255) / 255;
      if (state.place?.page === page && state.place.fraction === rounded) return;
      apply({ ...state, sequence: state.sequence + 1, place: { page, fraction: rounded } }, 'soon');
    },
    ...(withRules && { films }),
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
        guard.release();
        return;
      }
      ended = true;
      if (tracked() && loop.failing) nudge();
      const said = port.finish(handOver());
      loop.stop(said);
      if (!tracked()) return;
      keeping.answers.defer(port.waiting, state.sequence);
      keeping.confirm(state.sequence, said, loop.state !== 'unsaved');
    },
    async comeBack() {
      // While this page slept, another tab may have taken the course, or have had it.
      if (phase !== 'running' || ended || start === null) return false;
      return (await guard.claim()) ? rejoin(start) : standAside();
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
