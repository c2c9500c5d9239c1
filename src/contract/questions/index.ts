import type { QuestionData, QuestionType } from '../question-data.ts';
import { blanks } from './blanks.ts';
import { fillIn } from './fill-in.ts';
import { multiple } from './multiple.ts';
import { numeric } from './numeric.ts';
import type { QuestionHandler } from './question-logic.ts';
import { single } from './single.ts';
import { trueFalse } from './true-false.ts';

/** Every question type there is: a new one is one file and one line here. */
const handlers: Readonly<Record<QuestionType, QuestionHandler>> = {
  single,
  multiple,
  'true-false': trueFalse,
  'fill-in': fillIn,
  numeric,
  blanks,
};

/** The logic for a question: `handlerOf(question).grade(question, response)`. */
export function handlerOf(question: QuestionData): QuestionHandler {
  return handlers[question.type];
}
