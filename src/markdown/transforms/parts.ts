import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { PageParts } from '../page-parts.ts';
import type { Rendering } from '../rendering.ts';

/** What HTML needs by its tag, whether markdown or the author's HTML made it. */
const byTag: Readonly<Record<string, PageParts>> = {
  details: { style: 'details' },
  img: { style: 'figures' },
  math: { style: 'math' },
  pre: { style: 'code' },
  table: { style: 'tables' },
  video: { style: 'figures' },
};

/** And by a class of ours. */
const byClass: Readonly<Record<string, PageParts>> = {
  callout: { style: 'callouts' },
  code: { script: 'copy-buttons', style: 'copy-buttons' },
  'contains-task-list': { style: 'tasks' },
  diagram: { style: 'diagrams' },
  footnotes: { style: 'footnotes' },
  hljs: { style: 'highlight' },
  line: { style: 'code-lines' },
  part: { style: 'parts' },
  term: { script: 'terms', style: 'terms' },
};

/** All of these parts. */
export const htmlParts: readonly PageParts[] = [...Object.values(byTag), ...Object.values(byClass)];

/** Notes which parts of style and script the page needs. What an element needs, it says in its own file. */
export function parts(tree: Root, rendering: Rendering): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    rendering.use(byTag[tagName] ?? {});
    const { className } = properties;
    if (Array.isArray(className)) for (const name of className) rendering.use(byClass[name] ?? {});
  });
}
