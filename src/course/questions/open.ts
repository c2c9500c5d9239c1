import * as z from 'zod';
import type { OpenText } from '../course.ts';
import type { QuestionCommon, QuestionForm } from './question-form.ts';
import { unscored } from './unscored.ts';

/** As much as a SCORM 1.2 report holds. */
const usualLimit = 255;
const limit = z.number().int().min(1).max(4000).default(usualLimit).meta({
  description: 'Most characters of an answer.',
  fix: 'Write a whole number of characters, such as `limit: 255`',
});

/** An answer in the learner's own words, without a score. Inline: a heading with `type=open`. */
export const openForm: QuestionForm<OpenText> = {
  type: 'open',
  schema: z.object({ limit }),
  attributes: z.object({ limit }),
  fromYaml: (spec) => open(spec.common, spec.value['limit']),
  // A heading alone may as well be a question whose options are missing.
  recognises: () => false,
  fromMarkdown: ({ common, attributes }) => open(common, attributes['limit']),
  markdownOf: () => [],
  toYaml: ({ limit: most }) => (most === usualLimit ? {} : { limit: most }),
  toMarkdown: ({ limit: most }) => ({
    attributes: { type: 'open', ...(most === usualLimit ? {} : { limit: most }) },
    blocks: [],
  }),
};

const open = (common: QuestionCommon, most: unknown): OpenText => ({
  ...unscored(common),
  type: 'open',
  limit: Number(most),
});
