import type { CourseData, QuizData } from '../../src/contract/course-data.ts';
import type { FillInQuestion, QuestionData } from '../../src/contract/question-data.ts';
import type { LearnerResponse } from '../../src/contract/response.ts';
import { scorm12 } from '../../src/runtime/lms/scorm12.ts';
import { createSession } from '../../src/runtime/player/create-session.ts';
import { openJournal } from '../../src/runtime/player/journal.ts';
import type { PlayerModel } from '../../src/runtime/player/player-model.ts';
import type { ProbeOutcome } from '../../src/runtime/player/save-loop.ts';
import type { Session } from '../../src/runtime/player/session.ts';
import { createTabGuard } from '../../src/runtime/player/tab-guard.ts';
import type { LmsRecord } from '../../src/simulator/lms-record.ts';
import { createLms, type Launch, type Lms, type LmsOptions, type Scorm12Api } from '../../src/simulator/strict-lms.ts';
import { type Machine, makeMachine, openChannel } from './learner-machine.ts';
import type { Around, Mutation } from './mutations/mutation.ts';
import { guardSession, repeating } from './session-wrappers.ts';
import { createClock, type VirtualClock } from './virtual-clock.ts';

export interface WorldOptions
  extends Pick<LmsOptions, 'profile' | 'learner' | 'launch' | 'stored' | 'faults' | 'onCall'> {
  readonly course: CourseData;
  /** What the browser says of localStorage; a working one by default. */
  readonly storage?: 'working' | 'absent' | 'throwing' | 'full';
  /** `unknown`: the server cannot be asked. */
  readonly probe?: 'honest' | 'unknown';
  /** Everything the learner does comes so often at once: double clicks, keys held down. */
  readonly repeats?: number;
  readonly mutation?: Mutation;
}

export interface LaunchOptions {
  readonly machine?: Machine;
  /** A newer version of the course. */
  readonly course?: CourseData;
  /** What the LMS hands the content. */
  readonly lms?: Partial<Launch>;
  /** Another window of a session the LMS has open: no new launch. */
  readonly sameLaunch?: boolean;
  readonly window?: (api: Scorm12Api) => unknown;
  /** Does not wait for the session to open. */
  readonly waitMs?: number;
  readonly path?: string;
}

/** One visit: the session behind a player window, and what a learner sees of it. */
export interface Visit {
  readonly session: Session;
  readonly course: CourseData;
  readonly machine: Machine;
  model(): PlayerModel;
  sign(): PlayerModel['save'];
  /** Signs shown so far, without repeats in a row. */
  readonly signs: readonly PlayerModel['save'][];
  /** Answers as the page sends them: `immediate` quizzes are checked one by one, others kept. */
  answer(quiz: string, question: string, how: 'right' | 'wrong' | LearnerResponse): void;
  answerAll(quiz: string, how: 'right' | 'wrong'): void;
  /** Reads every page that is open from the start. */
  readAll(): void;
  /** Opens a page in the frame, if it is not locked. */
  show(page: string): boolean;
  /** Types an answer: the page holds it for a pause before it sends it. */
  type(quiz: string, question: string, how: 'right' | 'wrong'): LearnerResponse;
  /** The learner leaves by the player's button. */
  exit(): Promise<void>;
  /** The tab is hidden, as far as the player hears of it. */
  hide(): void;
  /** The window is closed or navigates away. */
  close(): Promise<void>;
  /** The browser dies: no code of the page runs any more. */
  crash(): void;
  /** All that was stored here as the page knows it is shown. */
  shows(quiz: string, question: string): LearnerResponse | null;
}

/** An LMS, its learner's computers and the time, in one. */
export interface World {
  readonly lms: Lms;
  readonly clock: VirtualClock;
  readonly home: Machine;
  newMachine(): Machine;
  launch(options?: LaunchOptions): Promise<Visit>;
  record(): LmsRecord;
  /** Every error that escaped. */
  readonly thrown: readonly unknown[];
}

export function createWorld(options: WorldOptions): World {
  const clock = createClock();
  const thrown: unknown[] = [];
  const { course, mutation } = options;
  const lms = createLms({
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.learner === undefined ? {} : { learner: options.learner }),
    ...(options.launch === undefined ? {} : { launch: options.launch }),
    ...(options.stored === undefined ? {} : { stored: options.stored }),
    ...(options.faults === undefined ? {} : { faults: options.faults }),
    ...(options.onCall === undefined ? {} : { onCall: options.onCall }),
    now: clock.now,
    after: (milliseconds, run) => void clock.after(milliseconds, run),
  });
  const newMachine = (): Machine => makeMachine(options.storage ?? 'working');
  const home = newMachine();
  let launches = 0;
  let random = 0;

  async function launch(how: LaunchOptions = {}): Promise<Visit> {
    const machine = how.machine ?? home;
    const played = how.course ?? course;
    launches += 1;
    // The LMS object begins with its first launch.
    const api = launches === 1 && how.lms === undefined ? lms.api : how.sameLaunch ? lms.api : lms.launch(how.lms);
    const around: Around = { lms, course: played, firstCourse: course, window: null, storage: machine.storage };
    const given = mutation?.api?.(api, around) ?? api;
    let alive = true;
    const guarded =
      <Args extends unknown[]>(run: (...args: Args) => void) =>
      (...args: Args): void => {
        if (!alive) return;
        try {
          run(...args);
        } catch (error) {
          thrown.push(error);
        }
      };
    const after = (milliseconds: number, run: () => void): (() => void) => clock.after(milliseconds, guarded(run));
    const signs: PlayerModel['save'][] = [];
    /** What the page holds. */
    let isPageThere = false;
    const typed = { send: (): void => {} };
    const window = how.window?.(given) ?? plainWindow(given);
    const port = scorm12({
      window: window as Parameters<typeof scorm12>[0]['window'],
      after: (ms, run) => void after(mutation?.impatient ? 0 : ms, run),
    });
    const guard = createTabGuard(
      () => openChannel(machine, () => alive),
      `tab-${launches}`,
      (ms, run) => void after(ms, run),
      // As on plain http: the harder way.
      () => Promise.reject(new Error('no locks')),
    );
    const created: Session = createSession(mutation?.course?.(played) ?? played, {
      port: mutation?.port?.(port, { ...around, window }) ?? port,
      journalFor: (learner) => {
        const journal = openJournal(machine.storage, played.id, learner, how.path ?? '/content/1/');
        return mutation?.journal?.(journal, around) ?? journal;
      },
      guard: mutation?.guard ?? guard,
      probe: async (): Promise<ProbeOutcome> => {
        if (options.probe === 'unknown') return 'unknown';
        return (mutation?.probe ?? lms.probe().ok) ? 'alive' : 'gone';
      },
      now: mutation?.oneClock ? clock.wall : clock.now,
      wall: clock.wall,
      after,
      random: (most) => {
        random += 7919;
        return 1 + (random % most);
      },
      heard: (then) => {
        if (!isPageThere || mutation?.deaf) return then();
        // Messages take their time.
        after(1, () => {
          typed.send();
          after(1, then);
        });
      },
      changed: () => {
        if (!alive) return;
        const sign = created.model().save;
        if (signs.at(-1) !== sign) signs.push(sign);
      },
    });
    const mutated = mutation?.session?.(created) ?? created;
    const session = options.repeats === undefined ? mutated : repeating(mutated, options.repeats);
    const act = guarded;
    const find = (id: string): QuizData => {
      const quiz = played.quizzes.find((each) => each.id === id);
      if (quiz === undefined) throw new Error(`no quiz ${id}`);
      return quiz;
    };
    const visit: Visit = {
      session: guardSession(session, act),
      course: played,
      machine,
      model: session.model,
      sign: () => session.model().save,
      signs,
      answer: act((quizId, questionId, how) => {
        const quiz = find(quizId);
        const question = quiz.questions.find(({ id }) => id === questionId);
        if (question === undefined) throw new Error(`no question ${questionId}`);
        const response = typeof how === 'string' ? responseOf(question, how) : how;
        session.draft(quizId, questionId, response);
        if (quiz.feedback === 'immediate') session.check(quizId, questionId, response);
      }),
      answerAll: act((quizId, how) => {
        for (const { id } of find(quizId).questions) visit.answer(quizId, id, how);
        if (find(quizId).feedback !== 'immediate') session.submit(quizId);
      }),
      readAll: act(() => {
        for (const { id, opens } of played.pages) if (opens === undefined) session.read(id);
      }),
      show(page) {
        if (!alive || !session.open(page)) return false;
        typed.send();
        isPageThere = true;
        act(() => session.arrive(played.pages.find(({ id }) => id === page)?.quizzes ?? []))();
        return true;
      },
      type(quizId, questionId, how) {
        const question = find(quizId).questions.find(({ id }) => id === questionId);
        if (question === undefined) throw new Error(`no question ${questionId}`);
        const response = responseOf(question, how);
        typed.send();
        typed.send = act(() => {
          typed.send = () => {};
          session.draft(quizId, questionId, response);
        });
        const { send } = typed;
        after(250, () => {
          if (typed.send === send) send();
        });
        return response;
      },
      async exit() {
        typed.send();
        const done = session.exit().catch((error: unknown) => thrown.push(error));
        await clock.advance(2_000);
        await done;
      },
      hide: act(() => session.flush()),
      close: async () => {
        await clock.settle();
        act(typed.send)();
        lms.leave();
        act(() => session.leave(true))();
        alive = false;
      },
      crash: () => {
        alive = false;
        lms.crash();
      },
      shows: (quiz, question) => session.quiz(quiz)?.questions.find(({ id }) => id === question)?.response ?? null,
    };
    const opening = session.begin().catch((error: unknown) => thrown.push(error));
    await clock.advance(how.waitMs ?? 400);
    if (how.waitMs === undefined && session.model().phase === 'opening') {
      // A missing or unreadable LMS takes up to 10 s and some reads.
      await clock.advance(13_000);
      await opening;
    }
    return visit;
  }

  return { lms, clock, home, newMachine, launch, record: lms.record, thrown };
}

function plainWindow(api: Scorm12Api): unknown {
  const window: Record<string, unknown> = { API: api, opener: null };
  window['parent'] = window;
  window['top'] = window;
  return window;
}

const wordOf = (key: FillInQuestion['accepted'][number] | undefined): string =>
  key !== undefined && 'text' in key ? key.text : '';

/** The response that earns full credit, or one that earns nothing. */
export function responseOf(question: QuestionData, how: 'right' | 'wrong'): LearnerResponse {
  const right = how === 'right';
  switch (question.type) {
    case 'true-false':
      return { type: 'true-false', value: question.answer === right };
    case 'fill-in':
      return { type: 'fill-in', text: right ? wordOf(question.accepted[0]) : 'elsewhere' };
    case 'single':
      return { type: 'single', choice: question.choices.find(({ correct }) => correct === right)?.id ?? '' };
    case 'multiple':
      return {
        type: 'multiple',
        choices: question.choices
          .filter(({ correct }) => correct === right)
          .map(({ id }) => id)
          .sort(),
      };
    default:
      throw new Error(`no response is known for questions of type ${question.type}`);
  }
}
