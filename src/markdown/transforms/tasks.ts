import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Rendering } from '../rendering.ts';
import { replaceSlots } from '../slot.ts';

/** Items of a task list: a drawn box for the eye, a word for the ear, and no bullet beside it. */
export function tasks(tree: Root, { word }: Rendering): void {
  visit(tree, 'element', (node) => {
    if ((node.tagName === 'ul' || node.tagName === 'ol') && hasTasks(node))
      node.properties['className'] = ['contains-task-list'];
  });
  replaceSlots(tree, 'task', ({ done }) => [
    h('span', { className: done ? ['task-box', 'task-box-done'] : ['task-box'], ariaHidden: 'true' }),
    h('span', { className: ['visually-hidden'] }, word(done ? 'task.done' : 'task.open')),
  ]);
}

function hasTasks(list: Element): boolean {
  const isTask = (node: Element['children'][number]): boolean =>
    node.type === 'element' &&
    (node.data?.slot?.kind === 'task' || (node.tagName === 'p' && node.children.some(isTask)));
  return list.children.some((item) => item.type === 'element' && item.children.some(isTask));
}
