import type { Image, Root, RootContent } from 'mdast';
import type { Node, Position } from 'unist';
import type { VFile } from 'vfile';
import type { CertificateWords } from '../config/certificate-schema.ts';
import type { CourseRules } from '../config/course-config.ts';
import type { ThemeConfig } from '../config/theme-schema.ts';
import type { Counts, FeedbackMode, TimeData } from '../contract/course-data.ts';
import type { QuestionType } from '../contract/question-data.ts';
import type { SpokenWords } from './course-words.ts';
import type { Glossary } from './glossary.ts';
import type { Edition } from './project.ts';

/** The course model: what the author means, checked in form, before anything is rendered. */
export interface Course {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** BCP 47, e.g. `en`, `pt-BR`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Of a course in several languages, which one this is. */
  readonly edition?: Pick<Edition, 'main' | 'languages'>;
  /** What it speaks to learners with: the tool's words, with the author's own in their place. */
  readonly words: SpokenWords;
  readonly sections: readonly Section[];
  /** All pages in the order of the course; `sections` refer to them by id. */
  readonly pages: readonly CoursePage[];
  readonly rules: CourseRules;
  /** The course gives a certificate, with what of it the author words. */
  readonly certificate?: CertificateWords;
  /** The look the author gives it. */
  readonly theme?: ThemeConfig;
  /** Who has not begun yet is shown the course home first. */
  readonly home?: true;
  readonly objectives?: readonly CourseObjective[];
  /** Absent where the course has none. */
  readonly glossary?: Glossary;
  /** The author asks for a course score, whether or not there can be one. */
  readonly hasMark?: true;
  /** `sequential`: each page opens after the one before, unless it says otherwise. */
  readonly gating?: 'sequential';
  /** Hosts whose pages lessons may embed. */
  readonly allowedHosts?: readonly string[];
  /** Where messages about the course as a whole go: `course.yml`. */
  readonly file: VFile;
  /** Where a value of `course.yml` stands, for messages; of one that is not there, the nearest around it. */
  readonly at: (path: readonly PropertyKey[]) => Position;
}

/** Measured by the questions with a tag, or by all of a module. */
export interface CourseObjective {
  readonly id: string;
  readonly title: string;
  /** Percent; absent: the course's mark. */
  readonly pass?: number;
  readonly by: { readonly tag: string } | { readonly module: string };
}

/**
 * The id of something whose own could not be read. It has said so in a message, which stops the build; it stays in the
 * course so that what depends on it is not called wrong as well. No author can write such an id.
 */
export const unreadId = (what: string): string => `unread:${what}`;
export const isUnread = (id: string): boolean => id.startsWith('unread:');

export interface Section {
  readonly title: string;
  readonly pages: readonly string[];
}

export type CoursePage = LessonPage | QuizPage;

interface PageBase {
  readonly id: string;
  readonly title: string;
  /** Where it stands in for a translation: what it is in. */
  readonly language?: string;
  /** Path of the source in the course folder, the target of links between lessons. */
  readonly source: string;
  /** File name in the package: `pages/<href>`. */
  readonly href: string;
  readonly file: VFile;
  /** Where its id is written; absent where the id comes from the file name. */
  readonly idAt?: Position;
  /** When it opens, where its own file says so. */
  readonly opens?: Opens;
}

/** `always`; after another page is done (`page` null: the one before); when a quiz is passed. */
export type Opens = { readonly position: Position } & (
  | { readonly kind: 'always' }
  | { readonly kind: 'after'; readonly page: string | null }
  | { readonly kind: 'passed'; readonly quiz: string }
);

export interface LessonPage extends PageBase {
  readonly kind: 'lesson';
  readonly minutes?: number;
  readonly track?: string;
  readonly summary?: string;
  readonly objectives: readonly string[];
  /** The lesson without front matter; each quiz is a `quizPlace` node where it stands. */
  readonly body: Root;
  readonly quizzes: readonly Quiz[];
}

export interface QuizPage extends PageBase {
  readonly kind: 'quiz';
  readonly quiz: Quiz;
}

/** Stands in a lesson's body where a quiz is shown; a block of its own. */
export interface QuizPlace extends Node {
  type: 'quizPlace';
  quiz: string;
}

/** Stands in the text of a `blanks` question where something is to be filled in. */
export interface BlankPlace extends Node {
  type: 'blank';
  /** From 1, in the order of the text. */
  number: number;
}
declare module 'mdast' {
  interface RootContentMap {
    quizPlace: QuizPlace;
    blank: BlankPlace;
  }
  interface PhrasingContentMap {
    blank: BlankPlace;
  }
}

export interface Quiz {
  readonly id: string;
  readonly title: string;
  /** Shown before the questions, markdown; empty if none. */
  readonly description: readonly RootContent[];
  readonly pass: number | null;
  readonly attempts: number;
  readonly feedback: FeedbackMode;
  readonly reveal: 'attempt' | 'done' | 'never';
  readonly weight: number;
  /** Absent: the best. */
  readonly counts?: Exclude<Counts, 'best'>;
  /** Minutes between two attempts. */
  readonly cooldown?: number;
  /** How many questions to draw, of all or by tag. */
  readonly draw?: number | Readonly<Record<string, number>>;
  /** Share of its points that a wrong answer costs. */
  readonly penalty?: number;
  /** Percent of its points that a question's hint costs. */
  readonly hintCost?: number;
  /** Ids of pages that are done once this quiz is passed. */
  readonly testsOut?: readonly string[];
  readonly time?: TimeData;
  readonly confidence?: true;
  /** When the page of a quiz file opens. */
  readonly opens?: Opens;
  /** Where a setting is written, for messages. */
  readonly settingAt?: (key: string) => Position;
  readonly shuffle: { readonly questions: boolean; readonly choices: boolean };
  readonly questions: readonly Question[];
  /** Where it stands in for a translation: what it is in. */
  readonly language?: string;
  readonly file: VFile;
  readonly position?: Position;
}

interface QuestionBase {
  readonly id: string;
  readonly type: QuestionType;
  readonly points: number;
  /** Markdown blocks; the first is the question itself. */
  readonly prompt: readonly RootContent[];
  readonly explanation: readonly RootContent[];
  /** Shown when the learner asks for it. */
  readonly hint?: readonly RootContent[];
  /** Groups to draw questions from. */
  readonly tags?: readonly string[];
  readonly file: VFile;
  readonly position?: Position;
}

export interface Choice {
  readonly id: string;
  readonly text: readonly RootContent[];
  readonly correct: boolean;
  /** Stays below the others when choices are shuffled. */
  readonly last?: true;
  readonly feedback: readonly RootContent[];
  readonly position?: Position;
}

export interface SingleChoice extends QuestionBase {
  readonly type: 'single';
  readonly choices: readonly Choice[];
}
export interface MultipleResponse extends QuestionBase {
  readonly type: 'multiple';
  readonly choices: readonly Choice[];
  readonly credit: 'all-or-nothing' | 'per-choice';
}
export interface TrueFalse extends QuestionBase {
  readonly type: 'true-false';
  readonly answer: boolean;
  readonly feedback: { readonly true: readonly RootContent[]; readonly false: readonly RootContent[] };
}

/** An answer the author foresees for a line to type; `pattern` is a regular expression that was found safe. */
export interface TypedAnswer {
  readonly key: { readonly text: string } | { readonly pattern: string };
  readonly feedback: readonly RootContent[];
  readonly position?: Position;
}
export interface FillIn extends QuestionBase {
  readonly type: 'fill-in';
  readonly accepted: readonly TypedAnswer[];
  readonly wrong: readonly TypedAnswer[];
  readonly case: boolean;
  /** The most bytes of UTF-8 that can be typed, if the author says so. */
  readonly limit?: number;
}

/** Numbers the author foresees, as decimal text: one with a tolerance (`0.1`, or `5%` of it), or a range. */
export type NumberKey =
  | { readonly kind: 'value'; readonly value: string; readonly tolerance: string | null }
  | { readonly kind: 'range'; readonly least: string; readonly most: string };
export interface NumberAnswer {
  readonly key: NumberKey;
  readonly feedback: readonly RootContent[];
  readonly position?: Position;
}
export interface Numeric extends QuestionBase {
  readonly type: 'numeric';
  readonly accepted: readonly NumberAnswer[];
  readonly wrong: readonly NumberAnswer[];
  /** Shown behind the field; empty if there is none. */
  readonly unit: string;
}

/** A gap in a text, where a `blank` node of the same number stands. */
export type Blank = { readonly feedback: readonly RootContent[]; readonly position?: Position } & (
  | { readonly kind: 'text'; readonly accepted: readonly string[] }
  | { readonly kind: 'menu'; readonly options: readonly { readonly text: string; readonly correct: boolean }[] }
);
export interface Blanks extends QuestionBase {
  readonly type: 'blanks';
  readonly text: readonly RootContent[];
  readonly blanks: readonly Blank[];
  readonly credit: 'all-or-nothing' | 'per-blank';
  readonly case: boolean;
}

/** A thing with a name: an item to match or to order, a statement, a step of a scale. */
export interface Item {
  readonly id: string;
  readonly text: readonly RootContent[];
  readonly position?: Position;
}
export interface Matching extends QuestionBase {
  readonly type: 'matching';
  /** `answer`: id of the right one. */
  readonly items: readonly (Item & { readonly answer: string; readonly feedback: readonly RootContent[] })[];
  /** Those of the items first, each once, then those that belong to none. */
  readonly answers: readonly Item[];
  readonly credit: 'per-pair' | 'all-or-nothing';
}
export interface Ordering extends QuestionBase {
  readonly type: 'ordering';
  /** In the right order. */
  readonly items: readonly Item[];
  readonly credit: 'all-or-nothing' | 'per-position' | 'per-neighbour';
}
export interface Region extends Choice {
  readonly shape: 'rect' | 'circle';
  /** Left, top, width, height in percent of the picture. A circle fills its box, so it may be an ellipse. */
  readonly box: readonly [left: number, top: number, width: number, height: number];
}
export interface Hotspot extends QuestionBase {
  readonly type: 'hotspot';
  readonly image: Image;
  /** `text` is the region's label. */
  readonly regions: readonly Region[];
  readonly credit: 'all-or-nothing' | 'per-choice';
}
/** Without a score: `points` is 0. */
export interface Likert extends QuestionBase {
  readonly type: 'likert';
  readonly statements: readonly Item[];
  readonly scale: readonly Item[];
}
/** Without a score: `points` is 0. */
export interface OpenText extends QuestionBase {
  readonly type: 'open';
  /** Most characters of an answer. */
  readonly limit: number;
}

/** A question as authored; `contract/question-data.ts` has what the runtime gets of it. */
export type Question =
  | SingleChoice
  | MultipleResponse
  | TrueFalse
  | FillIn
  | Numeric
  | Blanks
  | Matching
  | Ordering
  | Hotspot
  | Likert
  | OpenText;
