import * as z from 'zod';
import { report } from '../../diagnostics/report.ts';
import type { Choice, MultipleResponse } from '../course.ts';
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

const credit = z
  .enum(['all-or-nothing', 'per-choice'])
  .default('all-or-nothing')
  .meta({ description: 'Credit for partly right answers; see the reference of scoring.' });

/** Any number of right options; "select all that apply". */
export const multipleForm: QuestionForm<MultipleResponse> = {
  type: 'multiple',
  schema: z.object({ choices: choicesSchema, credit }),
  attributes: z.object({ credit }),
  optionAttributes: ['last'],
  fromYaml: (spec) => multiple(spec.common, choicesFromYaml(spec), spec.value['credit']),
  holds: isTaskList,
  recognises: (block) => block.options.filter((option) => option.checked).length > 1,
  fromMarkdown: (block) => multiple(block.common, choicesFromMarkdown(block.options), block.attributes['credit']),
  markdownOf: (question) => choicesMarkdown(question.choices),
  toYaml: ({ choices, credit: how }, markdown) => ({ ...creditKey(how), choices: choicesToYaml(choices, markdown) }),
  toMarkdown: ({ choices, credit: how }) => {
    const list = choicesToMarkdown(choices);
    return list === null ? null : { attributes: creditKey(how), blocks: [list] };
  },
};

const creditKey = (how: MultipleResponse['credit']): Readonly<Record<string, string>> =>
  how === 'all-or-nothing' ? {} : { credit: how };

function multiple(common: QuestionCommon, choices: readonly Choice[], how: unknown): MultipleResponse | null {
  if (!checkChoices(choices, common.file, common.position)) return null;
  if (choices.every((choice) => choice.correct)) {
    report(common.file, 'all-right-answers', {
      reason: 'Every option of this question is right',
      fix: 'Add an option that is wrong',
      at: common.position,
    });
  }
  return { ...common, type: 'multiple', choices, credit: how === 'per-choice' ? 'per-choice' : 'all-or-nothing' };
}
