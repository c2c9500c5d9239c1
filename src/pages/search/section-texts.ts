import type { Element, Root, RootContent } from 'hast';
import { sayFormula } from '../../markdown/math/say-formula.ts';

/** A section of a page as it is searched. */
export interface SectionText {
  /** Id of its heading in the page; empty before the first heading. */
  readonly fragment: string;
  readonly heading: string;
  readonly text: string;
  /** What is found but not shown, since it reads badly in a line: code blocks, tables, reference cards, image texts. */
  readonly unshown: string;
}

/** Elements inside a line; all others part what is before from what is after. */
const inline = new Set(
  'a abbr b cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(' '),
);

type Part = 'heading' | 'text' | 'unshown';

/** A rendered lesson's text by section. Quizzes are not in it: a lesson's tree only has their places. */
export function sectionTexts(tree: Root): SectionText[] {
  const begin = (fragment: string) => ({ fragment, heading: '', text: '', unshown: '' });
  let section = begin('');
  const sections = [section];
  const read = (node: RootContent, part: Part): void => {
    if (node.type === 'text') section[part] += node.value;
    if (node.type !== 'element' || isUnseen(node)) return;
    const { tagName, properties, children } = node;
    if (tagName === 'math') {
      section[part] += properties['display'] === 'block' ? ` ${sayFormula(node)} ` : sayFormula(node);
      return;
    }
    if (tagName === 'img') section.unshown += ` ${String(properties['alt'] ?? '')} `;
    const inner = partOf(node, part);
    if (inner === 'heading' && part !== 'heading') {
      section = begin(String(properties['id']));
      sections.push(section);
    }
    const gap = inline.has(tagName) ? '' : ' ';
    section[inner] += gap;
    for (const child of children) read(child, inner);
    section[part] += gap;
  };
  for (const child of tree.children) read(child, 'text');
  return sections.map(({ fragment, heading, text, unshown }) => ({
    fragment,
    heading: tidy(heading),
    text: tidy(text),
    unshown: tidy(unshown),
  }));
}

function partOf({ tagName, properties }: Element, around: Part): Part {
  const { className } = properties;
  const isCard = Array.isArray(className) && className.includes('reference');
  if (tagName === 'pre' || tagName === 'table' || isCard) return 'unshown';
  return /^h[2-6]$/.test(tagName) && typeof properties['id'] === 'string' ? 'heading' : around;
}

/** Words for screen readers alone, and signs for eyes alone. */
function isUnseen({ tagName, properties }: Element): boolean {
  const classes = properties['className'];
  return (
    properties['ariaHidden'] === 'true' ||
    tagName === 'annotation' ||
    (Array.isArray(classes) && classes.includes('visually-hidden'))
  );
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
