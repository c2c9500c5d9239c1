import * as z from 'zod';
import { report } from '../../diagnostics/report.ts';
import type { Choice, SingleChoice } from '../course.ts';
import {
  checkChoices,
  choicesFromMarkdown,
  choicesFromYaml,
  choicesMarkdown,
  choicesSchema,
  choicesToMarkdown,
  choicesToYaml,
  isTaskList,
} from './choices.ts';
import type { QuestionCommon, QuestionForm } from './question-form.ts';

/** One right option among several. */
export const singleForm: QuestionForm<SingleChoice> = {
  type: 'single',
  schema: z.object({ choices: choicesSchema }),
  attributes: z.object({}),
  optionAttributes: ['last'],
  fromYaml: (spec) => single(spec.common, choicesFromYaml(spec)),
  holds: isTaskList,
  recognises: (block) => block.options.length > 0 && block.options.filter((option) => option.checked).length <= 1,
  fromMarkdown: (block) => single(block.common, choicesFromMarkdown(block.options)),
  toYaml: ({ choices }, markdown) => ({ choices: choicesToYaml(choices, markdown) }),
  toMarkdown: ({ choices }) => {
    const list = choicesToMarkdown(choices);
    return list === null ? null : { blocks: [list] };
  },
  markdownOf: (question) => choicesMarkdown(question.choices),
};

function single(common: QuestionCommon, choices: readonly Choice[]): SingleChoice | null {
  const fine = checkChoices(choices, common.file, common.position);
  const right = choices.filter((choice) => choice.correct);
  if (right.length > 1) {
    report(common.file, 'several-right-answers', {
      reason: `A single-choice question has ${right.length} right answers`,
      fix: 'Use `type: multiple`, or mark only one option',
      at: right[1]?.position ?? common.position,
    });
    return null;
  }
  return fine ? { ...common, type: 'single', choices } : null;
}
