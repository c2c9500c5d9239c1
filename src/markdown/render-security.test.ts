import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { renderText } from '../../tests/render-text.ts';
import { type Payload, payloads } from '../../tests/security/payloads.ts';
import { type RichNode, richAttributes } from '../contract/rich-text.ts';
import { svgProblems } from './svg-safety.ts';
import { toHtml } from './to-html.ts';
import { toRichText } from './to-rich-text.ts';

const madeTags = new Set(['aside', 'figure', 'figcaption']);
const safeTags =
  /^(?:a|abbr|b|blockquote|br|caption|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|rp|rt|ruby|s|samp|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var|wbr)$/;
const mathTags =
  /^m(?:ath|enclose|frac|i|multiscripts|n|o|over|padded|phantom|prescripts|root|row|space|sqrt|style|sub|subsup|sup|table|td|text|tr|under|underover)$/;
const safeAttributes =
  /^(?:accent|accentunder|align|alt|ariaDescribedBy|ariaHidden|ariaLabel|class|className|colSpan|dataClose|dataCompare|dataEmbed|dataFootnoteBackref|dataFootnoteRef|dataFootnotes|dataLoad|dataPage|dataTitle|dataZoom|dateTime|decoding|dir|display|displaystyle|fence|form|headers|height|href|id|lang|loading|open|rel|reversed|role|lspace|mathvariant|movablelimits|rowSpan|rspace|scope|scriptlevel|span|src|start|stretchy|tabIndex|target|title|type|value|width)$/;

/** What a browser could run or fetch in a tree; empty if nothing. Written without the sanitiser's own lists. */
function dangers(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'comment' || node.type === 'doctype' || node.type === 'raw') found.push(node.type);
    if (node.type === 'element') found.push(...elementDangers(node));
  });
  return found;
}

function elementDangers({ tagName, properties }: Element): string[] {
  const found: string[] = [];
  if (!safeTags.test(tagName) && !madeTags.has(tagName) && !mathTags.test(tagName)) found.push(`<${tagName}>`);
  for (const name of Object.keys(properties)) if (!safeAttributes.test(name)) found.push(`${name} on <${tagName}>`);
  const { href, src, id, target } = properties;
  if (
    href !== undefined &&
    !/^(?:https?:\/\/|mailto:|#section-|[a-z-]+\.html(?:#|$)|\.\.\/media\/)/.test(String(href))
  ) {
    found.push(`href ${String(href)}`);
  }
  if (src !== undefined && !/^\.\.\/media\/[\w.-]+$/.test(String(src))) found.push(`src ${String(src)}`);
  if (id !== undefined && !String(id).startsWith('section-')) found.push(`id ${String(id)}`);
  if (target !== undefined && target !== '_blank') found.push(`target ${String(target)}`);
  return found;
}

function richDangers(node: RichNode): string[] {
  if (typeof node === 'string') return [];
  const [tag, attributes, ...children] = node;
  const allowed = richAttributes(tag) ?? [];
  const found = richAttributes(tag) === null ? [`<${tag}>`] : [];
  for (const name of Object.keys(attributes)) if (!allowed.includes(name)) found.push(`${name} on <${tag}>`);
  found.push(...elementDangers({ type: 'element', tagName: tag, properties: attributes, children: [] }));
  return [...found, ...children.flatMap(richDangers)];
}

/** The tree a browser makes of our HTML: mutation XSS shows only there. */
function reparse(html: string): Root {
  return unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [{ type: 'raw', value: html }] });
}

describe('hostile markdown', () => {
  test('there are enough payloads, each with its own name', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(60);
    expect(new Set(payloads.map(({ name }) => name)).size).toBe(payloads.length);
  });

  test('the check itself sees what is dangerous', () => {
    const bad =
      '<p onclick="a">x</p><script>1</script><a href="javascript:1">x</a><img src="//e.example/a"><b id="x">x</b>';
    expect(dangers(reparse(bad))).toEqual([
      'onClick on <p>',
      '<script>',
      'href javascript:1',
      'src //e.example/a',
      'id x',
    ]);
  });

  test.each(payloads as Payload[])('nothing is left to run: $name', ({ markdown }) => {
    const { tree, html, generated } = renderText(markdown);
    expect(dangers(tree)).toEqual([]);
    expect(dangers(reparse(html))).toEqual([]);
    expect(generated.flatMap(({ text }) => svgProblems(text))).toEqual([]);
    expect(toRichText(tree).flatMap(richDangers)).toEqual([]);
  });

  test.each(payloads as Payload[])('written and read again it is the same: $name', ({ markdown }) => {
    const { html } = renderText(markdown);
    const once = toHtml(reparse(html));
    expect(toHtml(reparse(once))).toBe(once);
  });

  test('no author HTML makes a quiz place', () => {
    expect(renderText('<div data-quiz-place="exam"></div>').html).not.toContain('quiz-place');
  });
});
