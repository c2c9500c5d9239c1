import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Names the parts of footnotes for the style sheet; ids and words were set when they were made. */
export function footnotes(tree: Root): void {
  visit(tree, 'element', (node, _index, parent) => {
    const { properties } = node;
    if (properties['dataFootnotes'] !== undefined) properties['className'] = ['footnotes'];
    if (properties['dataFootnoteBackref'] !== undefined) properties['className'] = ['footnote-back'];
    if (properties['dataFootnoteRef'] !== undefined) properties['className'] = ['footnote-ref'];
    const heads = parent?.type === 'element' && parent.properties['dataFootnotes'] !== undefined;
    if (heads && /^h[1-6]$/.test(node.tagName)) properties['className'] = ['visually-hidden'];
  });
}
