import { h } from 'hastscript';
import { findMedia } from '../find-media.ts';
import { isActiveFile } from '../is-active-file.ts';
import type { Rendering } from '../rendering.ts';
import type { ContentElement } from './element.ts';

/** A file of the course to take along: its name, kind and size. */
export const download: ContentElement = {
  name: 'download',
  form: 'leaf',
  label: 'required',
  attributes: { src: 'required' },
  example: '::download[Checklist]{src="media/checklist.pdf"}',
  style: 'download',
  render: ({ label, attributes, position, rendering }) => {
    const address = attributes['src'] ?? '';
    const file = findMedia(address, 'file', position, rendering);
    if (file === null) return label ?? [];
    if (isActiveFile(file.path)) {
      rendering.note('download-active', {
        reason: `\`${address}\` could run script on the learning platform`,
        fix: 'Offer it as PDF, as plain text, or in a zip',
        at: position,
      });
      return label ?? [];
    }
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const type = /\.([^.]{1,5})$/.exec(name)?.[1]?.toUpperCase();
    const size = sizeOf(file.bytes, rendering);
    // Apart from the size, which an Arabic page reads the other way.
    const facts = type === undefined ? [size] : [h('bdi', type), `, ${size}`];
    return [
      h('p', { className: ['download'] }, [
        h('a', { href: address, download: name }, [
          h('span', { className: ['download-name'] }, label ?? []),
          h('span', { className: ['download-facts'] }, [h('span', { className: ['visually-hidden'] }, ' '), ...facts]),
        ]),
      ]),
    ];
  },
};

function sizeOf(bytes: number, { context, word }: Rendering): string {
  const isLarge = bytes >= 1e6;
  const size = new Intl.NumberFormat(context.language, { maximumSignificantDigits: 2, useGrouping: false }).format(
    isLarge ? bytes / 1e6 : Math.max(1, bytes / 1e3),
  );
  return word(isLarge ? 'download.megabytes' : 'download.kilobytes', { size });
}
