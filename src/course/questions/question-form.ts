import type { ListItem, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { z } from 'zod';
import type { Question } from '../course.ts';

/**
 * How authors write one type of question, in YAML and in markdown. One file a type, one line in `index.ts`.
 * Both ways give the same `Question`; what is wrong is reported on the file and null is returned.
 */
export interface QuestionForm<Q extends Question = Question> {
  readonly type: Q['type'];
  /** The keys of this type in a quiz file, without those every question has. */
  readonly schema: z.ZodObject;
  /** Attributes this type knows in the braces of an inline question's heading. */
  readonly attributes: z.ZodObject;
  fromYaml(spec: YamlQuestion): Q | null;
  /** Is this inline question, which names no type, of this type? The first form that says so takes it. */
  recognises(block: InlineQuestion, words: TrueFalseWords): boolean;
  fromMarkdown(block: InlineQuestion, words: TrueFalseWords): Q | null;
}

/** What every question has, ready made. */
export interface QuestionCommon {
  readonly id: string;
  readonly points: number;
  readonly prompt: readonly RootContent[];
  readonly explanation: readonly RootContent[];
  readonly file: VFile;
  readonly position?: Position;
}

export interface YamlQuestion {
  readonly common: QuestionCommon;
  /** The values of `schema`, parsed. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Where a value of this question stands. */
  readonly at: (path: readonly PropertyKey[]) => Position;
  /** Markdown in a value of this question; empty if the value is absent. */
  readonly markdown: (path: readonly PropertyKey[]) => readonly RootContent[];
}

export interface InlineQuestion {
  readonly common: QuestionCommon;
  /** The values of `attributes`, parsed; empty while the type is being recognised. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The options of the task list, in order. */
  readonly options: readonly InlineOption[];
  readonly optionsPosition: Position | undefined;
}

export interface InlineOption {
  readonly id: string | null;
  readonly checked: boolean;
  readonly text: readonly RootContent[];
  readonly feedback: readonly RootContent[];
  readonly item: ListItem;
}

/** "True" and "False" in the course's language, lower case, by which an inline true/false question is known. */
export interface TrueFalseWords {
  readonly true: string;
  readonly false: string;
}
