import type { Root } from 'hast';
import { h } from 'hastscript';
import type { Rendering } from '../rendering.ts';
import { replaceSlots, splitLabel } from '../slot.ts';

/**
 * Callouts. The kind stands in words before a title of the author's, so that colour and icon are never alone in saying
 * it. `role=note`, since an `aside` would else be one more landmark on the page for each callout.
 */
export function callouts(tree: Root, { word }: Rendering): void {
  replaceSlots(tree, 'callout', ({ callout }, node) => {
    const { label, body } = splitLabel(node);
    const kind = word(`callout.${callout}`);
    const hidden = h('span', { className: ['visually-hidden'] }, `${word('callout.beforeTitle', { kind })} `);
    return [
      h('aside', { className: ['callout', `callout-${callout}`], role: 'note' }, [
        h('p', { className: ['callout-title'] }, label === null ? kind : [hidden, ...label]),
        ...body,
      ]),
    ];
  });
}
