import type { QuestionData, QuestionType } from '../../contract/question-data.ts';
import type { Question } from '../../course/course.ts';
import { multiple } from './multiple.ts';
import type { OptionView, QuestionPages, QuestionTools } from './question-pages.ts';
import { single } from './single.ts';
import { trueFalse } from './true-false.ts';

/** Every question type's way onto the page. A new type: one file, one line here, one template. */
const questionPages: { readonly [T in QuestionType]: QuestionPages<T> } = {
  single,
  multiple,
  'true-false': trueFalse,
};

export interface ShownQuestion {
  readonly hint: string;
  readonly options: readonly OptionView[];
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
  };
  return {
    hint: pages.hint(tools),
    options: pages.options(question, tools),
    data: { ...common, ...pages.data(question, tools) } as QuestionData,
  };
}
