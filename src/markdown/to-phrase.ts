import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { sayFormula } from './math/say-formula.ts';

/**
 * What stands in a legend or a label: phrases, not blocks, and all of it in the name that browsers give the control.
 * Chromium leaves formulas, and whatever stands in a `figure`, out of such names; a formula says itself by its
 * `aria-label`, and a figure becomes a `span`.
 */
export function toPhrase(tree: Root): Root {
  const children = tree.children.flatMap((node) =>
    node.type === 'element' && /^(p|h[1-6])$/.test(node.tagName) ? node.children : [node],
  );
  const [only, ...others] = children.map(phrase);
  // What a line of text makes small has room where it stands alone.
  if (only?.type === 'element' && only.tagName === 'math' && others.length === 0)
    return { ...tree, children: [{ ...only, properties: { ...only.properties, displaystyle: 'true' } }] };
  return { ...tree, children: only === undefined ? [] : [only, ...others] };
}

function phrase<T extends RootContent | ElementContent>(node: T): T {
  if (node.type !== 'element') return node;
  if (node.tagName === 'math') {
    const name = sayFormula(node);
    return name === '' ? node : { ...node, properties: { ...node.properties, ariaLabel: name } };
  }
  return { ...node, ...asSpan(node), children: node.children.map(phrase) };
}

const asSpan = ({ tagName, properties }: Element): Pick<Element, 'tagName' | 'properties'> => {
  // To enlarge it would be a click on the answer.
  if (tagName === 'figure') return { tagName: 'span', properties: { className: ['figure'] } };
  if (tagName === 'figcaption') return { tagName: 'span', properties: { className: ['figure-caption'] } };
  // A group of its own would be left out of the name.
  if (isFormula(properties)) return { tagName: 'span', properties: { className: ['formula'] } };
  return { tagName, properties };
};

const isFormula = ({ className }: Properties): boolean => Array.isArray(className) && className.includes('formula');
