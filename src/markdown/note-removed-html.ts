import type { Element, Root } from 'hast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { Rendering } from './rendering.ts';
import { allowedTags, strippedTags } from './sanitize-schema.ts';

const allowed: ReadonlySet<string> = new Set(allowedTags);
const stripped: ReadonlySet<string> = new Set(strippedTags);

/** Says what the sanitiser is about to take away, so that nothing vanishes silently. Reads only. */
export function noteRemovedHtml(tree: Root, { note }: Rendering): void {
  visit(tree, 'element', (element) => {
    const tag = element.tagName;
    if (stripped.has(tag)) {
      const swallows = holdsBlocks(element);
      note(swallows ? 'html-unclosed' : 'html-removed', {
        reason: swallows ? `\`<${tag}>\` swallows the text after it` : `\`<${tag}>\` was removed with what it holds`,
        fix: swallows ? `Remove the \`<${tag}>\`: it is not allowed in a course` : removalFix(tag),
        at: element.position,
      });
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

/** Whether markdown ended up inside an element that takes its content with it: its end tag is missing. */
function holdsBlocks(element: Element): boolean {
  let found = false;
  visit(element, 'element', (inner) => {
    if (inner.data?.slot === undefined && !/^(?:p|h[1-6]|ul|ol|blockquote|table)$/.test(inner.tagName))
      return undefined;
    found = true;
    return EXIT;
  });
  return found;
}

function removalFix(tag: string): string {
  if (tag === 'svg') return 'Save the drawing as a file and show it: `![What it says](media/drawing.svg)`';
  if (tag === 'iframe' || tag === 'video' || tag === 'audio') {
    return 'Link to it instead: a package may hold nothing that loads from elsewhere';
  }
  return 'Remove it, or write it in markdown';
}
