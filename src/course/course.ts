import type { Root, RootContent } from 'mdast';
import type { Node, Position } from 'unist';
import type { VFile } from 'vfile';
import type { CourseRules } from '../config/course-config.ts';
import type { QuestionType } from '../contract/question-data.ts';

/** The course model: what the author means, checked in form, before anything is rendered. */
export interface Course {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** BCP 47, e.g. `en`, `pt-BR`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly sections: readonly Section[];
  /** All pages in the order of the course; `sections` refer to them by id. */
  readonly pages: readonly CoursePage[];
  readonly rules: CourseRules;
  /** Where messages about the course as a whole go: `course.yml`. */
  readonly file: VFile;
  /** Where a value of `course.yml` stands, for messages; of one that is not there, the nearest around it. */
  readonly at: (path: readonly PropertyKey[]) => Position;
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
  /** Path of the source in the course folder, the target of links between lessons. */
  readonly source: string;
  /** File name in the package: `pages/<href>`. */
  readonly href: string;
  readonly file: VFile;
  /** Where its id is written; absent where the id comes from the file name. */
  readonly idAt?: Position;
}

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
declare module 'mdast' {
  interface RootContentMap {
    quizPlace: QuizPlace;
  }
}

export interface Quiz {
  readonly id: string;
  readonly title: string;
  /** Shown before the questions, markdown; empty if none. */
  readonly description: readonly RootContent[];
  readonly pass: number | null;
  readonly attempts: number;
  readonly feedback: 'immediate' | 'end' | 'never';
  readonly reveal: 'attempt' | 'done' | 'never';
  readonly weight: number;
  readonly shuffle: { readonly questions: boolean; readonly choices: boolean };
  readonly questions: readonly Question[];
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
  readonly file: VFile;
  readonly position?: Position;
}

export interface Choice {
  readonly id: string;
  readonly text: readonly RootContent[];
  readonly correct: boolean;
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

/** A question as authored; `contract/question-data.ts` has what the runtime gets of it. */
export type Question = SingleChoice | MultipleResponse | TrueFalse;
