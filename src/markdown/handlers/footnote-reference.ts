import type { FootnoteReference } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import type { Rendering } from '../rendering.ts';
import type { HandlerState } from './index.ts';

export function footnoteReferenceHandler(rendering: Rendering) {
  return (state: HandlerState, node: FootnoteReference) => {
    if (state.footnoteById.has(node.identifier.toUpperCase())) return defaultHandlers.footnoteReference(state, node);
    // A quiz is rendered apart from its lesson, so a note must stand in the same one of them.
    rendering.note('footnote-missing', {
      reason: `The footnote \`[^${node.label ?? node.identifier}]\` has no text here`,
      fix: `Write \`[^${node.label ?? node.identifier}]: …\` in the same lesson text or the same quiz text; the line of a question holds no footnote, the text below it does`,
      at: node.position,
    });
    return undefined;
  };
}
