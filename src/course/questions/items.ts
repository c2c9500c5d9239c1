import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { idSchema } from '../../config/course-config.ts';
import { report } from '../../diagnostics/report.ts';
import { toPlainText } from '../../markdown/to-plain-text.ts';
import { attributesNode, takeAttributes } from '../attributes.ts';
import type { Item } from '../course.ts';
import { idOfText } from './choices.ts';
import type { WriteMarkdown, YamlQuestion } from './question-form.ts';

/** A text in YAML, which may look like a number, a truth value or nothing. */
export const textSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A list of items: each a text, or `id:` and `text:`. */
export const itemsSchema = z.array(
  z
    .union([
      textSchema,
      z.strictObject({ id: idSchema.optional(), text: textSchema.meta({ description: 'The item, markdown.' }) }),
    ])
    .meta({ fix: 'Write the item as a text: `- The item`' }),
);

/** Items under this key of a quiz file. */
export function itemsFromYaml(spec: YamlQuestion, key: string): readonly Item[] {
  const list = (spec.value[key] ?? []) as z.output<typeof itemsSchema>;
  return list.map((entry, index) => {
    const isKeyed = typeof entry === 'object' && entry !== null;
    return itemOf(
      isKeyed ? (entry.id ?? null) : null,
      spec.markdown(isKeyed ? [key, index, 'text'] : [key, index]),
      spec.at([key, index]),
    );
  });
}

export function itemsToYaml(items: readonly Item[], markdown: WriteMarkdown): readonly unknown[] {
  return items.map((item) => (hasOwnId(item) ? { id: item.id, text: markdown(item.text) } : markdown(item.text)));
}

/** An item without an id gets one from its text: the same wherever it is moved to. */
export function itemOf(id: string | null, text: readonly RootContent[], position: Position | undefined): Item {
  return { id: id ?? idOfText(text), text, ...(position === undefined ? {} : { position }) };
}

/** A line of text, such as a cell of a table, with the id in braces at its end. Empty where nothing is written. */
export function itemFromLine(line: readonly PhrasingContent[], position: Position | undefined): Item {
  const { nodes, attributes } = takeAttributes(line);
  const text: readonly Paragraph[] =
    nodes.length === 0 ? [] : [{ type: 'paragraph', children: nodes, ...(position === undefined ? {} : { position }) }];
  return itemOf(attributes.id, text, position);
}

/** An item as a line of text that `itemFromLine` reads; null where it is more than that. */
export function lineOfItem(item: Item): readonly PhrasingContent[] | null {
  const [first, ...rest] = item.text;
  if (first?.type !== 'paragraph' || rest.length > 0) return null;
  const last = first.children.at(-1);
  // Braces at the end of a text would be read as attributes, so it gets its own.
  const needsId = hasOwnId(item) || (last?.type === 'text' && /\}\s*$/.test(last.value));
  return needsId ? [...first.children, attributesNode(item.id)] : first.children;
}

/** A line in a cell of a table, where a line break ends the table. */
export function cellOfItem(item: Item): readonly PhrasingContent[] | null {
  const line = lineOfItem(item);
  return line === null || line.some(breaksLine) ? null : line.map(onOneLine);
}

const breaksLine = (node: PhrasingContent): boolean =>
  node.type === 'break' || ('children' in node && node.children.some(breaksLine));

function onOneLine(node: PhrasingContent): PhrasingContent {
  if (node.type === 'text') return { ...node, value: node.value.replace(/\s*\n\s*/g, ' ') };
  return 'children' in node ? ({ ...node, children: node.children.map(onOneLine) } as PhrasingContent) : node;
}

const hasOwnId = (item: Item): boolean => item.id !== idOfText(item.text);

/**
 * Reports what no list of items may have: too few of them, an empty one, the same one twice.
 *
 * @param what their name in messages: "item", "statement"
 * @returns whether the items can be used
 */
export function checkItems(
  items: readonly Item[],
  least: number,
  what: string,
  file: VFile,
  at: Position | undefined,
): boolean {
  let fine = true;
  if (items.length < least) {
    fine = false;
    report(file, 'too-few-choices', {
      reason: `The question has ${items.length === 0 ? 'no' : `only ${items.length}`} ${what}${items.length === 1 ? '' : 's'}`,
      fix: `Write at least ${least}`,
      at,
    });
  }
  const texts = new Set<string>();
  const ids = new Set<string>();
  for (const item of items) {
    const text = textOf(item);
    if (text === '') {
      fine = false;
      report(file, 'choice-empty', {
        reason: `One ${what} has no text`,
        fix: `Write the text of the ${what}, or remove it`,
        at: item.position ?? at,
      });
      continue;
    }
    if (texts.has(text)) {
      fine = false;
      report(file, 'choice-twice', {
        reason: `The ${what} "${toPlainText(item.text)}" stands twice in this question`,
        fix: 'Change or remove one of the two',
        at: item.position ?? at,
      });
    } else if (ids.has(item.id)) {
      fine = false;
      report(file, 'duplicate-id', {
        reason: `Two ${what}s of this question have the id \`${item.id}\``,
        fix: `Write another id, such as \`${item.id}-2\``,
        at: item.position ?? at,
      });
    }
    texts.add(text);
    ids.add(item.id);
  }
  return fine;
}

/** What tells items apart: their words, letter case only where they are code or a formula; the picture where there is no text. */
function textOf(item: Item): string {
  const text = toPlainText(item.text);
  if (text === '' && item.text.length > 0) return item.id;
  return item.text.some(holdsCode) ? text : text.toLowerCase();
}

const holdsCode = (node: RootContent): boolean =>
  ['code', 'inlineCode', 'math', 'inlineMath'].includes(node.type) ||
  ('children' in node && node.children.some((child) => holdsCode(child)));
