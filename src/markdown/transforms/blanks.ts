import type { Root } from 'hast';
import { h } from 'hastscript';
import { replaceSlots } from '../slot.ts';

/** Marks where a text has gaps; the page puts its fields there. The sanitiser lets no `data-` attribute through. */
export function blanks(tree: Root): void {
  replaceSlots(tree, 'blank', ({ number }) => [h('span', { dataBlank: number })]);
}
