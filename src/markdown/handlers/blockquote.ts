import type { Blockquote, Paragraph, PhrasingContent, Text } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Rendering } from '../rendering.ts';
import { type CalloutKind, calloutKinds, slotNode } from '../slot.ts';
import type { HandlerState } from './index.ts';

const marker = /^\[!([a-z][a-z-]*)\][ \t]*/i;

/** With spaces that a marker has not: `[! NOTE]`, `[!NOTE ]`, `[ !NOTE]`. */
const spacedMarker = /^\[[ \t]*![ \t]*([a-z][a-z-]*)[ \t]*\]/i;

/** A quote that begins with `[!NOTE]` and the like is a callout, as on GitHub; a title of its own may follow. */
export function blockquoteHandler(rendering: Rendering) {
  return (state: HandlerState, node: Blockquote) => {
    const [first, ...rest] = node.children;
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    const found = text?.type === 'text' ? marker.exec(text.value) : null;
    if (text?.type === 'text' && found === null) noteSpaced(rendering, text);
    if (first?.type !== 'paragraph' || found === null) return defaultHandlers.blockquote(state, node);

    const written = found[1] ?? '';
    const callout = calloutKinds.find((kind) => kind === written.toLowerCase());
    if (callout === undefined) {
      noteUnknown(rendering, written, text?.position?.start);
      return defaultHandlers.blockquote(state, node);
    }
    return makeCallout(state, node, callout, splitFirstLine(first, found[0].length), rest);
  };
}

function makeCallout(
  state: HandlerState,
  node: Blockquote,
  callout: CalloutKind,
  { title, body }: { title: PhrasingContent[]; body: PhrasingContent[] },
  rest: Blockquote['children'],
) {
  const label =
    title.length === 0
      ? []
      : [slotNode({ kind: 'label' }, state.all({ type: 'paragraph', children: title }), node.position)];
  const start: Paragraph[] = body.length === 0 ? [] : [{ type: 'paragraph', children: body }];
  const content = state.all({ type: 'blockquote', children: [...start, ...rest] });
  return slotNode({ kind: 'callout', callout }, [...label, ...state.wrap(content, true)], node.position);
}

/** Parts a paragraph at its first line end; `skip` characters at its start are left out. */
function splitFirstLine(paragraph: Paragraph, skip: number): { title: PhrasingContent[]; body: PhrasingContent[] } {
  const title: PhrasingContent[] = [];
  for (const [index, child] of paragraph.children.entries()) {
    const after = paragraph.children.slice(index + 1);
    if (child.type === 'break') return { title, body: after };
    if (child.type !== 'text') {
      title.push(child);
      continue;
    }
    const value = index === 0 ? child.value.slice(skip) : child.value;
    const end = value.indexOf('\n');
    const line = end < 0 ? value : value.slice(0, end);
    if (line.trim() !== '') title.push({ type: 'text', value: line });
    if (end >= 0) return { title, body: [{ type: 'text', value: value.slice(end + 1) }, ...after] };
  }
  return { title, body: [] };
}

function noteUnknown(rendering: Rendering, written: string, at: Parameters<Rendering['note']>[1]['at']): void {
  const meant = didYouMean(written, calloutKinds);
  const known = calloutKinds.map((kind) => kind.toUpperCase()).join(', ');
  rendering.note('callout-unknown', {
    reason: `There is no callout \`[!${written}]\``,
    fix: meant === null ? `Write one of ${known}` : `Did you mean \`[!${meant.toUpperCase()}]\`? Known are ${known}`,
    at,
  });
}

/** Only where the word is a kind of callout, or nearly: other words in brackets are prose. */
function noteSpaced(rendering: Rendering, { value, position }: Text): void {
  const [written = '', name = ''] = spacedMarker.exec(value) ?? [];
  const meant = didYouMean(name, calloutKinds);
  if (meant === null) return;
  rendering.note('callout-unknown', {
    reason: `\`${written}\` makes no callout: it holds a space`,
    fix: `Write \`[!${meant.toUpperCase()}]\``,
    at: position?.start,
  });
}
