import type { QuestionForm } from './question-form.ts';
import { multipleForm } from './multiple.ts';
import { singleForm } from './single.ts';
import { trueFalseForm } from './true-false.ts';

/** Every question type as authors write it. Order matters only for inline questions that name no type. */
export const questionForms: readonly QuestionForm[] = [trueFalseForm, multipleForm, singleForm];

export const questionTypes: readonly string[] = questionForms.map((form) => form.type);
