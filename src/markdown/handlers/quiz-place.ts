import type { QuizPlace } from '../../course/course.ts';
import { slotNode } from '../slot.ts';
import type { HandlerState } from './index.ts';

export function quizPlaceHandler(_state: HandlerState, node: QuizPlace) {
  return slotNode({ kind: 'quiz', quiz: node.quiz }, [], node.position);
}
