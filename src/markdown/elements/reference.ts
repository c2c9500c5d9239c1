import { h } from 'hastscript';
import type { ContentElement } from './element.ts';

/** A card for a primary source: what it is, why to read it, and the link. */
export const reference: ContentElement = {
  name: 'reference',
  style: 'reference',
  form: 'container',
  label: 'required',
  attributes: { href: 'required' },
  example: ':::reference[Title of the source]{href="https://…"}',
  render: ({ label, body, attributes, position, rendering }) => {
    const address = attributes['href'] ?? '';
    const link = h('a', { className: ['reference-link'], href: address }, shortAddress(address));
    if (position !== undefined) link.position = position;
    return [
      // `note`: a complementary landmark for every card would crowd the list of landmarks.
      h('aside', { className: ['reference'], role: 'note' }, [
        h('p', { className: ['reference-label'] }, rendering.word('reference.label')),
        h('p', { className: ['reference-title'] }, label ?? []),
        h('div', { className: ['reference-body'] }, body),
        h('p', { className: ['reference-where'] }, link),
      ]),
    ];
  },
};

/** Host and path without `https://`, `www.` and a closing slash; long paths end in an ellipsis. */
function shortAddress(address: string): string {
  const short = address
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
  return short.length > 60 ? `${short.slice(0, 59)}…` : short;
}
