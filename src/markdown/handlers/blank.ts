import type { BlankPlace } from '../../course/course.ts';
import { slotNode } from '../slot.ts';
import type { HandlerState } from './index.ts';

export function blankHandler(_state: HandlerState, node: BlankPlace) {
  return slotNode({ kind: 'blank', number: node.number }, [], node.position);
}
