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
  /** And in the braces of its options, beside an id; absent: none. */
  readonly optionAttributes?: readonly string[];
  fromYaml(spec: YamlQuestion): Q | null;
  /**
   * Is this the block of an inline question that holds its answers: a task list, a table? Absent where a type has none:
   * then all but quotes at the end is the prompt.
   */
  holds?(block: RootContent): boolean;
  /** Is this inline question, which names no type, of this type? The first form that says so takes it. */
  recognises(block: InlineQuestion, words: TrueFalseWords): boolean;
  fromMarkdown(block: InlineQuestion, words: TrueFalseWords): Q | null;
  /** All markdown of a question of this type beside what every question has. */
  markdownOf(question: Q): readonly RootContent[];
  /**
   * The keys of `schema` that `fromYaml` makes this question of, in the order to write them; a default may be left out.
   * `prompt` among them replaces the question's own. For `build-scorm convert`.
   */
  toYaml(question: Q, markdown: WriteMarkdown): Readonly<Record<string, unknown>>;
  /** What `fromMarkdown` makes this question of; null if only a quiz file can hold it. */
  toMarkdown(question: Q): InlineForm | null;
}

/** Blocks as the markdown text that stands in a value of a quiz file; undefined for none, which leaves the key out. */
export type WriteMarkdown = (nodes: readonly RootContent[]) => string | undefined;

/** A question in a lesson, without its heading's id, its points and its explanation, which are the same for all types. */
export interface InlineForm {
  /** Attributes in the braces of the heading. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  /** Stands for the question's own prompt, where that does not say everything (blanks). The first is a paragraph. */
  readonly prompt?: readonly RootContent[];
  /** Between prompt and explanation: the task list of options, for example. An `html` node is written as it is. */
  readonly blocks: readonly RootContent[];
}

/** What every question has, ready made. */
export interface QuestionCommon {
  readonly id: string;
  readonly points: number;
  readonly prompt: readonly RootContent[];
  readonly explanation: readonly RootContent[];
  readonly hint?: readonly RootContent[];
  readonly tags?: readonly string[];
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
  /** What holds the answers; null if there is no such block. */
  readonly block: RootContent | null;
  /** The options, if that is a task list, in order. */
  readonly options: readonly InlineOption[];
  readonly optionsPosition: Position | undefined;
}

export interface InlineOption {
  readonly id: string | null;
  readonly checked: boolean;
  readonly text: readonly RootContent[];
  readonly feedback: readonly RootContent[];
  /** What else stands in the braces at its end. */
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly item: ListItem;
}

/** "True" and "False" in the course's language, lower case, by which an inline true/false question is known. */
export interface TrueFalseWords {
  readonly true: string;
  readonly false: string;
}
