import type { RootContent, Table } from 'mdast';
import * as z from 'zod';
import { report } from '../../diagnostics/report.ts';
import type { Item, Likert } from '../course.ts';
import { cellOfItem, checkItems, itemFromLine, itemsFromYaml, itemsSchema, itemsToYaml } from './items.ts';
import type { QuestionCommon, QuestionForm } from './question-form.ts';
import { tableOf } from './tables.ts';
import { unscored } from './unscored.ts';

/** Statements on one scale, without a score. Inline: a table with the scale in its head and nothing in its cells. */
export const likertForm: QuestionForm<Likert> = {
  type: 'likert',
  schema: z.object({
    statements: itemsSchema.meta({
      description: 'What to agree with or not, markdown.',
      fix: 'Write `statements:` with a list of texts',
    }),
    scale: itemsSchema.meta({
      description: 'The labels of the scale, from one end to the other, markdown.',
      fix: 'Write `scale:` with a list of texts, such as `[Disagree, Neutral, Agree]`',
    }),
  }),
  attributes: z.object({}),
  fromYaml: (spec) => likert(spec.common, itemsFromYaml(spec, 'statements'), itemsFromYaml(spec, 'scale')),
  holds: (block) => block.type === 'table',
  recognises: ({ block }) => block !== null && isScaleTable(block),
  fromMarkdown: ({ block, common }) => {
    if (block === null || !isScaleTable(block)) {
      report(common.file, 'question-unclear', {
        reason: 'A likert question has a table with the scale in its head and empty cells below it',
        fix: 'Write `| | Disagree | Neutral | Agree |`, a line `|---|---|---|---|`, and one row for each statement: `| The pace was right. | | | |`',
        at: block?.position ?? common.position,
      });
      return null;
    }
    const [head, ...rows] = block.children;
    const scale = (head?.children ?? [])
      .slice(1)
      .map((cell) => itemFromLine(cell.children, cell.position ?? head?.position));
    const statements = rows.map((row) =>
      itemFromLine(row.children[0]?.children ?? [], row.children[0]?.position ?? row.position),
    );
    return likert(common, statements, scale);
  },
  markdownOf: ({ statements, scale }) => [...statements, ...scale].flatMap((item) => item.text),
  toYaml: ({ statements, scale }, markdown) => ({
    statements: itemsToYaml(statements, markdown),
    scale: itemsToYaml(scale, markdown),
  }),
  toMarkdown: ({ statements, scale }) => {
    const table = tableOf(
      ['Statement', ...scale.map(cellOfItem)],
      statements.map((statement) => [cellOfItem(statement), ...scale.map(() => [])]),
    );
    // With one label it would look like items to match.
    return scale.length < 2 ? null : table && { blocks: [table] };
  },
};

/** A table of statements: two labels or more in the head, all cells below them empty. */
export function isScaleTable(block: RootContent): block is Table {
  if (block.type !== 'table') return false;
  const [head, ...rows] = block.children;
  return (
    (head?.children.length ?? 0) > 2 &&
    rows.length > 0 &&
    rows.every((row) => row.children.slice(1).every((cell) => cell.children.length === 0))
  );
}

function likert(common: QuestionCommon, statements: readonly Item[], scale: readonly Item[]): Likert | null {
  const fine = checkItems(statements, 1, 'statement', common.file, common.position);
  if (!checkItems(scale, 2, 'label', common.file, common.position) || !fine) return null;
  return { ...unscored(common), type: 'likert', statements, scale };
}
