import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** The first picture comes with the page; those further down when the learner comes near. */
export function imageLoading(tree: Root): void {
  let first = true;
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'img') return;
    node.properties['decoding'] = 'async';
    if (!first) node.properties['loading'] = 'lazy';
    first = false;
  });
}
