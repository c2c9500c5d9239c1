import type { ReportedStatus } from './learner-state.ts';

/** Player → special page: how the course stands for this learner. */
export interface OutcomeMessage {
  readonly kind: 'outcome';
  readonly outcome: CourseOutcome;
  readonly strings: Readonly<Record<string, string>>;
}

export interface CourseOutcome {
  /** `review`: looking back, nothing may be changed. `untracked`: no learning platform. */
  readonly mode: 'tracked' | 'review' | 'untracked';
  readonly status: ReportedStatus;
  /** Hundredths of a percent; null where nothing counts or nothing was submitted. */
  readonly score: number | null;
  /** Hundredths of a percent needed; null where nothing counts. */
  readonly pass: number | null;
  /** Pages done, and all. */
  readonly done: number;
  readonly total: number;
  /** Where the learner was in the lessons; null before they began. */
  readonly place: PageLink | null;
  /** All lessons and quizzes, in order. */
  readonly pages: readonly PageStanding[];
}

export interface PageLink {
  readonly page: string;
  readonly title: string;
}

export interface PageStanding extends PageLink {
  readonly state: 'todo' | 'done' | 'locked';
  /** Why it is locked, in words; else empty. */
  readonly reason: string;
  /** Hundredths of a percent; null before a quiz of the page is submitted. */
  readonly score: number | null;
}
