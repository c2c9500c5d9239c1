import type { Root } from 'hast';
import { h } from 'hastscript';
import type { Rendering } from '../rendering.ts';
import { replaceSlots } from '../slot.ts';

/** Items of a task list: a drawn box for the eye, a word for the ear. */
export function tasks(tree: Root, { word }: Rendering): void {
  replaceSlots(tree, 'task', ({ done }) => [
    h('span', { className: done ? ['task-box', 'task-box-done'] : ['task-box'], ariaHidden: 'true' }),
    h('span', { className: ['visually-hidden'] }, word(done ? 'task.done' : 'task.open')),
  ]);
}
