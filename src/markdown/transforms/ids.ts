import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Drops ids that are not valid or stand twice: the first keeps it. */
export function ids(tree: Root): void {
  const taken = new Set<string>();
  visit(tree, 'element', ({ properties }) => {
    const { id } = properties;
    if (id === undefined) return;
    if (typeof id !== 'string' || taken.has(id) || !/^[A-Za-z][\w:.%-]*$/.test(id)) delete properties['id'];
    else taken.add(id);
  });
}
