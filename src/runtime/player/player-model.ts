/** What the player shows, whole, after every change; the view draws the difference. Made by `session`, words included by key. */
export interface PlayerModel {
  readonly phase: PlayerPhase;
  /** Titled groups of the outline. */
  readonly sections: readonly OutlineSection[];
  /** The page in the frame: a lesson, or a special page. */
  readonly current: string;
  /** The lesson where the learner is, or was before they went to a special page. */
  readonly place: string;
  /** Whether the learner has been in a lesson, in this visit or before. */
  readonly hasBegun: boolean;
  /** Pages done of all, for the progress bar. */
  readonly done: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly save: SaveSign;
  /** A lasting notice over the page, string key; null if none (`notice.unsaved`, `notice.secondTab`, `notice.review`, …). */
  readonly notice: string | null;
  /** What is not saved is kept in this browser. */
  readonly journaled: boolean;
  readonly result: CourseResult;
  /** A locked page the learner wanted to open, by its title; what stands in the place of the lesson says why it is locked. */
  readonly blocked: { readonly page: string; readonly lock: PageLock } | null;
}

/** What a page waits for. */
export interface PageLock {
  /** String key of the reason, with `{title}` for what has to be done. */
  readonly reason: 'lock.after' | 'lock.passed';
  /** Title of the page or quiz to do. */
  readonly title: string;
  /** Where that is done. */
  readonly page: string;
}

/**
 * `opening`: looking for the LMS (≤ 10 s). `ask`: none found; the learner must accept "not tracked". `running`.
 * `ended`: exit was pressed, all is sent, the window may be closed. `second`: another tab has the course open.
 */
export type PlayerPhase = 'opening' | 'ask' | 'running' | 'ended' | 'second';

/**
 * `saved` is only shown when the answer is in the LMS as far as anyone can know; `local` stands for it where the LMS has
 * lost before what it had said to be stored: kept in this browser. `none` is the not-tracked mode.
 */
export type SaveSign = 'saved' | 'local' | 'saving' | 'unsaved' | 'none' | 'review';

export interface OutlineSection {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

export interface OutlineItem {
  readonly page: string;
  readonly title: string;
  readonly kind: 'lesson' | 'quiz';
  readonly minutes: number | null;
  readonly state: 'todo' | 'current' | 'done' | 'again' | 'failed';
  /** Whether nothing on the page is open, also where it is the current one: a quiz to be passed by another attempt is. */
  readonly done: boolean;
  /** Whether a quiz of the page was handed in below its own mark, and can be taken again. */
  readonly missed: 'again' | 'failed' | null;
  /** Best result of the page's quizzes, hundredths of a percent; null before one is submitted. */
  readonly score: number | null;
  /** Null where the page is open. */
  readonly lock: PageLock | null;
}

export interface CourseResult {
  readonly status: 'incomplete' | 'failed' | 'completed' | 'passed';
  /** Hundredths of a percent, null where nothing counts or nothing was submitted. */
  readonly score: number | null;
  /** Hundredths of a percent needed, null where nothing counts. */
  readonly pass: number | null;
}

/** What the learner does in the player's own frame. */
export interface PlayerActions {
  open(page: string): void;
  next(): void;
  previous(): void;
  exit(): void;
  /** Leave the explanation of a locked page, for the page that was open. */
  back(): void;
  /** Go on without tracking (phase `ask`). */
  accept(): void;
  /** Look for the LMS again (phase `ask`), or save again (notice `unsaved`). */
  retry(): void;
}
