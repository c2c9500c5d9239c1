import type { ShowOutcome } from './outcome-tools.ts';
import { showObjectives } from './show-objectives.ts';

/** The quizzes themselves are shown by the page's script; here is only what stands around them. */
export const showReview: ShowOutcome = (outcome, tools) => {
  const { quizzes } = outcome;
  showObjectives(outcome, tools);
  const isEmpty = !quizzes.some(({ isShown }) => isShown);
  const toggle = (selector: string, hidden: boolean): void => {
    for (const element of document.querySelectorAll(selector)) element.toggleAttribute('hidden', hidden);
  };
  toggle('[data-review-none]', !isEmpty);
  toggle('[data-review-lede], [data-review-actions]', isEmpty);
};
