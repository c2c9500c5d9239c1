import type { QuizData } from '../../src/contract/course-data.ts';
import type { QuizView } from '../../src/contract/frame-messages.ts';
import { responseOf, type Visit, type World } from './learner-session.ts';
import { bankWait, examTime } from './ruled-course.ts';

/** What happened in the runs: a model that never comes by these checks nothing. */
export const feats = [
  'draw resumed',
  'drawn anew',
  'stayed locked',
  'unlocked',
  'out of time',
  'out of time while closed',
  'made to wait',
  'waited',
  'film resumed',
] as const;
export type Feats = Record<(typeof feats)[number], number>;

/** What draws, gates, time limits and waits promise, checked by what a learner sees. Each gives what is broken, in words. */
export interface RulesWatch {
  /** After every step. */
  look(visit: Visit): readonly string[];
  /** @param elsewhere on another machine than the last time: it knows no more than the LMS */
  launched(visit: Visit, elsewhere: boolean): readonly string[];
  open(visit: Visit, page: string): readonly string[];
  retry(visit: Visit, quiz: string): readonly string[];
  /** Reads the page that is open. */
  read(visit: Visit): void;
  /** Starts the time of the exam. */
  begin(visit: Visit): void;
  limit(visit: Visit, limit: 'extended' | 'off'): void;
  /** The learner hands something in. */
  handIn(): void;
  /** The wall clock was turned: times can no longer be told from outside. */
  turned(): void;
}

const minute = 60_000;
/** An attempt may end so much late, if timers did not run. */
const longestLook = 31_000;
const drawnQuizzes = ['drawn', 'timed'];

export function createRulesWatch({ clock }: World, seen: Feats): RulesWatch {
  const drawn = new Map<string, { readonly attempt: number; readonly asked: string; readonly quiz: QuizData }>();
  const scored = new Map<string, { readonly attempt: number; readonly quiz: QuizData | null }>();
  /** Whatever was done, on whatever machine: nothing else opens a gate. */
  const done = new Set<string>();
  let begun: { readonly attempt: number; readonly at: number; limit: number } | null = null;
  let submitted: { readonly attempt: number; readonly at: number } | null = null;
  let byLearner = false;
  let isPlain = true;
  let isNewVisit = false;

  const askedIn = (view: QuizView): string => JSON.stringify(view.questions.map(({ id, order }) => [id, order]));
  const quizOf = (visit: Visit, id: string) => visit.course.quizzes.find((quiz) => quiz.id === id);
  const mayOpen = (page: string): boolean =>
    page === 'exam' ? done.has('passed two') : page !== 'bank' || (done.has('read first') && done.has('submitted one'));

  /** What the page shows of the quizzes at this step. */
  let views: ReadonlyMap<string, QuizView | null> = new Map();

  function learn(visit: Visit): void {
    views = new Map(visit.course.quizzes.map(({ id }) => [id, visit.session.quiz(id)]));
    for (const [id, view] of views) {
      if (view?.phase === 'submitted') done.add(`submitted ${id}`);
      if (view?.result?.passed) done.add(`passed ${id}`);
    }
  }

  function lookAtDraw(visit: Visit, id: string): readonly string[] {
    const view = views.get(id);
    const quiz = quizOf(visit, id);
    if (!view || !quiz || view.questions.length === 0) return [];
    const before = drawn.get(id);
    const isShown = quiz.page === visit.model().current;
    if (isShown) drawn.set(id, { attempt: view.attempt, asked: askedIn(view), quiz });
    if (before?.attempt !== view.attempt) return [];
    if (isNewVisit) seen['draw resumed'] += 1;
    if (before.quiz === quiz) return before.asked === askedIn(view) ? [] : [`${id} asks other questions than before`];
    // In another version what was asked is still asked, unless it is gone.
    const asked = new Set(view.questions.map((question) => question.id));
    const isThere = (question: string): boolean => quiz.questions.some((each) => each.id === question);
    const missing = (JSON.parse(before.asked) as [string][]).filter(([each]) => isThere(each) && !asked.has(each));
    return missing.map(([question]) => `${id} no longer asks ${question}`);
  }

  function lookAtScore(visit: Visit, id: string): readonly string[] {
    const view = views.get(id);
    const quiz = quizOf(visit, id);
    if (!view?.result || !quiz) return [];
    // An attempt of another version keeps what it earned there, whatever became of its questions.
    const isOfThis = !isNewVisit || drawn.get(id)?.quiz === quiz;
    if (scored.get(id)?.attempt !== view.attempt)
      scored.set(id, { attempt: view.attempt, quiz: isOfThis ? quiz : null });
    if (scored.get(id)?.quiz !== quiz) return [];
    const isRight = view.questions.map(({ id: question, response }) => {
      const data = quiz.questions.find((each) => each.id === question);
      return data !== undefined && JSON.stringify(response) === JSON.stringify(responseOf(data, 'right'));
    });
    const score = Math.floor((isRight.filter(Boolean).length * 10_000) / isRight.length);
    return view.result.score === score ? [] : [`${id} scores ${view.result.score} for answers worth ${score}`];
  }

  function lookAtTime(): readonly string[] {
    const view = views.get('timed');
    const left = view?.time?.left ?? 1;
    if (left < 0 || left > examTime * minute * 10) return [`${left} ms are left`];
    if (!view || begun === null || !isPlain || view.attempt !== begun.attempt) return [];
    const gone = clock.wall() - begun.at;
    if (view.phase === 'open') return gone > begun.limit + longestLook ? ['the time is over and the exam goes on'] : [];
    const isEarly = !byLearner && gone < begun.limit - 1_000;
    if (!byLearner) seen[isNewVisit ? 'out of time while closed' : 'out of time'] += 1;
    begun = null;
    return isEarly ? ['the exam was handed in before its time'] : [];
  }

  function lookAtWait(): void {
    const view = views.get('drawn');
    if (view?.phase === 'submitted' && view.attempt !== submitted?.attempt)
      submitted = { attempt: view.attempt, at: clock.wall() };
  }

  function look(visit: Visit): readonly string[] {
    learn(visit);
    lookAtWait();
    const wrong = [
      ...drawnQuizzes.flatMap((id) => [...lookAtScore(visit, id), ...lookAtDraw(visit, id)]),
      ...lookAtTime(),
      ...(mayOpen(visit.model().current) ? [] : [`the locked page ${visit.model().current} is open`]),
    ];
    byLearner = false;
    isNewVisit = false;
    return wrong;
  }

  return {
    look,
    launched(visit, elsewhere) {
      if (elsewhere) {
        // Two machines may each have begun an attempt without knowing of the other's.
        drawn.clear();
        scored.clear();
        begun = null;
        submitted = null;
        isPlain = false;
      }
      isNewVisit = true;
      return look(visit);
    },
    open(visit, page) {
      const isGate = visit.course.pages.some(({ id, opens }) => id === page && opens !== undefined);
      const isOpen = visit.show(page);
      if (isGate) seen[isOpen ? 'unlocked' : 'stayed locked'] += 1;
      if (!isOpen) visit.session.back();
      if (isOpen && !mayOpen(page)) return [`the locked page ${page} opens`];
      return !isOpen && isPlain && mayOpen(page) ? [`the page ${page} stays locked`] : [];
    },
    retry(visit, id) {
      const before = visit.session.quiz(id);
      visit.session.retry(id);
      const after = visit.session.quiz(id);
      if (!before || !after || before.phase === 'open') return [];
      // In a review that the LMS asked for there are no more attempts, however long one waits.
      if (before.readOnly) return after.phase === 'open' ? ['an attempt began in a review'] : [];
      const isBegun = after.phase === 'open';
      if (isBegun && id === 'drawn' && askedIn(after) !== askedIn(before)) seen['drawn anew'] += 1;
      if (id !== 'drawn' || !isPlain || submitted?.attempt !== before.attempt) return [];
      const waited = clock.wall() - submitted.at;
      seen[isBegun ? 'waited' : 'made to wait'] += 1;
      if (isBegun && waited < bankWait * minute) return ['another attempt began without the wait'];
      // Minutes are rounded up.
      return !isBegun && waited >= (bankWait + 1) * minute ? ['the wait has no end'] : [];
    },
    read(visit) {
      const { current } = visit.model();
      visit.session.read(current);
      done.add(`read ${current}`);
    },
    begin(visit) {
      const before = visit.session.quiz('timed');
      visit.session.start('timed');
      if (before?.time?.phase === 'waiting')
        begun = { attempt: before.attempt, at: clock.wall(), limit: examTime * minute };
    },
    limit(visit, limit) {
      const mayAdjust = visit.session.quiz('timed')?.time?.adjustable === true;
      visit.session.limit('timed', limit);
      if (begun !== null && mayAdjust)
        begun.limit = limit === 'off' ? Number.POSITIVE_INFINITY : examTime * minute * 10;
    },
    handIn() {
      byLearner = true;
    },
    turned() {
      isPlain = false;
    },
  };
}
