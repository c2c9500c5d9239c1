import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ContentElement } from './element.ts';
import { partsBox, partTitle, readParts } from './read-parts.ts';

/** What happened one after the other. `### 03:12 – The pager rings`: what stands before the dash is the time. */
export const timeline: ContentElement = {
  name: 'timeline',
  form: 'container',
  label: 'none',
  attributes: {},
  style: 'timeline',
  example: ':::timeline',
  render: (use) => {
    const { parts } = readParts(use, { name: 'timeline', part: 'entry', least: 1, content: 'optional' });
    const items = parts.map((part) =>
      h('li', { className: ['part'] }, [
        ...partTitle(part, 'timeline-title', withTime(part.heading?.children ?? [])),
        ...part.body,
      ]),
    );
    return [partsBox('ol', 'timeline', parts, items)];
  },
};

function withTime(heading: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = heading;
  const found = first?.type === 'text' ? /^(.+?)\s+[-–—]\s+(.*)$/su.exec(first.value) : null;
  if (found === null) return [...heading];
  const [, time = '', title = ''] = found;
  return [h('span', { className: ['timeline-time'] }, time), { type: 'text', value: ` ${title}` }, ...rest];
}
