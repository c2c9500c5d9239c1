import type { QuestionData, QuestionType } from '../question-data.ts';
import { blanks } from './blanks.ts';
import { fillIn } from './fill-in.ts';
import { hotspot } from './hotspot.ts';
import { likert } from './likert.ts';
import { matching } from './matching.ts';
import { multiple } from './multiple.ts';
import { numeric } from './numeric.ts';
import { open } from './open.ts';
import { ordering } from './ordering.ts';
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
  matching,
  ordering,
  hotspot,
  likert,
  open,
};

/** The logic for a question: `handlerOf(question).grade(question, response)`. */
export function handlerOf(question: QuestionData): QuestionHandler {
  return handlers[question.type];
}

/** Whether there is a question type of that name: data of a newer version may have others. */
export function isQuestionType(type: string): type is QuestionType {
  return Object.hasOwn(handlers, type);
}
