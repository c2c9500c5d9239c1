import type { Element, ElementContent } from 'hast';
import { type Part, partsBox } from './read-parts.ts';

/** A grid of cards: in threes if that leaves none over, else in pairs. */
export function cardGrid(className: string, parts: readonly Part[], cards: ElementContent[]): Element {
  const grid = partsBox('ul', className, parts, cards);
  const rows = parts.length % 3 === 0 ? ['card-grid', 'card-grid-threes'] : ['card-grid'];
  grid.properties['className'] = ['element', className, ...rows];
  return grid;
}
