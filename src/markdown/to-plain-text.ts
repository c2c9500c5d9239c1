import type { Nodes } from 'mdast';

/** Nodes that stand inside a line; between all others there is a space. */
const inline: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'inlineCode',
  'inlineMath',
  'link',
  'linkReference',
  'strong',
  'text',
]);

/** The text of markdown, for reports to an LMS and for ids: no marks, white space folded, an image by its `alt`, a formula as it is written. */
export function toPlainText(nodes: readonly Nodes[]): string {
  return nodes.map(textOf).join('').replace(/\s+/g, ' ').trim();
}

function textOf(node: Nodes): string {
  const text = ownText(node);
  return inline.has(node.type) ? text : ` ${text} `;
}

function ownText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'inlineMath':
    case 'math':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    default:
      return 'children' in node ? node.children.map(textOf).join('') : '';
  }
}
