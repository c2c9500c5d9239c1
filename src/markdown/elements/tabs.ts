import { h } from 'hastscript';
import type { ContentElement } from './element.ts';
import { partsBox, partTitle, readParts } from './read-parts.ts';

/** Alternatives, one shown at a time. Without JavaScript and on paper they stand below each other with their titles. */
export const tabs: ContentElement = {
  name: 'tabs',
  form: 'container',
  label: 'none',
  attributes: {},
  style: 'tabs',
  script: 'tabs',
  example: ':::tabs',
  render: (use) => {
    const { parts } = readParts(use, { name: 'tabs', part: 'tab', least: 2, content: 'required' });
    const panels = parts.map((part) =>
      h('div', { className: ['tab-panel', 'part'] }, [...partTitle(part, 'tab-title'), ...part.body]),
    );
    return [partsBox('div', 'tabs', parts, panels)];
  },
};
