/** What the player shows, whole, after every change; the view draws the difference. Made by `session`, words included by key. */
export interface PlayerModel {
  readonly phase: PlayerPhase;
  /** Titled groups of the outline. */
  readonly sections: readonly OutlineSection[];
  readonly current: string;
  /** Pages done of all, for the progress bar. */
  readonly done: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly save: SaveSign;
  /** A lasting notice over the page, string key; null if none (`notice.unsaved`, `notice.secondTab`, `notice.review`, …). */
  readonly notice: string | null;
  readonly result: CourseResult;
}

/**
 * `opening`: looking for the LMS (≤ 10 s). `ask`: none found; the learner must accept "not tracked". `running`.
 * `ended`: exit was pressed, all is sent, the window may be closed. `second`: another tab has the course open.
 */
export type PlayerPhase = 'opening' | 'ask' | 'running' | 'ended' | 'second';

/** `saved` is only shown when the answer is in the LMS as far as anyone can know; `none` is the not-tracked mode. */
export type SaveSign = 'saved' | 'saving' | 'unsaved' | 'none' | 'review';

export interface OutlineSection {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

export interface OutlineItem {
  readonly page: string;
  readonly title: string;
  readonly kind: 'lesson' | 'quiz';
  readonly minutes: number | null;
  readonly state: 'todo' | 'current' | 'done';
  /** Whether the page is done, also where it is the current one. */
  readonly done: boolean;
  /** Best result of the page's quizzes, hundredths of a percent; null before one is submitted. */
  readonly score: number | null;
}

export interface CourseResult {
  readonly status: 'incomplete' | 'failed' | 'completed' | 'passed';
  /** Hundredths of a percent, null where nothing counts or nothing was submitted. */
  readonly score: number | null;
  readonly pass: number | null;
}

/** What the learner does in the player's own frame. */
export interface PlayerActions {
  open(page: string): void;
  next(): void;
  previous(): void;
  exit(): void;
  /** Go on without tracking (phase `ask`). */
  accept(): void;
  /** Look for the LMS again (phase `ask`), or save again (notice `unsaved`). */
  retry(): void;
}
