import type { Code } from 'mdast';
import { slotNode } from '../slot.ts';
import type { HandlerState } from './index.ts';

export function codeHandler(_state: HandlerState, node: Code) {
  // `title="…"` right after the fence belongs to the options, not to the language; so does `{2}` in `js{2}`.
  const [, word = '', lines] = /^([^{]*)(\{.*)?$/su.exec(node.lang ?? '') ?? [];
  const named = word !== '' && !word.includes('=');
  const language = named ? word : null;
  const meta = [named ? null : word, lines, node.meta].filter((part) => part != null && part !== '').join(' ');
  return slotNode({ kind: 'code', language, meta, text: node.value }, [], node.position);
}
