import type { Code } from 'mdast';
import { slotNode } from '../slot.ts';
import type { HandlerState } from './index.ts';

export function codeHandler(_state: HandlerState, node: Code) {
  // `title="…"` right after the fence belongs to the options, not to the language.
  const named = node.lang != null && !node.lang.includes('=');
  const language = named ? (node.lang ?? null) : null;
  const meta = [named ? null : node.lang, node.meta].filter((part) => part != null).join(' ');
  return slotNode({ kind: 'code', language, meta, text: node.value }, [], node.position);
}
