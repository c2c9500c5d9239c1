import type { RootContent, Table, TableCell } from 'mdast';
import * as z from 'zod';
import { idSchema } from '../../config/course-config.ts';
import { report } from '../../diagnostics/report.ts';
import { toPlainText } from '../../markdown/to-plain-text.ts';
import type { Item, Matching } from '../course.ts';
import {
  cellOfItem,
  checkItems,
  itemFromLine,
  itemOf,
  itemsFromYaml,
  itemsSchema,
  itemsToYaml,
  textSchema,
} from './items.ts';
import { isScaleTable } from './likert.ts';
import type { QuestionCommon, QuestionForm } from './question-form.ts';
import { tableOf } from './tables.ts';

const credit = z
  .enum(['per-pair', 'all-or-nothing'])
  .default('per-pair')
  .meta({ description: 'Credit for partly right answers; see the reference of scoring.' });

const pairsSchema = z
  .array(
    z.strictObject({
      id: idSchema.optional(),
      item: textSchema.meta({ description: 'What is asked for, markdown.', fix: 'Write `item: …`' }),
      match: textSchema.meta({ description: 'Its right answer, plain text.', fix: 'Write `match: …`' }),
      feedback: z.string().optional().meta({ description: 'Shown when the item was answered, markdown.' }),
    }),
  )
  .meta({
    description: 'Items with their right answers.',
    fix: 'Write `pairs:` with a list of `- item: …` and `match: …`',
  });

interface Pair {
  readonly item: Item;
  readonly match: Item;
  readonly feedback: readonly RootContent[];
}

/** An answer to find for each item. Inline: a table, `| Item | Match |`; a row without an item is a surplus answer. */
export const matchingForm: QuestionForm<Matching> = {
  type: 'matching',
  schema: z.object({
    pairs: pairsSchema,
    surplus: itemsSchema.default([]).meta({ description: 'Answers that belong to no item.' }),
    credit,
  }),
  attributes: z.object({ credit }),
  fromYaml: (spec) => {
    const list = spec.value['pairs'] as z.output<typeof pairsSchema>;
    const pairs = list.map(
      (pair, index): Pair => ({
        item: itemOf(pair.id ?? null, spec.markdown(['pairs', index, 'item']), spec.at(['pairs', index])),
        match: itemOf(null, spec.markdown(['pairs', index, 'match']), spec.at(['pairs', index, 'match'])),
        feedback: spec.markdown(['pairs', index, 'feedback']),
      }),
    );
    return matching(spec.common, pairs, itemsFromYaml(spec, 'surplus'), spec.value['credit']);
  },
  holds: (block) => block.type === 'table',
  recognises: ({ block }) => block?.type === 'table' && !isScaleTable(block),
  fromMarkdown: ({ block, common, attributes }) => {
    if (block?.type !== 'table' || (block.children[0]?.children.length ?? 0) < 2) {
      report(common.file, 'question-unclear', {
        reason: 'A matching question has a table of items and their matches',
        fix: 'Write `| Item | Match |`, a line `| --- | --- |`, and one row for each pair',
        at: block?.position ?? common.position,
      });
      return null;
    }
    const rows = block.children.slice(1).map(({ children: [item, match, feedback], position }) => ({
      item: lineOf(item, position),
      match: lineOf(match, position),
      feedback: lineOf(feedback, position).text,
    }));
    const isSurplus = (row: Pair): boolean => row.item.text.length === 0 && row.match.text.length > 0;
    const unseen = rows.find((row) => isSurplus(row) && row.feedback.length > 0);
    if (unseen !== undefined) {
      report(common.file, 'question-stray-content', {
        reason: 'A remark stands beside an answer that belongs to no item: nobody would see it',
        fix: 'Remove it, or write it into the explanation, a quote below the table',
        at: unseen.feedback[0]?.position ?? unseen.match.position,
      });
      return null;
    }
    return matching(
      common,
      rows.filter((row) => !isSurplus(row)),
      rows.filter(isSurplus).map((row) => row.match),
      attributes['credit'],
    );
  },
  markdownOf: ({ items, answers }) => [
    ...items.flatMap((item) => [...item.text, ...item.feedback]),
    ...answers.flatMap((answer) => answer.text),
  ],
  toYaml: ({ items, answers, credit: how }, markdown) => {
    const surplus = answers.filter(({ id }) => items.every((item) => item.answer !== id));
    return {
      pairs: items.map((item) => ({
        ...(item.id === itemOf(null, item.text, undefined).id ? {} : { id: item.id }),
        item: markdown(item.text),
        match: markdown(answers.find(({ id }) => id === item.answer)?.text ?? []),
        feedback: markdown(item.feedback),
      })),
      ...(surplus.length > 0 ? { surplus: itemsToYaml(surplus, markdown) } : {}),
      ...(how === 'per-pair' ? {} : { credit: how }),
    };
  },
  toMarkdown: ({ items, answers, credit: how }) => {
    const nothing: Item = { id: itemOf(null, [], undefined).id, text: [{ type: 'paragraph', children: [] }] };
    const named = (item: Item): Item => (item.text.length === 0 ? nothing : item);
    const withFeedback = items.some((item) => item.feedback.length > 0);
    const rows = [
      ...items.map((item) => [
        item,
        answers.find(({ id }) => id === item.answer) ?? nothing,
        named(itemOf(null, item.feedback, undefined)),
      ]),
      ...answers
        .filter(({ id }) => items.every((item) => item.answer !== id))
        .map((answer) => [nothing, answer, nothing]),
    ];
    const table = tableOf(
      ['Item', 'Match', ...(withFeedback ? ['Feedback'] : [])],
      rows.map((row) => row.slice(0, withFeedback ? 3 : 2).map(cellOfItem)),
    );
    return table && { blocks: [table], ...(how === 'per-pair' ? {} : { attributes: { credit: how } }) };
  },
};

const lineOf = (cell: TableCell | undefined, row: Table['position']): Item =>
  itemFromLine(cell?.children ?? [], cell?.position ?? row);

function matching(
  common: QuestionCommon,
  pairs: readonly Pair[],
  surplus: readonly Item[],
  how: unknown,
): Matching | null {
  let fine = checkItems(
    pairs.map((pair) => pair.item),
    2,
    'item',
    common.file,
    common.position,
  );
  const answers: Item[] = [];
  for (const { item, match } of pairs) {
    if (toPlainText(match.text) === '') {
      fine = false;
      report(common.file, 'no-right-answer', {
        reason: `The item "${toPlainText(item.text)}" has no match`,
        fix: 'Write its right answer beside it, in words',
        at: match.position ?? item.position,
      });
    } else if (!answers.some(({ id }) => id === match.id)) answers.push(match);
  }
  answers.push(...surplus);
  if (!fine || !checkItems(answers, 2, 'answer', common.file, common.position)) return null;
  return {
    ...common,
    type: 'matching',
    items: pairs.map(({ item, match, feedback }) => ({ ...item, answer: match.id, feedback })),
    answers,
    credit: how === 'all-or-nothing' ? 'all-or-nothing' : 'per-pair',
  };
}
