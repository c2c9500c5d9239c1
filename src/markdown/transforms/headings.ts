import type { Element, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Rendering } from '../rendering.ts';
import { slug } from '../slug.ts';

/**
 * Gives headings ids and keeps their levels in order below what stands above them on the page. The titles of an
 * element's parts come one level below the section they stand in, and deeper headings with them.
 */
export function headings(tree: Root, rendering: Rendering): void {
  const { idPrefix, topHeading } = rendering.context;
  const taken = ownIds(tree, rendering);
  let unnamed = 0;
  const nameOf = (text: string): string => {
    const name = slug(text);
    if (name !== '') return name;
    unnamed += 1;
    return `section-${unnamed}`;
  };

  /** @returns the level of the last heading inside that belongs to the section around it */
  const walk = (parent: Parents, above: number, shift: number, inElement: boolean): number => {
    let last = above;
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const written = Number(/^h([1-6])$/.exec(node.tagName)?.[1]);
      const partLevel = node.data?.partLevel;
      if (partLevel !== undefined) {
        walk(node, last, Math.min(last + 1, 6) - partLevel, true);
        continue;
      }
      // The footnotes' heading is no part of the author's outline.
      if (!written || (parent.type === 'element' && parent.properties['dataFootnotes'] !== undefined)) {
        last = walk(node, last, shift, inElement);
        continue;
      }
      noteLevel(node, written, written + shift, last, rendering);
      const level = Math.min(Math.max(written + shift, topHeading), 6);
      last = level;
      node.tagName = `h${level}`;
      const text = textOf(node).trim();
      let id = ownId(node, idPrefix);
      if (id === null || taken.get(id) !== node) {
        id = unique(`${idPrefix}${nameOf(text)}`, taken);
        taken.set(id, node);
      }
      node.properties['id'] = id;
      if (level <= 3 && !inElement) rendering.addHeading({ id, text, level });
    }
    return last;
  };
  walk(tree, topHeading - 1, 0, false);
}

function noteLevel(node: Element, written: number, level: number, last: number, { context, note }: Rendering): void {
  if (context.topHeading === 2 && written === 1) {
    note('heading-top', {
      reason: 'The lesson has a heading of level 1',
      fix: 'Write `##`: the page has its `h1` from the title in the front matter',
      at: node.position,
    });
  } else if (level > last + 1 && level > context.topHeading) {
    note('heading-skipped', {
      reason: `A heading of level ${written} follows one of level ${last - level + written}`,
      fix: `Write \`${'#'.repeat(Math.max(last + 1, context.topHeading) - level + written)}\``,
      at: node.position,
    });
  }
}

/** Ids that authors gave come before those made from words, wherever they stand; of two that are the same the first. */
function ownIds(tree: Root, { context: { idPrefix }, note }: Rendering): Map<string, Element> {
  const taken = new Map<string, Element>();
  visit(tree, 'element', (node) => {
    if (!/^h[1-6]$/.test(node.tagName)) return;
    const id = ownId(node, idPrefix);
    if (id === null) return;
    if (!taken.has(id)) taken.set(id, node);
    else {
      const written = id.slice(idPrefix.length);
      note('heading-id', {
        reason: `Two headings have the id \`${written}\``,
        fix: `Write another one here, such as \`{#${written}-2}\``,
        at: node.position?.start,
      });
    }
  });
  return taken;
}

/** The id its author gave a heading, as it stands in the page; the sanitiser has put `user-` before it. */
function ownId({ properties: { id } }: Element, idPrefix: string): string | null {
  const mark = `${idPrefix}user-`;
  if (typeof id !== 'string' || !id.startsWith(mark)) return null;
  const own = id.slice(mark.length);
  return /^[a-z0-9][a-z0-9_-]*$/.test(own) ? `${idPrefix}${own}` : null;
}

function unique(wanted: string, taken: ReadonlyMap<string, Element>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}
