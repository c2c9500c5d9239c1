import type { Root } from 'hast';
import type { RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Rendering } from './rendering.ts';
import { allowedTags, strippedTags } from './sanitize-schema.ts';

const allowed: ReadonlySet<string> = new Set(allowedTags);
const stripped: ReadonlySet<string> = new Set(strippedTags);

/** Says what the sanitiser is about to take away, so that nothing vanishes silently. Reads only. */
export function noteRemovedHtml(tree: Root, { note }: Rendering): void {
  visit(tree, 'element', (element) => {
    const tag = element.tagName;
    if (stripped.has(tag)) {
      const reason = `\`<${tag}>\` was removed with what it holds`;
      note('html-removed', { reason, fix: removalFix(tag), at: element.position });
      return SKIP;
    }
    if (!allowed.has(tag)) {
      note('html-removed', { reason: `\`<${tag}>\` was removed`, fix: removalFix(tag), at: element.position });
    }
    for (const name of Object.keys(element.properties)) {
      if (name !== 'style' && !/^on/i.test(name)) continue;
      note('html-removed', {
        reason: `\`${name.toLowerCase()}\` on \`<${tag}>\` was removed`,
        fix: 'Remove the attribute: pages carry no style or script of their own',
        at: element.position,
      });
    }
    return undefined;
  });
}

/** Says where text begins that went away with a removed element because that one is not closed. Reads only. */
export function noteLostText(nodes: readonly RootContent[], safe: Root, { note }: Rendering): void {
  const lines = new Set<number>();
  visit(safe, 'element', ({ position }) => {
    if (position !== undefined) lines.add(position.start.line);
  });
  const lost = nodes.find((node) => {
    const { type, position } = node;
    if (node.type === 'html') return isOpenToTheEnd(node.value);
    if (position === undefined || notShown.has(type)) return false;
    for (let line = position.start.line; line <= position.end.line; line++) if (lines.has(line)) return false;
    return true;
  });
  if (lost === undefined) return;
  note('html-unclosed', {
    reason: 'An HTML tag is not closed and takes the text from here on with it',
    fix: 'Remove that tag: it is not allowed in a course',
    at: lost.position,
  });
}

/** HTML that only an end of its own closes (CommonMark 4.6, kinds 1 to 5); without it, all the rest belongs to it. */
function isOpenToTheEnd(html: string): boolean {
  const tag = /^ {0,3}<(script|style|textarea)\b/i.exec(html)?.[1];
  if (tag !== undefined) return !new RegExp(`</${tag}`, 'i').test(html);
  return /^ {0,3}<!--(?![\s\S]*-->)|^ {0,3}<\?(?![\s\S]*\?>)|^ {0,3}<!\[CDATA\[(?![\s\S]*\]\]>)/.test(html);
}

/** Blocks that make no element of their own where they stand. */
const notShown: ReadonlySet<string> = new Set(['definition', 'footnoteDefinition', 'yaml']);

function removalFix(tag: string): string {
  if (tag === 'svg') return 'Save the drawing as a file and show it: `![What it says](media/drawing.svg)`';
  if (tag === 'iframe') return 'Write `::embed[Title]{href="https://…"}`, or link to it';
  if (tag === 'video' || tag === 'audio')
    return `Write \`:::${tag}[Title]{src="media/…"}\`, with its transcript and \`:::\` below`;
  if (tag === 'math') return 'Write it in the language of LaTeX: `$x^2$`';
  return 'Remove it, or write it in markdown';
}
