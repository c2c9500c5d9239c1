import { h } from 'hastscript';
import { cardGrid } from './card-grid.ts';
import type { ContentElement } from './element.ts';
import { partTitle, readParts } from './read-parts.ts';

/** Terms with what they mean on their back. Without JavaScript and on paper both sides stand below each other. */
export const flipCards: ContentElement = {
  name: 'flip-cards',
  form: 'container',
  label: 'none',
  attributes: {},
  style: 'flip-cards',
  script: 'flip-cards',
  example: ':::flip-cards',
  render: (use) => {
    const { parts } = readParts(use, { name: 'flip-cards', part: 'card', least: 1, content: 'required' });
    const items = parts.map((part) =>
      h('li', { className: ['flip-card'] }, [
        ...partTitle(part, 'flip-front'),
        h('div', { className: ['flip-back', 'part'] }, [...part.body]),
      ]),
    );
    const box = cardGrid('flip-cards', parts, items);
    // The script that makes the buttons has no words of its own.
    box.properties['dataTurn'] = use.rendering.word('flipCards.turn');
    return [box];
  },
};
