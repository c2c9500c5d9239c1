import type { CourseData } from '../../src/contract/course-data.ts';
import type { LearnerState } from '../../src/contract/learner-state.ts';
import { handlerOf } from '../../src/contract/questions/index.ts';
import type { LearnerResponse } from '../../src/contract/response.ts';
import { decodeState } from '../../src/contract/state-codec.ts';
import type { Call } from '../../src/simulator/strict-lms.ts';
import type { Machine } from './learner-machine.ts';
import type { Visit, World } from './learner-session.ts';

/** An answer that the player took and showed as given. */
interface Acknowledged {
  readonly quiz: string;
  readonly question: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly response: LearnerResponse;
  readonly at: number;
  /** What gives the response its meaning: a version of the course that changed it drops the response. */
  readonly shape: string;
}

const shapeOf = (course: CourseData, quiz: string, id: string): string | null => {
  const question = course.quizzes.find((each) => each.id === quiz)?.questions.find((each) => each.id === id);
  return question === undefined ? null : handlerOf(question).shape(question);
};

/** What the learner was shown to have answered, from outside the runtime, and the checks that none of it is lost. */
export interface Ledger {
  /** Answers, and notes it if the page shows it as given. */
  answer(visit: Visit, quiz: string, question: string, how: 'right' | 'wrong' | LearnerResponse): void;
  answerAll(visit: Visit, quiz: string, how: 'right' | 'wrong'): void;
  /** Notes an answer that the page shows as given. */
  note(visit: Visit, quiz: string, question: string): void;
  /**
   * The invariant: each answer is in the LMS's record, or in the journal, or the sign says that it is not saved: within
   * 2 s.
   * @returns what breaks it, in words
   */
  broken(visit: Visit): readonly string[];
  /** Answers that this visit does not show though they were given. */
  missing(visit: Visit): readonly string[];
  /** Answers that are shown though the options they were given for are no more. */
  misread(visit: Visit): readonly string[];
  /** Answers that are not in the LMS's record. */
  unrecorded(course: CourseData): readonly string[];
  /** Forgets what need not come back: it was under "not saved" and nowhere kept. */
  forgetUnrecorded(course: CourseData): void;
  /**
   * Two machines took the same attempt without knowing of each other: the one that was submitted counts, and of two
   * answers to one question either may.
   */
  forgetOutdone(visit: Visit): void;
  readonly size: number;
}

export function createLedger(world: World): Ledger {
  let given: Acknowledged[] = [];
  /** Answers that wait in the journal of a machine that is not used now. */
  const away: Acknowledged[] = [];
  const name = ({ quiz, question, attempt }: Acknowledged): string => `${quiz}/${question} of attempt ${attempt}`;

  const note = (visit: Visit, quiz: string, question: string): void => {
    const response = visit.shows(quiz, question);
    const view = visit.session.quiz(quiz);
    if (response === null || view === null) return;
    given = given.filter((each) => each.quiz !== quiz || each.question !== question);
    given.push({
      quiz,
      question,
      attempt: view.attempt,
      response,
      at: world.clock.now(),
      shape: shapeOf(visit.course, quiz, question) ?? '',
    });
  };

  const recorded = decodeOnce();
  const unrecorded = (course: CourseData): readonly Acknowledged[] => {
    const state = recorded(world.lms.stored('cmi.suspend_data'), course);
    return given.filter((each) => shapeOf(course, each.quiz, each.question) === each.shape && !covers(state, each));
  };

  return {
    note,
    answer(visit, quiz, question, how) {
      const before = JSON.stringify(visit.session.quiz(quiz));
      visit.answer(quiz, question, how);
      if (JSON.stringify(visit.session.quiz(quiz)) !== before) note(visit, quiz, question);
    },
    answerAll(visit, quiz, how) {
      for (const { id } of visit.course.quizzes.find((each) => each.id === quiz)?.questions ?? [])
        this.answer(visit, quiz, id, how);
      visit.session.submit(quiz);
    },
    broken(visit) {
      const local = journalState(visit.machine, visit.course);
      const sign = visit.sign();
      // An LMS that stores on a timer has it, as far as a page can know.
      const held =
        typeof world.lms.profile.stores === 'object'
          ? decodeState(world.lms.session()['cmi.suspend_data'] ?? '', visit.course).state
          : null;
      return unrecorded(visit.course)
        .filter((each) => !(held !== null && covers(held, each)))
        .filter((each) => !(local !== null && covers(local, each)))
        .filter(({ at }) => sign !== 'unsaved' && !(sign === 'saving' && world.clock.now() - at <= 2_000))
        .map((each) => `${name(each)} is nowhere, and the sign says ${sign}`);
    },
    missing: (visit) =>
      given
        .filter(({ quiz, question, attempt, response, shape }) => {
          const view = visit.session.quiz(quiz);
          if (view === null || shapeOf(visit.course, quiz, question) !== shape) return false;
          if (view.attempt > attempt) return false;
          return view.attempt < attempt || JSON.stringify(visit.shows(quiz, question)) !== JSON.stringify(response);
        })
        .map((each) => `${name(each)} is lost`),
    misread: (visit) =>
      given
        .filter(({ quiz, question, shape }) => shapeOf(visit.course, quiz, question) !== shape)
        .filter(({ quiz, question }) => visit.shows(quiz, question) !== null)
        .map((each) => `${name(each)} is taken for an answer to other options`),
    unrecorded: (course) => unrecorded(course).map((each) => `${name(each)} is not in the LMS`),
    forgetUnrecorded(course) {
      const gone = unrecorded(course);
      away.push(...gone);
      given = given.filter((each) => !gone.includes(each));
    },
    forgetOutdone(visit) {
      given = given.filter((own) => {
        const view = visit.session.quiz(own.quiz);
        const twice = away.some(
          (other) => other.quiz === own.quiz && other.question === own.question && other.attempt === own.attempt,
        );
        return !twice && (view === null || view.phase === 'open' || view.attempt > own.attempt);
      });
    },
    get size() {
      return given.length;
    },
  };
}

/** Decodes states; one that is asked for again, only once. */
function decodeOnce(): (text: string, course: CourseData) => LearnerState {
  let last: { readonly text: string; readonly course: CourseData; readonly state: LearnerState } | null = null;
  return (text, course) => {
    if (last?.text !== text || last.course !== course) last = { text, course, state: decodeState(text, course).state };
    return last.state;
  };
}

function covers(state: LearnerState, { quiz, question, attempt, response }: Acknowledged): boolean {
  const entry = state.quizzes.get(quiz);
  if (entry === undefined) return false;
  const { current, attempts } = entry;
  const shown = current?.submitted ? attempts : attempts + 1;
  if (shown > attempt) return true;
  return shown === attempt && JSON.stringify(current?.answers.get(question)?.response) === JSON.stringify(response);
}

function journalState(machine: Machine, course: CourseData): LearnerState | null {
  for (const [key, value] of machine.values) {
    if (key.endsWith(':try')) continue;
    const decoded = decodeState((JSON.parse(value) as { state: string }).state, course);
    if (decoded.problem === null) return decoded.state;
  }
  return null;
}

const rank = ['not attempted', '', 'browsed', 'incomplete', 'failed', 'completed', 'passed'];

/** Watches the record over all calls: a result in it is never lowered. */
export function watchResults(): {
  readonly onCall: (call: Call) => void;
  watch(world: World): void;
  readonly lowered: readonly string[];
  /** Without what was as high again before any time passed: so it is where values must be sent anew after a failure. */
  readonly stayedLow: readonly string[];
  /** Farther than values sent anew must fall, even for that instant. */
  readonly fellFar: readonly string[];
} {
  const lowered: string[] = [];
  const fellFar: string[] = [];
  const stayedLow: string[] = [];
  let world: World | null = null;
  let best = { status: 'not attempted', score: 0 };
  let peak = best;
  let fell: { readonly at: number; readonly what: string } | null = null;
  return {
    lowered,
    fellFar,
    get stayedLow() {
      return fell === null ? stayedLow : [...stayedLow, fell.what];
    },
    watch: (given) => {
      world = given;
    },
    onCall: (call) => {
      if (world === null || call.fn.startsWith('LMSGet') || call.fn === 'LMSInitialize') return;
      if (call.fn === 'LMSSetValue' && world.lms.profile.stores !== 'on-set') return;
      const status = world.lms.stored('cmi.core.lesson_status') || 'not attempted';
      // Values sent anew differ by a thousandth, which is less than a score can say.
      const raw = Math.round(Number(world.lms.stored('cmi.core.score.raw') || 0) * 100);
      const isLess = rank.indexOf(status) < rank.indexOf(best.status);
      if (isLess) lowered.push(`call ${call.n}: ${best.status} became ${status}`);
      if (raw < best.score) lowered.push(`call ${call.n}: score ${best.score} became ${raw}`);
      const isStep = best.status === 'passed' ? status === 'completed' : status === 'incomplete' || status === 'failed';
      if ((isLess && !isStep) || raw < best.score) fellFar.push(lowered.at(-1) ?? '');
      if (fell === null && (isLess || raw < best.score)) {
        peak = best;
        fell = { at: world.clock.now(), what: lowered.at(-1) ?? '' };
      }
      best = { status, score: raw };
      if (fell === null || rank.indexOf(status) < rank.indexOf(peak.status) || raw < peak.score) return;
      if (fell.at !== world.clock.now()) stayedLow.push(fell.what);
      fell = null;
    },
  };
}
