import type { RootContent } from 'mdast';
import type { Question } from '../course.ts';
import { blanksForm } from './blanks.ts';
import { fillInForm } from './fill-in.ts';
import { hotspotForm } from './hotspot.ts';
import { likertForm } from './likert.ts';
import { matchingForm } from './matching.ts';
import { multipleForm } from './multiple.ts';
import { numericForm } from './numeric.ts';
import { openForm } from './open.ts';
import { orderingForm } from './ordering.ts';
import type { QuestionForm } from './question-form.ts';
import { singleForm } from './single.ts';
import { trueFalseForm } from './true-false.ts';

/** Every question type as authors write it. Order matters only for inline questions that name no type. */
export const questionForms: readonly QuestionForm[] = [
  blanksForm,
  fillInForm,
  numericForm,
  trueFalseForm,
  hotspotForm,
  multipleForm,
  singleForm,
  likertForm,
  matchingForm,
  orderingForm,
  openForm,
];

export const questionTypes: readonly string[] = questionForms.map((form) => form.type);

/** All markdown of a question: what rendering will meet. */
export function markdownOf(question: Question): readonly RootContent[] {
  const form = questionForms.find((candidate) => candidate.type === question.type);
  return [...question.prompt, ...question.explanation, ...(question.hint ?? []), ...(form?.markdownOf(question) ?? [])];
}

/** How authors write questions of this one's type. */
export function formFor(question: Question): QuestionForm {
  const form = questionForms.find((candidate) => candidate.type === question.type);
  if (form === undefined) throw new Error(`There is no form for questions of type ${question.type}.`);
  return form;
}
