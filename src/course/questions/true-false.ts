import type { List, ListItem, RootContent } from 'mdast';
import * as z from 'zod';
import { report } from '../../diagnostics/report.ts';
import { toPlainText } from '../../markdown/to-plain-text.ts';
import type { TrueFalse } from '../course.ts';
import { isTaskList, taskItem } from './choices.ts';
import type { InlineOption, QuestionForm, TrueFalseWords } from './question-form.ts';

/** A statement to judge. */
export const trueFalseForm: QuestionForm<TrueFalse> = {
  type: 'true-false',
  schema: z.object({
    answer: z
      .boolean()
      .meta({ description: 'Whether the statement is true.', fix: 'Write `answer: true` or `answer: false`' }),
    feedback: z
      .strictObject({
        true: z.string().optional().meta({ description: 'Shown to who answered "true", markdown.' }),
        false: z.string().optional().meta({ description: 'Shown to who answered "false", markdown.' }),
      })
      .optional()
      .meta({ description: 'Shown to who answered so, markdown.' }),
  }),
  attributes: z.object({}),
  fromYaml: (spec) => ({
    ...spec.common,
    type: 'true-false',
    answer: spec.value['answer'] === true,
    feedback: { true: spec.markdown(['feedback', 'true']), false: spec.markdown(['feedback', 'false']) },
  }),
  holds: isTaskList,
  recognises: (block, words) => pair(block.options, words) !== null,
  fromMarkdown: (block, words) => {
    const { common, options } = block;
    const found = pair(options, words);
    if (found === null) {
      report(common.file, 'question-unclear', {
        reason: 'A true/false question has two options, "True" and "False"',
        fix: 'Write `- [x] True` and `- [ ] False`, with the `[x]` at the right one',
        at: block.optionsPosition ?? common.position,
      });
      return null;
    }
    if (found.true.checked === found.false.checked) {
      report(common.file, found.true.checked ? 'several-right-answers' : 'no-right-answer', {
        reason: found.true.checked
          ? 'Both "True" and "False" are marked as right'
          : 'Neither "True" nor "False" is marked as right',
        fix: 'Put `[x]` before exactly one of the two',
        at: block.optionsPosition ?? common.position,
      });
      return null;
    }
    return {
      ...common,
      type: 'true-false',
      answer: found.true.checked,
      feedback: { true: found.true.feedback, false: found.false.feedback },
    };
  },
  markdownOf: ({ feedback }) => [...feedback.true, ...feedback.false],
  toYaml: ({ answer, feedback }, markdown) => ({
    answer,
    ...(feedback.true.length + feedback.false.length === 0
      ? {}
      : { feedback: { true: markdown(feedback.true), false: markdown(feedback.false) } }),
  }),
  toMarkdown: ({ answer, feedback }) => {
    const item = (text: string, checked: boolean, own: readonly RootContent[]): ListItem =>
      taskItem(checked, [{ type: 'paragraph', children: [{ type: 'text', value: text }] }], own);
    const list: List = {
      type: 'list',
      ordered: false,
      spread: false,
      children: [item('True', answer, feedback.true), item('False', !answer, feedback.false)],
    };
    return { blocks: [list] };
  },
};

function pair(
  options: readonly InlineOption[],
  words: TrueFalseWords,
): { true: InlineOption; false: InlineOption } | null {
  if (options.length !== 2) return null;
  const find = (...names: string[]): InlineOption | undefined =>
    options.find((option) => names.includes(toPlainText(option.text).toLowerCase().replace(/\.$/, '')));
  const yes = find('true', words.true);
  const no = find('false', words.false);
  return yes === undefined || no === undefined ? null : { true: yes, false: no };
}
