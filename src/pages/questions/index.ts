import type { QuestionData, QuestionType } from '../../contract/question-data.ts';
import type { Question } from '../../course/course.ts';
import { blanks } from './blanks.ts';
import { fillIn } from './fill-in.ts';
import { hotspot } from './hotspot.ts';
import { likert } from './likert.ts';
import { matching } from './matching.ts';
import { multiple } from './multiple.ts';
import { numeric } from './numeric.ts';
import { open } from './open.ts';
import { ordering } from './ordering.ts';
import type { OptionView, QuestionPages, QuestionTools } from './question-pages.ts';
import { single } from './single.ts';
import { trueFalse } from './true-false.ts';

/** Every question type's way onto the page. A new type: one file, one line here, one template. */
const questionPages: { readonly [T in QuestionType]: QuestionPages<T> } = {
  single,
  multiple,
  'true-false': trueFalse,
  'fill-in': fillIn,
  numeric,
  blanks,
  matching,
  ordering,
  hotspot,
  likert,
  open,
};

/** Names of the style parts this type's controls need. */
export const questionStyles = (type: QuestionType): readonly string[] => questionPages[type].styles ?? [];

export interface ShownQuestion {
  readonly hint: string;
  readonly options: readonly OptionView[];
  /** What the type's template shows beside the options. */
  readonly view: Readonly<Record<string, unknown>>;
  readonly data: QuestionData;
}

/** One question as controls for the page and as data for the player. */
export function showQuestion(question: Question, tools: QuestionTools): ShownQuestion {
  // The table's type ties each entry to its question; TypeScript cannot follow that through an index, hence the cast.
  const pages = questionPages[question.type] as QuestionPages<QuestionType>;
  const common = {
    id: question.id,
    points: question.points,
    prompt: tools.plain(question.prompt),
    ...(question.explanation.length > 0 ? { explanation: tools.rich(question.explanation) } : {}),
    ...(question.hint === undefined ? {} : { hint: tools.rich(question.hint) }),
  };
  return {
    hint: pages.hint(tools),
    options: pages.options(question, tools),
    view: pages.view?.(question, tools) ?? {},
    data: { ...common, ...pages.data(question, tools) } as QuestionData,
  };
}
