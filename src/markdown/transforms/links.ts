import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { lessonIdPrefix } from '../lesson-id-prefix.ts';
import { type LinkTarget, linkTarget, relativePath } from '../link-target.ts';
import type { Rendering } from '../rendering.ts';
import { githubSlug, slug } from '../slug.ts';
import { isVague } from '../vague-link-text.ts';

/** Links: to other sites, to pages and files of the course, within the page. Anything else is refused. */
export function links(tree: Root, rendering: Rendering): void {
  const fragments = fragmentsOf(tree, rendering.context.idPrefix);
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'a') return;
    const href = node.properties['href'];
    delete node.properties['href'];
    // An anchor without an address, or with one that the sanitiser refused.
    if (typeof href !== 'string' || href.trim() === '') {
      if (node.position !== undefined && node.properties['id'] === undefined)
        refuse(node, '', 'it has no address that is allowed', rendering);
      return;
    }
    judgeText(node, rendering);
    resolve(node, href, linkTarget(href, rendering.context.folder), fragments, rendering);
  });
}

function resolve(node: Element, href: string, target: LinkTarget, fragments: Fragments, rendering: Rendering): void {
  switch (target.kind) {
    case 'web':
      openOutside(node, target.href, rendering);
      return;
    case 'mail':
      node.properties['href'] = target.href;
      return;
    case 'fragment':
      toFragment(node, target.fragment, fragments, rendering);
      return;
    case 'refused':
      refuse(node, href, target.why, rendering);
      return;
    case 'path':
      toFile(node, href, target, rendering);
  }
}

function openOutside(node: Element, href: string, { word }: Rendering): void {
  Object.assign(node.properties, { href, target: '_blank', rel: ['noopener', 'noreferrer'] });
  node.children.push(h('span', { className: ['visually-hidden'] }, ` ${word('link.newWindow')}`));
}

type Fragments = ReadonlyMap<string, string>;

/** Ids in the page by what an author may write for them: our slug, GitHub's, or an id of their own. */
function fragmentsOf(tree: Root, idPrefix: string): Fragments {
  const fragments = new Map<string, string>();
  const add = (name: string, id: string): void => {
    if (name !== '' && !fragments.has(name)) fragments.set(name, id);
  };
  visit(tree, 'element', (node) => {
    const { id } = node.properties;
    if (typeof id !== 'string') return;
    const own = id.startsWith(idPrefix) ? id.slice(idPrefix.length) : id;
    add(own.replace(/^user-/, ''), id);
    if (/^h[1-6]$/.test(node.tagName)) add(githubSlug(textOf(node)), id);
  });
  return fragments;
}

function toFragment(node: Element, fragment: string, fragments: Fragments, rendering: Rendering): void {
  const { context, note } = rendering;
  if (fragment === '') {
    refuse(node, '#', 'it leads nowhere', rendering);
    return;
  }
  const id = fragments.get(fragment) ?? fragments.get(fragment.toLowerCase()) ?? fragments.get(slug(fragment));
  if (id !== undefined) {
    node.properties['href'] = `#${id}`;
    return;
  }
  if (context.idPrefix !== lessonIdPrefix) {
    // A quiz may point at a section of its lesson, which is rendered apart from it.
    node.properties['href'] = `#${lessonIdPrefix}${slug(fragment)}`;
    return;
  }
  const meant = didYouMean(fragment, fragments.keys());
  note('broken-link', {
    reason: `There is no heading \`#${fragment}\` in this lesson`,
    fix:
      meant === null
        ? 'Correct the part behind `#`: a heading in small letters with hyphens'
        : `Did you mean \`#${meant}\`?`,
    at: node.position,
  });
}

function toFile(
  node: Element,
  href: string,
  target: Extract<LinkTarget, { kind: 'path' }>,
  rendering: Rendering,
): void {
  const { context, note } = rendering;
  const page = target.path === null ? null : context.page(target.path);
  if (page !== null) {
    const fragment = slug(target.fragment ?? '');
    node.properties['href'] = fragment === '' ? page : `${page}#${lessonIdPrefix}${fragment}`;
    node.properties['dataPage'] = page;
    return;
  }
  const file = target.path === null ? null : context.media(target.path);
  if (file !== null && file.svg === undefined) {
    node.properties['href'] = rendering.useMedia(file);
    return;
  }
  if (file !== null) {
    refuse(node, href, 'an SVG is shown as an image, not opened', rendering);
    return;
  }
  const meant = didYouMean(target.path ?? href, [...context.pageSources, ...context.mediaPaths]);
  note('broken-link', {
    reason: `The link \`${href}\` leads to nothing in this course`,
    fix:
      meant === null
        ? 'Link to the source of a lesson, such as `02-images.md`, or to a file'
        : `Did you mean \`${relativePath(context.folder, meant)}\`?`,
    at: node.position,
  });
}

function refuse(node: Element, href: string, why: string, { note }: Rendering): void {
  note('link-refused', {
    reason:
      href === '' ? `The link cannot be used: ${why}` : `The link \`${href.slice(0, 80)}\` cannot be used: ${why}`,
    fix: 'Write `https://…`, `mailto:…`, `#heading`, or the path of a lesson or file of this course',
    at: node.position,
  });
}

function judgeText(node: Element, { note }: Rendering): void {
  const text = textOf(node).trim();
  const named = text !== '' || node.properties['ariaLabel'] !== undefined || hasImage(node);
  if (named && !isVague(text)) return;
  note(named ? 'link-text-vague' : 'link-text-missing', {
    reason: named ? `The link text \`${text}\` does not say where it leads` : 'The link has no text',
    fix: 'Name the target in the link: `[Nginx beginner’s guide](https://…)`',
    at: node.position,
  });
}

function hasImage(node: Element): boolean {
  return node.children.some(
    (child) =>
      child.type === 'element' && ((child.tagName === 'img' && child.properties['alt'] !== '') || hasImage(child)),
  );
}
