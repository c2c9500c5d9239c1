import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { formsOf, type Glossary, glossarySource } from '../../course/glossary.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { isHollow } from '../find-media.ts';
import { isActiveFile } from '../is-active-file.ts';
import { lessonIdPrefix } from '../lesson-id-prefix.ts';
import { type LinkTarget, linkTarget, relativePath } from '../link-target.ts';
import type { Sections } from '../render-context.ts';
import type { Rendering } from '../rendering.ts';
import { githubSlug, slug } from '../slug.ts';
import { findTerm, linkTerm } from '../term-link.ts';
import { isVague } from '../vague-link-text.ts';

/** Links: to other sites, to pages and files of the course, within the page. Anything else is refused. */
export function links(tree: Root, rendering: Rendering): void {
  noteSections(tree, rendering);
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
    resolve(node, href, linkTarget(href, rendering.context.folder), rendering);
  });
}

function resolve(node: Element, href: string, target: LinkTarget, rendering: Rendering): void {
  switch (target.kind) {
    case 'web':
      openOutside(node, target.href, rendering);
      return;
    case 'mail':
      node.properties['href'] = target.href;
      return;
    case 'fragment':
      toFragment(node, target.fragment, rendering);
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

function noteSections(tree: Root, { addSection, context: { idPrefix } }: Rendering): void {
  visit(tree, 'element', (node) => {
    const { id } = node.properties;
    if (typeof id !== 'string') return;
    const own = id.startsWith(idPrefix) ? id.slice(idPrefix.length) : id;
    addSection(own.replace(/^user-/, ''), id);
    if (/^h[1-6]$/.test(node.tagName)) addSection(githubSlug(textOf(node)), id);
  });
}

const findSection = (sections: Sections, fragment: string): string | null =>
  sections.get(fragment) ?? sections.get(fragment.toLowerCase()) ?? sections.get(slug(fragment)) ?? null;

function toFragment(node: Element, fragment: string, rendering: Rendering): void {
  if (fragment === '') {
    refuse(node, '#', 'it leads nowhere', rendering);
    return;
  }
  const id = findSection(rendering.sections, fragment);
  if (id !== null) {
    node.properties['href'] = `#${id}`;
    return;
  }
  const { context } = rendering;
  if (context.idPrefix === lessonIdPrefix) {
    noteNoSection(node, fragment, 'this lesson', rendering.sections, rendering);
    return;
  }
  // A quiz may point at a section of its lesson, which is rendered apart from it.
  rendering.withSections(context.ownPage, (sections) => {
    const section = findSection(sections, fragment);
    if (section === null) noteNoSection(node, fragment, `\`${context.ownPage}\``, sections, rendering);
    else node.properties['href'] = `#${section}`;
  });
}

function noteNoSection(
  node: Element,
  fragment: string,
  where: string,
  sections: Sections,
  { note }: Rendering,
  before = '',
): void {
  const meant = didYouMean(fragment, sections.keys());
  const correct = 'Correct the part behind `#`: a heading in small letters with hyphens';
  note('broken-link', {
    reason: `There is no heading \`#${fragment}\` in ${where}`,
    fix: meant === null ? correct : `Did you mean \`${before}#${meant}\`?`,
    at: node.position,
  });
}

/** A page or script of the course's own would run with the rights of the learning platform. */
function refuseActive(node: Element, href: string, path: string, rendering: Rendering): void {
  if (/\.svgz?$/i.test(path)) refuse(node, href, 'an SVG is shown as an image, not opened', rendering);
  else
    refuse(
      node,
      href,
      'such a file could run script with the rights of the learning platform',
      rendering,
      'Write what it says as a lesson, or offer it as PDF or in a zip',
    );
}

function toFile(
  node: Element,
  href: string,
  target: Extract<LinkTarget, { kind: 'path' }>,
  rendering: Rendering,
): void {
  const { context, note } = rendering;
  if (target.path === glossarySource && context.glossary !== null) {
    toTerm(node, target.fragment, context.glossary, rendering);
    return;
  }
  const page = target.path === null ? null : context.page(target.path);
  if (target.path !== null && page !== null) {
    const { path, fragment } = target;
    Object.assign(node.properties, { href: page.href, dataPage: page.id });
    if (fragment !== null && fragment !== '') toSection(node, { path, fragment, href: page.href }, rendering);
    return;
  }
  const file = target.path === null ? null : context.media(target.path);
  if (file !== null && isHollow(file, 'file', href, node.position, note)) return;
  if (file !== null && !isActiveFile(file.path)) {
    node.properties['href'] = rendering.useMedia(file);
    return;
  }
  if (file !== null) {
    refuseActive(node, href, file.path, rendering);
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

/** `[images](glossary.yml#container-image)`, or without `#` where the words of the link are the term. */
function toTerm(node: Element, fragment: string | null, glossary: Glossary, rendering: Rendering): void {
  const named = fragment === null || fragment === '' ? textOf(node) : fragment;
  const term = findTerm(glossary, named);
  if (term !== null) {
    linkTerm(node, term, rendering);
    return;
  }
  if (glossary.unread) return;
  const meant = didYouMean(named, glossary.terms.flatMap(formsOf));
  rendering.note('term-unknown', {
    reason: `The glossary has no term \`${named}\``,
    fix:
      meant === null
        ? 'Define it in `glossary.yml`, or name another term behind `glossary.yml#`'
        : `Did you mean \`${meant}\`?`,
    at: node.position,
  });
}

function toSection(
  node: Element,
  { path, fragment, href }: { path: string; fragment: string; href: string },
  rendering: Rendering,
): void {
  rendering.withSections(path, (sections) => {
    const id = findSection(sections, fragment);
    if (id !== null) node.properties['href'] = `${href}#${id}`;
    else {
      const written = relativePath(rendering.context.folder, path);
      noteNoSection(node, fragment, `\`${written}\``, sections, rendering, written);
    }
  });
}

function refuse(
  node: Element,
  href: string,
  why: string,
  { note }: Rendering,
  fix = 'Write `https://…`, `mailto:…`, `#heading`, or the path of a lesson or file of this course',
): void {
  note('link-refused', {
    reason:
      href === '' ? `The link cannot be used: ${why}` : `The link \`${href.slice(0, 80)}\` cannot be used: ${why}`,
    fix,
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
