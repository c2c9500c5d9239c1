import type { Element, ElementContent } from 'hast';
import type { ListItem, Parents } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import { slotNode } from '../slot.ts';
import type { HandlerState } from './index.ts';

/** A task's checkbox becomes a slot: a box nobody can tick is better shown as a sign with words. */
export function listItemHandler(state: HandlerState, node: ListItem, parent: Parents | undefined) {
  const item = defaultHandlers.listItem(state, node, parent) as Element;
  if (typeof node.checked === 'boolean')
    replaceInput(item, slotNode({ kind: 'task', done: node.checked }, [], undefined));
  return item;
}

function replaceInput(item: Element, task: ElementContent): void {
  for (const parent of [item, ...item.children.filter((child) => child.type === 'element' && child.tagName === 'p')]) {
    if (parent.type !== 'element') continue;
    const index = parent.children.findIndex((child) => child.type === 'element' && child.tagName === 'input');
    if (index >= 0) {
      parent.children[index] = task;
      return;
    }
  }
}
