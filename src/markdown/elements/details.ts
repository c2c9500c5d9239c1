import { h } from 'hastscript';
import type { ContentElement } from './element.ts';

/** An optional deeper look, closed at first. */
export const details: ContentElement = {
  name: 'details',
  form: 'container',
  label: 'optional',
  attributes: {},
  example: ':::details[Summary line]',
  render: ({ label, body, rendering }) => [
    h('details', { className: ['details'] }, [
      h('summary', label ?? rendering.word('details.summary')),
      h('div', { className: ['part'] }, body),
    ]),
  ],
};
