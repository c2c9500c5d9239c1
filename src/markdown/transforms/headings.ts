import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Rendering } from '../rendering.ts';
import { slug } from '../slug.ts';

/** Gives headings ids and keeps their levels in order below what stands above them on the page. */
export function headings(tree: Root, rendering: Rendering): void {
  const { idPrefix, topHeading } = rendering.context;
  const taken = new Set<string>();
  let last = topHeading - 1;
  let unnamed = 0;
  visit(tree, 'element', (node, _index, parent) => {
    const written = Number(/^h([1-6])$/.exec(node.tagName)?.[1]);
    // The footnotes' heading is no part of the author's outline.
    if (!written || (parent?.type === 'element' && parent.properties['dataFootnotes'] !== undefined)) return;
    noteLevel(node, written, last, rendering);
    const level = Math.max(written, topHeading);
    last = level;
    node.tagName = `h${level}`;

    const text = textOf(node).trim();
    let name = slug(text);
    if (name === '') {
      unnamed += 1;
      name = `section-${unnamed}`;
    }
    const id = unique(`${idPrefix}${name}`, taken);
    node.properties['id'] = id;
    if (level <= 3) rendering.addHeading({ id, text, level });
  });
}

function noteLevel(node: Element, written: number, last: number, { context, note }: Rendering): void {
  if (context.topHeading === 2 && written === 1) {
    note('heading-top', {
      reason: 'The lesson has a heading of level 1',
      fix: 'Write `##`: the page has its `h1` from the title in the front matter',
      at: node.position,
    });
  } else if (written > last + 1 && written > context.topHeading) {
    note('heading-skipped', {
      reason: `A heading of level ${written} follows one of level ${last}`,
      fix: `Write \`${'#'.repeat(Math.max(last + 1, context.topHeading))}\``,
      at: node.position,
    });
  }
}

function unique(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}
