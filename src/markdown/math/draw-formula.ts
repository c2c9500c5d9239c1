/// <reference path="./temml.d.ts" />
import type { Element, ElementContent } from 'hast';
import temml from 'temml/dist/temml.mjs';
import { type MathTag, mathAttributes, mathTags } from '../../contract/rich-text.ts';
import type { Formula, FormulaSource } from './formula.ts';

/** Longest formula in characters of TeX; a page of mathematics has some 3,000. */
const longest = 10_000;

const tags: ReadonlySet<string> = new Set(mathTags);
const attributes: ReadonlySet<string> = new Set(mathAttributes);

/**
 * TeX → MathML. What TeX can do beside formulas (links, images, classes, ids) is an error, and what comes out is copied
 * tag by tag from a list of what is allowed, so that nothing depends on the library's care. Colours are left out: they
 * would be unreadable in the dark.
 */
export const drawFormula: FormulaSource = (tex, display) => {
  if (tex.trim() === '') return { problem: 'it is empty', offset: null };
  if (tex.length > longest) return { problem: `it has more than ${longest} characters`, offset: null };
  try {
    const tree: unknown = temml.__renderToMathMLTree(tex, {
      displayMode: display,
      // At relations and operators, where a phone is too narrow for a formula in a line of text.
      wrap: display ? 'none' : 'tex',
      throwOnError: true,
      strict: false,
      trust: false,
      maxExpand: 1000,
      maxSize: [50, 50],
    });
    const [math] = copy(tree);
    if (math?.type !== 'element' || math.tagName !== 'math') return { problem: 'it says nothing', offset: null };
    return { math: withDisplay(math, display) };
  } catch (error) {
    return faultOf(error);
  }
};

function withDisplay(math: Element, display: boolean): Element {
  const { display: _, ...properties } = math.properties;
  return { ...math, properties: display ? { display: 'block', ...properties } : properties };
}

function faultOf(error: unknown): Formula {
  if (error instanceof RangeError) return { problem: 'it is nested too deep', offset: null };
  const { name, message, position } = error as { name?: unknown; message?: unknown; position?: unknown };
  if (name !== 'ParseError') throw error;
  const problem = String(message)
    .replace(/ at (?:position \d+|end of input): [\s\S]*$/, '')
    .trim()
    .replace(/^Unsupported function name: (.*)$/, 'there is no command `$1`')
    .replace(/^Function "(.*)" is not trusted$/, '`$1` is not allowed')
    .replace(/^Unexpected end of input .*$/, 'it ends in the middle of a command')
    .replace(/^Too many expansions.*$/, 'a command of its own repeats without end')
    .replace(/^Expected & or .*$/, '`\\end` is missing')
    .replace(/^Expected '(.*)', got 'EOF'$/, '`$1` is missing at its end')
    .replace(/^Expected '(.*)', got '(.*)'$/, '`$1` is missing before `$2`');
  return { problem, offset: typeof position === 'number' ? position : null };
}

/** One node of the library's tree, as far as it is allowed; of one that is not, what stands inside. */
function copy(node: unknown): ElementContent[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('text' in node && typeof node.text === 'string') return [{ type: 'text', value: node.text }];
  const children = 'children' in node && Array.isArray(node.children) ? node.children.flatMap(copy) : [];
  if (!('type' in node) || typeof node.type !== 'string' || !isMathTag(node.type)) return children;
  const properties: Element['properties'] = {};
  for (const [name, value] of entriesOf(node, 'attributes')) {
    if (attributes.has(name) && name !== 'class' && /^[\w.+-]+%?$/.test(String(value)))
      properties[name] = String(value);
  }
  const classes = [...classesOf(node), ...entriesOf(node, 'style').flatMap(([name, value]) => classOf(name, value))];
  if (classes.length > 0) properties['className'] = classes;
  return [{ type: 'element', tagName: node.type, properties, children }];
}

const isMathTag = (name: string): name is MathTag => tags.has(name);

function entriesOf(node: object, key: 'attributes' | 'style'): [string, unknown][] {
  const found: unknown = (node as Record<string, unknown>)[key];
  return typeof found === 'object' && found !== null ? Object.entries(found) : [];
}

/** Names of the library's own style sheet that ours knows. */
const known: ReadonlySet<string> = new Set([
  ...['left', 'right', 'jot', 'small', 'tageqn', 'tag', 'cancel', 'xcancel', 'overline', 'underline'].map(
    (name) => `tml-${name}`,
  ),
]);
const strikes: Readonly<Record<string, string>> = {
  upstrike: 'tml-up',
  downstrike: 'tml-down',
  sout: 'tml-sout',
};

function classesOf(node: object): string[] {
  if (!('classes' in node) || !Array.isArray(node.classes)) return [];
  return node.classes
    .flatMap((name) => String(name).split(' '))
    .flatMap((name) => (known.has(name) ? [name] : (strikes[name] ?? [])));
}

/** Styles that carry meaning become classes: the page's policy allows no `style`. */
function classOf(name: string, value: unknown): string[] {
  const text = String(value);
  if (name === 'textAlign' && text === 'left') return ['tml-left'];
  if (name === 'paddingLeft') return /^0[a-z]*$/.test(text) ? ['tml-flush-left'] : [];
  if (name === 'paddingRight') return /^0[a-z]*$/.test(text) ? ['tml-flush-right'] : [];
  if (name === 'fontWeight') return ['tml-bold'];
  if (name === 'width' && text === '100%') return ['tml-full'];
  const side = /^border(Left|Right|Top|Bottom)?$/.exec(name);
  return side === null ? [] : [`tml-border${side[1] === undefined ? '' : `-${side[1].toLowerCase()}`}`];
}
