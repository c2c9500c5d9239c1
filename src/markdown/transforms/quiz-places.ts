import type { Root } from 'hast';
import { h } from 'hastscript';
import { replaceSlots } from '../slot.ts';

/** Marks where the page puts its quizzes. The sanitiser lets no `data-` attribute through, so the mark is ours. */
export function quizPlaces(tree: Root): void {
  replaceSlots(tree, 'quiz', ({ quiz }) => [h('div', { dataQuizPlace: quiz })]);
}
