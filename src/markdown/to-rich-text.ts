import type { Element, ElementContent, Properties, Root } from 'hast';
import { type RichElement, type RichNode, type RichTag, type RichText, richAttributes } from '../contract/rich-text.ts';

/** Tags that have a near relative among the allowed ones. */
const relatives: Readonly<Record<string, RichTag>> = {
  b: 'strong',
  i: 'em',
  s: 'del',
  samp: 'code',
  var: 'code',
};

/** Blocks whose text becomes a paragraph in bold. */
const titles = /^(?:h[1-6]|figcaption|caption|summary|dt)$/;

const titleClasses: ReadonlySet<string> = new Set([
  'callout-title',
  'checklist-title',
  'reference-title',
  'try-it-title',
]);

const blocks: ReadonlySet<RichTag> = new Set(['p', 'pre', 'ul', 'ol', 'li', 'blockquote']);

/** Turns rendered markdown into the small tree of tags that feedback and explanations may have. */
export function toRichText(tree: Root): RichText {
  return tidy(tree.children.flatMap((child) => (child.type === 'doctype' ? [] : convert(child))));
}

function convert(node: ElementContent): readonly RichNode[] {
  if (node.type === 'text') return [node.value];
  if (node.type !== 'element') return [];
  const classes = classesOf(node.properties);
  // Words for screen readers are hidden by the page's style, which rich text has no classes for.
  if (classes.includes('visually-hidden')) return [];
  // The drawn box of a task is of the page's style, too: a sign says the same.
  if (classes.includes('task-box')) return [classes.includes('task-box-done') ? '\u2611' : '\u2610'];
  if (classes.includes('footnote-back')) return [];
  const children = node.children.flatMap(convert);
  // Ids are not carried over, so a mark has nowhere to lead; its text stands right below.
  if (classes.includes('footnote-ref')) return children;
  const { tagName } = node;
  if (titles.test(tagName) || classes.some((name) => titleClasses.has(name))) {
    // A summary may hold a heading, which has made the title.
    return children.some(isBlock) ? children : [['p', {}, ['strong', {}, ...children]]];
  }
  if (tagName === 'div' && classes.includes('formula')) return [['p', {}, ...children]];
  if (tagName === 'tr') return [['p', {}, ...cells(node)]];
  if (tagName === 'dd') return children.some(isBlock) ? children : [['p', {}, ...children]];
  const tag = isRichTag(tagName) ? tagName : relatives[tagName];
  if (tag === undefined) return children;
  const attributes = attributesOf(tag, node.properties, classes);
  // A link that was refused, a span that only had classes of ours, a picture that is not there.
  if ((tag === 'a' && attributes['href'] === undefined) || (tag === 'span' && attributes['class'] === undefined))
    return children;
  if (tag === 'img' && attributes['src'] === undefined) return [];
  return [[tag, attributes, ...(tag === 'ul' || tag === 'ol' ? tidy(children) : merge(children))]];
}

/** A row as a line; tables in feedback are rare, and a phone has no room for them. */
function cells(row: Element): RichNode[] {
  return row.children
    .filter((cell) => cell.type === 'element')
    .flatMap((cell, index) => [...(index === 0 ? [] : [' | ']), ...cell.children.flatMap(convert)]);
}

function attributesOf(tag: RichTag, properties: Properties, classes: readonly string[]): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of richAttributes(tag) ?? []) {
    if (name === 'class') {
      const kept = classes.filter((one) => /^(?:hljs|language-|tml-)/.test(one));
      if (kept.length > 0) attributes['class'] = kept.join(' ');
      continue;
    }
    const value = properties[name];
    if (Array.isArray(value)) attributes[name] = value.join(' ');
    else if (typeof value === 'string' || typeof value === 'number') attributes[name] = String(value);
  }
  return attributes;
}

function classesOf({ className }: Properties): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

/** Between blocks white space says nothing. */
function tidy(nodes: readonly RichNode[]): RichNode[] {
  const merged = merge(nodes);
  return merged.some(isBlock) ? merged.filter((node) => typeof node !== 'string' || node.trim() !== '') : merged;
}

function merge(nodes: readonly RichNode[]): RichNode[] {
  const merged: RichNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (typeof node === 'string' && typeof last === 'string') merged[merged.length - 1] = last + node;
    else merged.push(node);
  }
  return merged;
}

function isBlock(node: RichNode): node is RichElement {
  return typeof node !== 'string' && blocks.has(node[0]);
}

function isRichTag(tag: string): tag is RichTag {
  return richAttributes(tag) !== null;
}
