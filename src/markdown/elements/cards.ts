import type { Element } from 'hast';
import { h } from 'hastscript';
import { EXIT, visit } from 'unist-util-visit';
import { cardGrid } from './card-grid.ts';
import type { ContentElement } from './element.ts';
import { partTitle, readParts } from './read-parts.ts';

/** A grid of short texts. Where the title is a link, the whole card can be clicked. */
export const cards: ContentElement = {
  name: 'cards',
  form: 'container',
  label: 'none',
  attributes: {},
  style: 'cards',
  example: ':::cards',
  render: (use) => {
    const { parts } = readParts(use, { name: 'cards', part: 'card', least: 1, content: 'optional' });
    const items = parts.map((part) => {
      const className = ['card', 'part', ...(hasLink(part.heading) ? ['card-linked'] : [])];
      return h('li', { className }, [...partTitle(part, 'card-title'), ...part.body]);
    });
    return [cardGrid('cards', parts, items)];
  },
};

function hasLink(heading: Element | null): boolean {
  let found = false;
  if (heading !== null) {
    visit(heading, 'element', ({ tagName }) => {
      found = tagName === 'a';
      return found ? EXIT : undefined;
    });
  }
  return found;
}
