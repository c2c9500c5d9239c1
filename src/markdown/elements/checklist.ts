import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ContentElement } from './element.ts';

/**
 * A to-do list of the learner's own, from a task list. Its ticks are nobody else's business: they are not answers, and
 * the page says so.
 */
export const checklist: ContentElement = {
  name: 'checklist',
  form: 'container',
  label: 'optional',
  attributes: {},
  style: 'checklist',
  script: 'checklist',
  example: ':::checklist[What to check]',
  render: ({ label, body, position, rendering }) => {
    const ticked = { count: 0 };
    for (const node of body) if (node.type === 'element') makeTickable(node, ticked);
    if (ticked.count === 0) {
      rendering.note('element-content', {
        reason: '`checklist` holds no task',
        fix: 'Write its tasks as a list: `- [ ] What to do`',
        at: position,
      });
    }
    return [
      h('div', { className: ['element', 'checklist', 'part'] }, [
        ...(label === null ? [] : [h('p', { className: ['checklist-title'] }, label)]),
        ...body,
        h('p', { className: ['checklist-note'] }, rendering.word('checklist.note')),
      ]),
    ];
  },
};

/** Puts a checkbox in the place of each task's drawn box, and the words of the task into its label. */
function makeTickable(node: Element, ticked: { count: number }): void {
  const at = node.children.findIndex((child) => child.type === 'element' && child.data?.slot?.kind === 'task');
  const task = node.children[at];
  const slot = task?.type === 'element' ? task.data?.slot : undefined;
  if (slot?.kind === 'task') {
    ticked.count += 1;
    const after = node.children.slice(at + 1);
    const end = after.findIndex((child) => !isPhrasing(child));
    const words = trimmed(end < 0 ? after : after.slice(0, end));
    const box = h('input', { type: 'checkbox', checked: slot.done });
    node.children = [
      ...node.children.slice(0, at),
      h('label', { className: ['check'] }, [box, h('span', words)]),
      ...(end < 0 ? [] : after.slice(end)),
    ];
  }
  for (const child of node.children) if (child.type === 'element' && !isPhrasing(child)) makeTickable(child, ticked);
}

const blocks = /^(?:p|ul|ol|li|dl|pre|figure|blockquote|div|section|aside|details|table|h[1-6]|hr)$/;

const isPhrasing = (node: ElementContent): boolean => node.type !== 'element' || !blocks.test(node.tagName);

function trimmed(words: ElementContent[]): ElementContent[] {
  return words.map((word, index) => {
    if (word.type !== 'text') return word;
    const value = index === 0 ? word.value.trimStart() : word.value;
    return { ...word, value: index === words.length - 1 ? value.trimEnd() : value };
  });
}
