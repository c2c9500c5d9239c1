import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Rendering } from '../rendering.ts';
import { replaceSlots, type Slot } from '../slot.ts';
import { zoomable } from '../zoomable.ts';
import { readFence } from './read-fence.ts';

/** CSS pixels. A phone shows 360 of them: text drawn at 15 is still 7 there, which is the end of reading. */
const widest = 760;

/** Fenced `mermaid` → a drawing made now, shown as an image with its text alternative. */
export function diagrams(tree: Root, rendering: Rendering): void {
  replaceSlots(tree, 'code', (slot, node) =>
    slot.language?.toLowerCase() === 'mermaid' ? [diagram(slot, node, rendering)] : [node],
  );
}

function diagram(slot: Extract<Slot, { kind: 'code' }>, node: Element, rendering: Rendering): ElementContent {
  const at = node.position;
  const { options } = readFence(slot, node, { options: ['alt', 'caption'] }, rendering);
  const alt = options.get('alt') ?? '';
  if (alt === '') {
    rendering.note('diagram-alt-missing', {
      reason: 'The diagram has no text alternative',
      fix: 'Write what it says behind the fence: ```` ```mermaid alt="A request passes the edge, then the web server" ````',
      at,
    });
  }
  const drawn = rendering.context.diagram(slot.text);
  if ('problem' in drawn) {
    rendering.note('diagram-invalid', {
      reason: `The diagram cannot be drawn: ${drawn.problem}`,
      fix: 'Begin it with `flowchart TD`, `sequenceDiagram` or `stateDiagram-v2`, and see mermaid.js.org for the lines below',
      at: drawn.line === undefined || at === undefined ? at : { line: at.start.line + drawn.line, column: 1 },
    });
    return h('pre', h('code', slot.text));
  }
  if (drawn.width > widest) {
    rendering.note('diagram-wide', {
      reason: `The diagram is ${drawn.width} pixels wide; on a phone its text would be tiny`,
      fix: 'Let it run downwards (`flowchart TD`), or show fewer things side by side',
      at,
    });
  }
  const src = rendering.generate('diagram', 'svg', drawn.svg);
  const image = h('img', { src, alt, width: drawn.width, height: drawn.height });
  const children: ElementContent[] = [image];
  const caption = options.get('caption') ?? '';
  if (caption !== '') children.push(h('figcaption', caption));
  return h('figure', { className: ['diagram'], ...zoomable(image, rendering) }, children);
}
