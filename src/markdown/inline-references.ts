import type { Definition, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Replaces link and image references by links and images, and drops the definitions: a quiz that is taken out of its
 * lesson keeps its links. Changes the tree, which the parser has just made.
 */
export function inlineReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    // CommonMark: the first definition wins.
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (node.type === 'definition') {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const definition = definitions.get(node.identifier);
    if (definition === undefined) return;
    const { url } = definition;
    const title = definition.title ?? null;
    const position = node.position === undefined ? {} : { position: node.position };
    parent.children[index] =
      node.type === 'linkReference'
        ? { type: 'link', url, title, children: node.children, ...position }
        : { type: 'image', url, title, alt: node.alt ?? null, ...position };
    return index;
  });
}
