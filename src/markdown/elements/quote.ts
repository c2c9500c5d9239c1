import { h } from 'hastscript';
import type { ContentElement } from './element.ts';

/** Somebody's words, and whose they are. */
export const quote: ContentElement = {
  name: 'quote',
  form: 'container',
  label: 'required',
  attributes: {},
  style: 'quote',
  example: ':::quote[Who said it, where]',
  render: ({ label, body, position, rendering }) => {
    if (!body.some((node) => node.type === 'element')) {
      rendering.note('element-content', {
        reason: '`quote` holds no words',
        fix: 'Write them between `:::quote[Who said it]` and `:::`',
        at: position,
      });
    }
    return [
      h('figure', { className: ['element', 'quote'] }, [
        h('blockquote', { className: ['part'] }, body),
        h('figcaption', label ?? []),
      ]),
    ];
  },
};
