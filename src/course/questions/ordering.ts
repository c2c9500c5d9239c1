import type { List, ListItem, RootContent } from 'mdast';
import * as z from 'zod';
import { report } from '../../diagnostics/report.ts';
import { takeAttributes } from '../attributes.ts';
import type { Item, Ordering } from '../course.ts';
import { checkItems, itemOf, itemsFromYaml, itemsSchema, itemsToYaml, lineOfItem } from './items.ts';
import type { QuestionCommon, QuestionForm } from './question-form.ts';

const credits = ['all-or-nothing', 'per-position', 'per-neighbour'] as const;
const credit = z
  .enum(credits)
  .default('all-or-nothing')
  .meta({ description: 'Credit for partly right orders; see the reference of scoring.' });

/** Items to put in order. Inline: a numbered list in the right order. */
export const orderingForm: QuestionForm<Ordering> = {
  type: 'ordering',
  schema: z.object({
    items: itemsSchema.meta({
      description: 'The items in the right order, markdown.',
      fix: 'Write `items:` with a list, first to last',
    }),
    credit,
  }),
  attributes: z.object({ credit }),
  fromYaml: (spec) => ordering(spec.common, itemsFromYaml(spec, 'items'), spec.value['credit']),
  holds: isNumbered,
  recognises: ({ block }) => block !== null && isNumbered(block),
  fromMarkdown: ({ block, common, attributes }) => {
    if (block === null || !isNumbered(block)) {
      report(common.file, 'question-unclear', {
        reason: 'An ordering question has a numbered list in the right order',
        fix: 'Write `1. The first`, `2. The second`, and so on below it',
        at: common.position,
      });
      return null;
    }
    return ordering(common, block.children.map(itemFrom), attributes['credit']);
  },
  markdownOf: ({ items }) => items.flatMap((item) => item.text),
  toYaml: ({ items, credit: how }, markdown) => ({
    items: itemsToYaml(items, markdown),
    ...(how === 'all-or-nothing' ? {} : { credit: how }),
  }),
  toMarkdown: ({ items, credit: how }) => {
    const children: ListItem[] = [];
    for (const item of items) {
      const [first, ...rest] = item.text;
      const line = first === undefined ? null : lineOfItem({ ...item, text: [first] });
      if (line === null) return null;
      children.push({
        type: 'listItem',
        spread: false,
        children: [{ type: 'paragraph', children: [...line] }, ...rest] as ListItem['children'],
      });
    }
    const list: List = { type: 'list', ordered: true, start: 1, spread: false, children };
    return { blocks: [list], ...(how === 'all-or-nothing' ? {} : { attributes: { credit: how } }) };
  },
};

function isNumbered(block: RootContent): block is List {
  return (
    block.type === 'list' && block.ordered === true && block.children.every((item) => typeof item.checked !== 'boolean')
  );
}

function itemFrom({ children: [first, ...rest], position }: ListItem): Item {
  if (first?.type !== 'paragraph') return itemOf(null, first === undefined ? [] : [first, ...rest], position);
  const { nodes, attributes } = takeAttributes(first.children);
  return itemOf(attributes.id, [...(nodes.length === 0 ? [] : [{ ...first, children: nodes }]), ...rest], position);
}

function ordering(common: QuestionCommon, items: readonly Item[], how: unknown): Ordering | null {
  if (!checkItems(items, 2, 'item', common.file, common.position)) return null;
  return { ...common, type: 'ordering', items, credit: credits.find((known) => known === how) ?? 'all-or-nothing' };
}
