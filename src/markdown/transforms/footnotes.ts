import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

const classes: Readonly<Record<string, string>> = {
  dataFootnotes: 'footnotes',
  dataFootnoteRef: 'footnote-ref',
  dataFootnoteBackref: 'footnote-back',
};

/** Names the parts of footnotes for the style sheet; ids and words were set when they were made. */
export function footnotes(tree: Root): void {
  visit(tree, 'element', ({ properties, children }) => {
    for (const [mark, className] of Object.entries(classes)) {
      if (properties[mark] === undefined) continue;
      delete properties[mark];
      properties['className'] = [className];
      const [heading] = children;
      if (mark === 'dataFootnotes' && heading?.type === 'element')
        heading.properties['className'] = ['visually-hidden'];
    }
  });
}
