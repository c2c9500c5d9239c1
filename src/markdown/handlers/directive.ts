import type { ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { slotNode } from '../slot.ts';
import type { HandlerState } from './index.ts';

/** A directive becomes a slot; whether it exists and is used rightly is seen when its element is made. */
export function directiveHandler(state: HandlerState, node: ContainerDirective | LeafDirective) {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(node.attributes ?? {})) attributes[name] = value ?? '';
  const children: ElementContent[] = [];
  if (node.type === 'leafDirective') {
    if (node.children.length > 0) children.push(slotNode({ kind: 'label' }, state.all(node), node.position));
  } else {
    const [first, ...rest] = node.children;
    const labelled = first?.type === 'paragraph' && first.data?.directiveLabel === true;
    if (labelled) children.push(slotNode({ kind: 'label' }, state.all(first), first.position));
    const body = state.all({ ...node, children: labelled ? rest : node.children });
    children.push(...state.wrap(body, true));
  }
  const form = node.type === 'leafDirective' ? 'leaf' : 'container';
  return slotNode({ kind: 'element', form, name: node.name, attributes }, children, node.position);
}
