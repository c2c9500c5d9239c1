import type { RootContent } from 'mdast';
import type { Word } from '../../contract/fill-words.ts';
import type { QuestionData, QuestionOf, QuestionType } from '../../contract/question-data.ts';
import type { TextRef } from '../../contract/rich-text.ts';
import type { Question } from '../../course/course.ts';

/** What a question type may use to become HTML and data. */
export interface QuestionTools {
  /** Blocks to HTML that fits in a label and names its control. */
  readonly inline: (nodes: readonly RootContent[]) => string;
  /** Keeps a text for the script of the page; the data only has its number. */
  readonly rich: (nodes: readonly RootContent[]) => TextRef;
  readonly plain: (nodes: readonly RootContent[]) => string;
  /** Blocks to HTML. */
  readonly html: (nodes: readonly RootContent[]) => string;
  readonly word: Word;
  /** The course's language, BCP 47. */
  readonly language: string;
}

/** How one question type is shown and what the player gets to know of it. */
export interface QuestionPages<T extends QuestionType> {
  /** Names of files in `templates/styles/questions/`, without `.css`, that its controls need. */
  readonly styles?: readonly string[];
  /** The line that says how to answer; empty if the controls say it all. */
  readonly hint: (tools: QuestionTools) => string;
  /** The controls, for `templates/parts/question-<type>.html`. */
  readonly options: (question: Extract<Question, { type: T }>, tools: QuestionTools) => readonly OptionView[];
  /** What else its template shows. */
  readonly view?: (question: Extract<Question, { type: T }>, tools: QuestionTools) => Readonly<Record<string, unknown>>;
  /** The type's own part of the data. */
  readonly data: (
    question: Extract<Question, { type: T }>,
    tools: QuestionTools,
  ) => Omit<QuestionOf<T>, keyof CommonData>;
}

type CommonData = Pick<QuestionData, 'id' | 'points' | 'prompt' | 'explanation' | 'hint'>;

export interface OptionView {
  readonly control: 'radio' | 'checkbox';
  readonly value: string;
  readonly html: string;
}

/** `{feedback: …}`, or nothing where the author says nothing. */
export function feedbackOf(nodes: readonly RootContent[], tools: QuestionTools): { readonly feedback?: TextRef } {
  return nodes.length > 0 ? { feedback: tools.rich(nodes) } : {};
}
