import { mathAttributes, type RichNode, type RichText, richAttributes } from '../../contract/rich-text.ts';

const classes = /^(hljs[\w-]*|(language|tml)-[\w-]+)$/;
const links = /^(https?:\/\/|mailto:|#|[\w.-]+\.html(#|$))/i;
const images = /^(\.\.\/media\/[\w.-]+$|data:image\/)/i;

const attributeRules: Readonly<Record<string, (value: string) => boolean>> = {
  class: (value) => value.split(' ').every((name) => classes.test(name)),
  href: (value) => links.test(value),
  src: (value) => images.test(value),
};

/**
 * Draws author text that came as data. Knows the tags and attributes of `richTags` and of formulas and drops all else,
 * so that not even a hostile `CourseData` can make an element that runs script.
 */
export function drawRichText(text: RichText, into: Node): void {
  for (const node of text) drawNode(node, into, 0);
}

function drawNode(node: RichNode, into: Node, depth: number): void {
  if (typeof node === 'string') {
    into.appendChild(document.createTextNode(node));
    return;
  }
  if (!Array.isArray(node) || depth > 50) return;
  const [tag, attributes, ...children] = node as unknown as [unknown, unknown, ...RichNode[]];
  const allowed = typeof tag === 'string' ? richAttributes(tag) : null;
  if (typeof tag !== 'string' || !allowed) return;
  const element =
    allowed === mathAttributes
      ? document.createElementNS('http://www.w3.org/1998/Math/MathML', tag)
      : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (!allowed.includes(name) || typeof value !== 'string') continue;
    if (attributeRules[name]?.(value) ?? true) element.setAttribute(name, value);
  }
  for (const child of children) drawNode(child, element, depth + 1);
  into.appendChild(element);
}
