import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { linkTarget } from '../link-target.ts';
import type { ContentElement } from './element.ts';

/**
 * A page of another site, such as a film or a map: a card that names the site and links to it. Nothing is loaded from
 * there before the learner presses the button that the page's script adds.
 */
export const embed: ContentElement = {
  name: 'embed',
  form: 'leaf',
  label: 'required',
  attributes: { href: 'required' },
  example: '::embed[Title]{href="https://www.youtube-nocookie.com/embed/…"}',
  style: 'embed',
  script: 'embed',
  render: ({ label, attributes, position, rendering }) => {
    const { context, note, word } = rendering;
    const address = attributes['href'] ?? '';
    const target = linkTarget(address, context.folder);
    const url = target.kind === 'web' ? new URL(target.href) : null;
    if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '') {
      note('embed-refused', {
        reason: `\`${address}\` cannot be embedded: only pages under \`https://\` can`,
        fix: 'Write the full address of the page, and link to any other',
        at: position,
      });
      return label ?? [];
    }
    const { host, href } = url;
    if (!context.allowedHosts.includes(host)) {
      note('embed-refused', {
        reason: `Pages of \`${host}\` are not allowed in this course`,
        fix: `If you trust it, write \`allowedHosts: [${[...context.allowedHosts, host].join(', ')}]\` into \`course.yml\`; else link to it`,
        at: position,
      });
      return label ?? [];
    }
    const title = textOf({ type: 'root', children: label ?? [] }).trim();
    const link = h('a', { href }, word('embed.open', { host }));
    if (position !== undefined) link.position = position;
    return [
      h('div', { className: ['embed'], dataEmbed: href, dataTitle: title, dataLoad: word('embed.load') }, [
        h('p', { className: ['embed-title'] }, label ?? []),
        h('p', { className: ['embed-host'] }, word('embed.host', { host })),
        h('p', { className: ['embed-actions'] }, link),
      ]),
    ];
  },
};
