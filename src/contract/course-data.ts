import type { QuestionData } from './question-data.ts';

/** Version of the shape of `CourseData`; player and data are built together, so a mismatch is a packaging fault. */
export const courseDataFormat = 1;

/**
 * Everything the player needs to know of a course: outline, quizzes with their keys, rules, words.
 * Made by the compiler, written to `player.js`, read once by the player.
 */
export interface CourseData {
  readonly format: typeof courseDataFormat;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What `strings` are in, where not in `language`. */
  readonly wordsLanguage?: string;
  /** Fingerprint of the built content, 12 characters of `[a-z0-9]`. Names the journal and the probe. */
  readonly build: string;
  readonly sections: readonly SectionData[];
  readonly pages: readonly PageData[];
  /** Pages around the lessons; absent: none. */
  readonly specials?: readonly SpecialData[];
  readonly quizzes: readonly QuizData[];
  readonly rules: RulesData;
  /** What the course is to teach, each with a score of its own; absent if the author names none. */
  readonly objectives?: readonly ObjectiveData[];
  /** Whether the day is kept on which the good end is reached: a certificate says it. */
  readonly dated?: true;
  /** The most characters of state the target's LMS keeps. */
  readonly stateLimit: number;
  /** Learner words: `templates/strings/<language>.yml`, flattened (`saved.now`, `attempts.one`). `{name}` marks a gap. */
  readonly strings: Readonly<Record<string, string>>;
}

/** A titled group of pages in the outline. A course without groups has one section with an empty title. */
export interface SectionData {
  readonly title: string;
  readonly pages: readonly string[];
}

/**
 * A page of the package that is no lesson, such as the course home: shown in the frame like one, but neither counted as
 * done nor kept as the learner's place, and never locked.
 */
export interface SpecialData {
  /** Begins with `_`, as no id of an author's does. */
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** For who goes page by page it stands before the first or behind the last lesson; absent: outside of the row. */
  readonly stands?: 'first' | 'last';
  /** It is told the answers of every quiz handed in, as far as its rules show them now. */
  readonly answers?: true;
  /** It is told the learner's name. */
  readonly name?: true;
  /** Who has not begun anything yet is shown this page at launch. */
  readonly greets?: true;
}

export interface PageData {
  readonly id: string;
  readonly kind: 'lesson' | 'quiz';
  readonly title: string;
  /** File name of the page in the package, without a folder. */
  readonly href: string;
  readonly minutes?: number;
  readonly track?: string;
  readonly quizzes: readonly string[];
  /** Paths in the course folder of the films that must be watched; absent: none. */
  readonly films?: readonly string[];
  /** What must be done before the page opens; absent: it is open. */
  readonly opens?: GateData;
}

/** A page opens after another page is done, or when a quiz is passed. */
export type GateData = { readonly after: string } | { readonly passed: string };

export interface QuizData {
  /** Stable, unique in the course. */
  readonly id: string;
  readonly title: string;
  readonly page: string;
  /** Percent needed to pass, 0–100; null when the quiz cannot be failed. */
  readonly pass: number | null;
  /** Submissions allowed; 0 is without end. */
  readonly attempts: number;
  /** Which submission counts; absent: the best. */
  readonly counts?: Exclude<Counts, 'best'>;
  /** Minutes to wait between two attempts. */
  readonly cooldown?: number;
  /** Questions drawn at random for each attempt, group by group; absent: all are asked. No question is in two groups. */
  readonly draw?: readonly DrawData[];
  /** Share of a question's points that a wrong answer costs, above 0, up to 1. */
  readonly penalty?: number;
  /** Percent of a question's points that its hint costs. */
  readonly hintCost?: number;
  /** Pages that count as done once this quiz is passed. */
  readonly testsOut?: readonly string[];
  readonly time?: TimeData;
  /** Whether learners also say how sure they are. */
  readonly confidence?: true;
  /**
   * `immediate`: each question is checked on its own. `end`: after the whole quiz. `verdict`: then too, but only what
   * was right and what was not. `never`: only the result.
   */
  readonly feedback: FeedbackMode;
  /** Share of this quiz in the course score, relative to the other quizzes; 0 is practice, not counted. */
  readonly weight: number;
  readonly shuffle: { readonly questions: boolean; readonly choices: boolean };
  /** When the right answers are marked: after every attempt, only once passed or out of attempts, or never. */
  readonly reveal: 'attempt' | 'done' | 'never';
  readonly questions: readonly QuestionData[];
}

export type FeedbackMode = 'immediate' | 'end' | 'verdict' | 'never';
export type Counts = 'best' | 'last' | 'first' | 'average';

export interface DrawData {
  readonly count: number;
  /** Ids of the questions to draw from; absent: all. */
  readonly of?: readonly string[];
}

export interface TimeData {
  /** For one attempt. */
  readonly minutes: number;
  /** Whether a learner may switch the limit off, or have ten times as long (WCAG 2.2, 2.2.1). */
  readonly adjustable: boolean;
}

export interface ObjectiveData {
  /** Stable, unique in the course, legal in every standard. */
  readonly id: string;
  readonly title: string;
  /** Percent needed; null where there is no mark. */
  readonly pass: number | null;
  readonly quizzes: readonly ObjectiveShare[];
}

/** The questions of one quiz that belong to an objective. */
export interface ObjectiveShare {
  readonly quiz: string;
  /** Their ids; absent: all. */
  readonly questions?: readonly string[];
}

/** How results become a status. See docs/rules.md for the truth table. */
export interface RulesData {
  readonly report: StatusPair;
  /** Course score in percent needed to pass; null where no quiz counts. */
  readonly pass: number | null;
  /** Quizzes that must each be passed on their own mark, whatever the course score. */
  readonly mustPass: readonly string[];
  /** What completes the course. `quizzes` means every counted quiz submitted (passed where it is in `mustPass`). */
  readonly completion: 'lessons' | 'quizzes' | 'both';
  /** Whether a mastery score set in the LMS replaces `pass`. */
  readonly lmsMastery?: boolean;
}

/** The two statuses a course reports: first the good end, then what it says until then (or at a final failure). */
export type StatusPair = 'passed-incomplete' | 'passed-failed' | 'completed-incomplete' | 'completed-failed';
