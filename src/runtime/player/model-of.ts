import { countedScore } from '../../contract/count-attempts.ts';
import type { CourseData, PageData } from '../../contract/course-data.ts';
import { withArranged, withRules } from '../../contract/features.ts';
import type { LearnerState } from '../../contract/learner-state.ts';
import { isPageDone, lockOf } from '../../contract/page-gates.ts';
import { isScored } from '../../contract/scoring.ts';
import type { OutlineItem, PageLock, PlayerModel, PlayerPhase } from './player-model.ts';
import type { SaveState } from './save-loop.ts';

export interface ModelSource {
  readonly course: CourseData;
  readonly state: LearnerState;
  readonly phase: PlayerPhase;
  readonly current: string;
  /** The special page in the frame. */
  readonly special?: string | null;
  readonly notice: string | null;
  /** An LMS session is open, in whatever mode. */
  readonly tracked: boolean;
  readonly review: boolean;
  readonly save: SaveState;
  /** The journal holds what is unsaved. */
  readonly journaled: boolean;
  /** The LMS lost before what it had said to be stored. */
  readonly lied: boolean;
  /** The LMS has no room for a text of the learner's that was not sent otherwise either. */
  readonly cut?: boolean;
  /** A locked page that the learner wanted to open. */
  readonly blocked?: string | null;
}

/** What the player shows of a session. */
export function modelOf({
  course,
  state,
  phase,
  current,
  special = null,
  notice,
  tracked,
  review,
  save,
  journaled,
  lied,
  cut,
  blocked,
}: ModelSource): PlayerModel {
  const { pages } = course;
  const byId = new Map(pages.map((page) => [page.id, page]));
  const shown = special ?? current;
  const [previous, next] = neighbours(course, shown, current);
  const sign = !tracked
    ? 'none'
    : review
      ? 'review'
      : save === 'saved' && (lied || (withArranged && cut))
        ? journaled && !(withArranged && cut && phase === 'ended')
          ? 'local'
          : 'unsaved'
        : save;
  // Who looks back at a finished course, or only looks, may look at all of it.
  const lockOn = (page: PageData): PageLock | null =>
    !withRules || (tracked && review) ? null : lockView(course, state, page);
  const wanted = withRules ? byId.get(blocked ?? '') : undefined;
  const lock = wanted === undefined ? null : lockOn(wanted);
  const sections = course.sections.map((section) => ({
    title: section.title,
    items: section.pages.flatMap((id): OutlineItem[] => {
      const page = byId.get(id);
      return page === undefined ? [] : [item(course, state, page, shown, lockOn(page))];
    }),
  }));
  return {
    phase,
    sections,
    current: shown,
    place: current,
    hasBegun: state.place !== null || special === null,
    done: sections.flatMap(({ items }) => items).filter(({ done }) => done).length,
    total: pages.length,
    previous: previous?.id ?? null,
    next: next?.id ?? null,
    save: sign,
    notice: sign !== 'unsaved' ? notice : journaled ? 'notice.unsaved' : 'notice.unsavedOnly',
    journaled,
    blocked: wanted === undefined || lock === null ? null : { page: wanted.title, lock },
    result: {
      status: state.reported.status,
      score: state.reported.score,
      pass: course.rules.pass === null ? null : Math.round(course.rules.pass * 100),
    },
  };
}

/** What comes before and after. From what stands first one goes on where one was, from what stands aside one goes back. */
function neighbours({ pages, specials = [] }: CourseData, shown: string, place: string) {
  const special = specials.find(({ id }) => id === shown);
  if (special?.stands === 'first') return [undefined, { id: place }];
  if (special?.stands === 'last') return [pages.at(-1)];
  if (special !== undefined) return [{ id: place }];
  const index = pages.findIndex(({ id }) => id === shown);
  const standing = (where: 'first' | 'last') => specials.find(({ stands }) => stands === where);
  return [pages[index - 1] ?? standing('first'), pages[index + 1] ?? standing('last')];
}

function item(
  course: CourseData,
  state: LearnerState,
  page: PageData,
  current: string,
  lock: PageLock | null,
): OutlineItem {
  const scored = course.quizzes.filter((quiz) => page.quizzes.includes(quiz.id) && isScored(quiz));
  const best = scored.map((quiz) => countedScore(quiz, state.quizzes.get(quiz.id))).filter((score) => score !== null);
  // Of each quiz that was not passed, whether it still can be.
  const missed = scored.flatMap(({ id, pass, attempts }) => {
    const entry = state.quizzes.get(id);
    const isMissed = pass !== null && entry?.passed === false && entry.best !== null;
    return isMissed ? [attempts === 0 || entry.attempts < attempts] : [];
  });
  const open = missed.includes(true);
  const missedState = open ? 'again' : missed.length > 0 ? 'failed' : null;
  const done = isPageDone(course, state, page) && !open;
  return {
    page: page.id,
    title: page.title,
    kind: page.kind,
    minutes: page.minutes ?? null,
    state: page.id === current ? 'current' : (missedState ?? (done ? 'done' : 'todo')),
    done,
    missed: missedState,
    score: best.length === 0 ? null : Math.round(best.reduce((sum, score) => sum + score, 0) / best.length),
    lock,
  };
}

/** Why a page is locked; null if it is open. */
function lockView(course: CourseData, state: LearnerState, page: PageData): PageLock | null {
  const lock = lockOf(course, state, page);
  if (lock === null) return null;
  if ('after' in lock) {
    const before = course.pages.find(({ id }) => id === lock.after);
    return before === undefined ? null : { reason: 'lock.after', title: before.title, page: before.id };
  }
  const quiz = course.quizzes.find(({ id }) => id === lock.passed);
  return quiz === undefined ? null : { reason: 'lock.passed', title: quiz.title, page: quiz.page };
}
