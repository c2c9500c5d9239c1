import { h } from 'hastscript';
import type { ContentElement } from './element.ts';
import { partsBox, partTitle, readParts } from './read-parts.ts';

/** Several things to open. With `exclusive` the browser closes one when another opens (`name` of `<details>`). */
export const accordion: ContentElement = {
  name: 'accordion',
  form: 'container',
  label: 'none',
  attributes: { exclusive: 'optional' },
  style: 'accordion',
  example: ':::accordion',
  render: (use) => {
    const { parts } = readParts(use, { name: 'accordion', part: 'entry', least: 1, content: 'required' });
    const { context } = use.rendering;
    const name = `${context.idPrefix}accordion-${use.position?.start.line ?? 0}`;
    const group = use.attributes['exclusive'] === undefined ? {} : { name };
    const entries = parts.map((part) =>
      h('details', group, [
        h('summary', partTitle(part, 'accordion-title')),
        h('div', { className: ['part'] }, [...part.body]),
      ]),
    );
    return [partsBox('div', 'accordion', parts, entries)];
  },
};
