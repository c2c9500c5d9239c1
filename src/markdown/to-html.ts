import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const writer = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();

/** Writes a rendered tree as HTML; the same tree always gives the same text. */
export function toHtml(tree: Root): string {
  return writer.stringify(tree);
}
