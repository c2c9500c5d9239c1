import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * A copy of the tree in which `data-page` of links inside the course names the page's id instead of its file: ids are
 * what page and player speak of.
 */
export function linkPagesById(tree: Root, ids: ReadonlyMap<string, string>): Root {
  const copy = structuredClone(tree);
  visit(copy, 'element', (element) => {
    const href = element.properties['dataPage'];
    const id = typeof href === 'string' ? ids.get(href) : undefined;
    if (id !== undefined) element.properties['dataPage'] = id;
  });
  return copy;
}
