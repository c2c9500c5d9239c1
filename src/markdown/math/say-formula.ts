import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

/**
 * A formula in one line of signs, such as `(a+b)/2` or `√(x²+1)`: for names of controls, which browsers make of text alone,
 * and for menus and reports, which show nothing else. The same in every language, in the manner of Unicode's linear
 * format (Unicode Technical Note 28).
 */
export function sayFormula(math: Element): string {
  return said(math.children).replace(/\s+/g, ' ').trim().normalize();
}

const said = (nodes: readonly ElementContent[]): string => nodes.reduce(joined, '');

const relation = /^[=≠≈≡∼≅<>≤≥≪≫∈∉⊂⊆⊃⊇→←↔⇒⇐⇔↦∣∧∨∪∩:]$/;
const sign = /^[+−±∓×⋅·÷∗∘*/-]$/;

/** What was said so far and one node more, with the spaces that make it readable. */
function joined(before: string, node: ElementContent): string {
  const text = node.type === 'element' ? (sayers[node.tagName]?.(node) ?? said(node.children)) : textOf(node);
  if (node.type !== 'element' || node.tagName !== 'mo') {
    // `sin x`, but `2x`.
    return /\p{L}{2}$/u.test(before) && /^[\p{L}\p{N}]/u.test(text) ? `${before} ${text}` : before + text;
  }
  if (relation.test(text)) return `${before} ${text} `;
  // A sign between two things, not before one.
  if (sign.test(text)) return /[^\s([{,]$/.test(before) ? `${before} ${text} ` : before + text;
  return text === ',' || text === ';' ? `${before}${text} ` : before + text;
}

const sayers: Readonly<Record<string, (node: Element) => string>> = {
  mo: (node) => textOf(node).replace(/[\u2061-\u2064]/g, ''),
  mspace: () => ' ',
  mphantom: () => '',
  mfrac: (node) => {
    const [first, second] = partsOf(node);
    // A binomial has no line.
    return node.properties['linethickness'] === undefined ? `${whole(first)}/${whole(second)}` : `${first}, ${second}`;
  },
  msqrt: (node) => `√${whole(said(node.children).trim())}`,
  mroot: (node) => {
    const [inside, degree] = partsOf(node);
    return `${raised(degree)}√${whole(inside)}`;
  },
  msup: (node) => above(node),
  msub: (node) => below(node),
  msubsup: (node) => below(node) + raised(partsOf(node)[2]),
  munder: (node) => below(node),
  mover: (node) => above(node),
  munderover: (node) => below(node) + raised(partsOf(node)[2]),
  mtable: (node) => partsOf(node).join('; '),
  mtr: (node) => partsOf(node).join(', '),
};

const partsOf = (node: Element): readonly string[] =>
  node.children.filter((child) => child.type === 'element').map((child) => said([child]).trim());

const above = (node: Element): string => {
  const [base, over] = partsOf(node);
  return whole(base) + raised(over);
};
const below = (node: Element): string => {
  const [base, under] = partsOf(node);
  return whole(base) + lowered(under);
};

/** In brackets, unless it is one thing. */
const whole = (text = ''): string =>
  /^[\p{L}\p{N}\p{M}.,′⁰-⁹₀-₉⁺⁻ⁿ²³¹]*$|^\P{L}$|^[([{|][^()[\]{}|]*[)\]}|]$/u.test(text) ? text : `(${text})`;

const small = (from: string, to: string): ((text: string, mark: string) => string) => {
  const signs = new Map([...from].map((each, index) => [each, [...to][index] ?? each]));
  return (text, mark) =>
    [...text].every((each) => signs.has(each)) ? [...text].map((each) => signs.get(each)).join('') : mark + whole(text);
};
const superscript = small('0123456789+−n′″‴∘', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ′″‴°');
const subscript = small('0123456789+−', '₀₁₂₃₄₅₆₇₈₉₊₋');
/** Signs that stand over a letter. */
const accents: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '¯': '\u0304',
  '‾': '\u0304',
  '~': '\u0303',
  '˜': '\u0303',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20d7',
  '⃗': '\u20d7',
};

const raised = (text = ''): string => accents[text] ?? superscript(text.replaceAll(' ', ''), '^');
const lowered = (text = ''): string => subscript(text.replaceAll(' ', ''), '_');
