import type { CourseData, PageData } from '../../contract/course-data.ts';
import type { LearnerState } from '../../contract/learner-state.ts';
import type { OutlineItem, PlayerModel, PlayerPhase } from './player-model.ts';
import type { SaveState } from './save-loop.ts';

export interface ModelSource {
  readonly course: CourseData;
  readonly state: LearnerState;
  readonly phase: PlayerPhase;
  readonly current: string;
  readonly notice: string | null;
  /** An LMS session is open, in whatever mode. */
  readonly tracked: boolean;
  readonly review: boolean;
  readonly save: SaveState;
}

/** What the player shows of a session. */
export function modelOf({ course, state, phase, current, notice, tracked, review, save }: ModelSource): PlayerModel {
  const { pages } = course;
  const byId = new Map(pages.map((page) => [page.id, page]));
  const index = pages.findIndex((page) => page.id === current);
  const sign = !tracked ? 'none' : review ? 'review' : save;
  return {
    phase,
    sections: course.sections.map((section) => ({
      title: section.title,
      items: section.pages.flatMap((id): OutlineItem[] => {
        const page = byId.get(id);
        return page === undefined ? [] : [item(course, state, page, current)];
      }),
    })),
    current,
    done: pages.filter((page) => isDone(course, state, page)).length,
    total: pages.length,
    previous: pages[index - 1]?.id ?? null,
    next: pages[index + 1]?.id ?? null,
    save: sign,
    notice: sign === 'unsaved' ? 'notice.unsaved' : notice,
    result: { status: state.reported.status, score: state.reported.score, pass: course.rules.pass },
  };
}

function item(course: CourseData, state: LearnerState, page: PageData, current: string): OutlineItem {
  const best = page.quizzes.map((id) => state.quizzes.get(id)?.best ?? null).filter((score) => score !== null);
  return {
    page: page.id,
    title: page.title,
    kind: page.kind,
    minutes: page.minutes ?? null,
    state: page.id === current ? 'current' : isDone(course, state, page) ? 'done' : 'todo',
    done: isDone(course, state, page),
    score: best.length === 0 ? null : Math.round(best.reduce((sum, score) => sum + score, 0) / best.length),
  };
}

/** A lesson is done when it was read to its end and its quizzes are submitted; a quiz page when it is submitted. */
function isDone(course: CourseData, state: LearnerState, page: PageData): boolean {
  const quizzes = course.quizzes.filter((quiz) => page.quizzes.includes(quiz.id));
  return (page.kind === 'quiz' || state.seen.has(page.id)) && quizzes.every((quiz) => (state.quizzes.get(quiz.id)?.best ?? null) !== null);
}
