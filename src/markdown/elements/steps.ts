import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ContentElement } from './element.ts';
import { partsBox, partTitle, readParts } from './read-parts.ts';

/** A procedure. Short steps are an ordered list, long ones have a heading each; both are numbered along a rail. */
export const steps: ContentElement = {
  name: 'steps',
  form: 'container',
  label: 'none',
  attributes: {},
  style: 'steps',
  example: ':::steps',
  render: (use) => {
    const list = onlyList(use.body);
    if (list !== null) {
      list.properties['className'] = ['element', 'steps', 'steps-short'];
      return [list];
    }
    const { parts } = readParts(use, { name: 'steps', part: 'step', least: 1, content: 'optional' });
    const items = parts.map((part) =>
      h('li', { className: ['part'] }, [...partTitle(part, 'step-title'), ...part.body]),
    );
    return [partsBox('ol', 'steps', parts, items)];
  },
};

function onlyList(body: readonly ElementContent[]): Element | null {
  const [list, ...others] = body.filter((node) => node.type === 'element');
  return list?.tagName === 'ol' && others.length === 0 ? list : null;
}
