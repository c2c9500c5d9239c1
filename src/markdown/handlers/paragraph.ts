import { h } from 'hastscript';
import type { Paragraph, PhrasingContent } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import type { HandlerState } from './index.ts';

/**
 * A line with a term, and below it lines that begin with `: `, are a definition list, as in Pandoc and PHP Markdown
 * Extra. It is read here and not by the parser, so that the text stays the paragraph it is for GitHub, and is written
 * back as it was.
 */
export function paragraphHandler(state: HandlerState, node: Paragraph) {
  const [term, ...definitions] = splitDefinitions(node.children);
  const [first] = node.children;
  const isTerm = term !== undefined && !(first?.type === 'text' && first.value.startsWith(': '));
  if (!isTerm || definitions.length === 0 || hasLineEnd(term)) return defaultHandlers.paragraph(state, node);
  const list = h('dl', [
    h('dt', state.all({ type: 'paragraph', children: term })),
    ...definitions.map((children) => h('dd', state.all({ type: 'paragraph', children }))),
  ]);
  state.patch(node, list);
  return list;
}

/** Parts a line of text at each line that begins with a colon. */
function splitDefinitions(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type !== 'text') {
      parts.at(-1)?.push(child);
      continue;
    }
    for (const [index, value] of child.value.split(/[ \t]*\n:[ \t]+/).entries()) {
      if (index > 0) parts.push([]);
      if (value !== '') parts.at(-1)?.push({ ...child, value });
    }
  }
  return parts;
}

/** A term is one line: a paragraph of prose in which a line happens to begin with a colon is none. */
function hasLineEnd(term: readonly PhrasingContent[]): boolean {
  return term.some((node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')));
}
