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
  /** The LMS has all there is, as far as anyone can know. */
  readonly isSaved: boolean;
  /** The good end is reached: the better of the two statuses that this course reports. */
  readonly earned: boolean;
  /** The day on which it was, in days since 1970; null where the course does not note it. */
  readonly earnedOn: number | null;
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
  /** What the good end waits for, in the order of the course. */
  readonly missing: readonly MissingTask[];
  /** Quizzes with a score, in order. */
  readonly quizzes: readonly QuizStanding[];
  /** What the course is to teach, with how much of it was reached. */
  readonly objectives: readonly ObjectiveStanding[];
  /** The learner's name as the LMS says it, for the certificate alone; else, or where it says none, empty. */
  readonly learner: string;
}

export interface ObjectiveStanding {
  readonly title: string;
  /** Hundredths of a percent; null before any of it was asked. */
  readonly score: number | null;
}

export interface PageLink {
  readonly page: string;
  readonly title: string;
  /** File name beside the special page. */
  readonly href: string;
}

export interface PageStanding extends PageLink {
  readonly state: 'todo' | 'done' | 'again' | 'failed' | 'locked';
  /** Why it is locked, in words; else empty. */
  readonly reason: string;
  /** Hundredths of a percent; null before a quiz of the page is submitted. */
  readonly score: number | null;
}

/** `title` is that of the lesson or the quiz; of `score`, which no single page is about, all are empty. */
export interface MissingTask extends PageLink {
  readonly kind: 'read' | 'submit' | 'pass' | 'score';
}

export interface QuizStanding extends PageLink {
  /** What counts, hundredths of a percent; null before the first submission. */
  readonly score: number | null;
  /** Percent; null where the quiz cannot be failed. */
  readonly pass: number | null;
  readonly passed: boolean;
  /** Whether another attempt may begin, now or later. */
  readonly canRetry: boolean;
  /** The last attempt is there to look back at. */
  readonly isShown: boolean;
}
