import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { ContentElement } from './element.ts';
import { partsBox, partTitle, readParts } from './read-parts.ts';

/** A task to do away from the page. Each heading in it, such as a hint or a solution, is closed at first. */
export const tryIt: ContentElement = {
  name: 'try-it',
  form: 'container',
  label: 'optional',
  attributes: {},
  style: 'try-it',
  example: ':::try-it[What to do]',
  render: (use) => {
    const { label, position, rendering } = use;
    const { before, parts } = readParts(use, {
      name: 'try-it',
      part: 'solution',
      least: 1,
      content: 'required',
      before: 'allowed',
    });
    if (!before.some((node) => node.type === 'element')) {
      rendering.note('element-content', {
        reason: '`try-it` has no task',
        fix: 'Write what to do before the first heading, which holds the solution',
        at: position,
      });
    }
    const kind = rendering.word('tryIt.label');
    const title = label === null ? '' : textOf({ type: 'root', children: label }).trim();
    const box = partsBox('div', 'try-it', parts, [
      h('p', { className: ['try-it-label'] }, kind),
      ...(label === null ? [] : [h('p', { className: ['try-it-title'] }, label)]),
      ...before,
      ...parts.map((part) =>
        h('details', [h('summary', partTitle(part, 'try-it-part')), h('div', { className: ['part'] }, [...part.body])]),
      ),
    ]);
    const ariaLabel = title === '' ? kind : rendering.word('tryIt.name', { kind, title });
    Object.assign(box.properties, { role: 'group', ariaLabel });
    box.properties['className'] = ['element', 'try-it', 'part'];
    return [box];
  },
};
