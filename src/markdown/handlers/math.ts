import type { InlineMath, Math as MathBlock } from 'mdast-util-math';
import { slotNode } from '../slot.ts';
import type { HandlerState } from './index.ts';

export function inlineMathHandler(_state: HandlerState, node: InlineMath) {
  const form = node.data?.display === true ? 'display' : 'inline';
  return slotNode({ kind: 'formula', tex: node.value, form, stray: '' }, [], node.position);
}

export function mathHandler(_state: HandlerState, node: MathBlock) {
  return slotNode({ kind: 'formula', tex: node.value, form: 'block', stray: node.meta ?? '' }, [], node.position);
}
