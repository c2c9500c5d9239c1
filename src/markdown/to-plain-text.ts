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

/** What is said instead of the TeX of a formula. */
type SayTex = (tex: string) => string;

/**
 * The text of markdown, for reports to an LMS and for ids: no marks, white space folded, an image by its `alt`.
 *
 * @param sayTex for people to read; left out, a formula stays as it is written, which ids are made of
 */
export function toPlainText(nodes: readonly Nodes[], sayTex: SayTex = (tex) => tex): string {
  return nodes
    .map((node) => textOf(node, sayTex))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function textOf(node: Nodes, sayTex: SayTex): string {
  const text = ownText(node, sayTex);
  return inline.has(node.type) ? text : ` ${text} `;
}

function ownText(node: Nodes, sayTex: SayTex): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'inlineMath':
    case 'math':
      return sayTex(node.value);
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    default:
      return 'children' in node ? node.children.map((child) => textOf(child, sayTex)).join('') : '';
  }
}
