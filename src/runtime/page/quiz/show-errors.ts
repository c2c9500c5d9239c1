import type { BoundQuestion } from './bind-question.ts';

/** Lists the questions that lack an answer, each with a link to its controls. `focused` moves the learner there. */
export function showErrors(section: HTMLElement, open: readonly BoundQuestion[], focused: boolean): void {
  const summary = section.querySelector<HTMLElement>('[data-errors]');
  const list = section.querySelector('[data-error-list]');
  if (!summary || !list) return;
  // While it has the focus it stays, if shorter; it goes with the last complaint.
  if (open.length === 0 || focused || !summary.hidden) {
    list.replaceChildren(...open.map(errorLink));
    summary.hidden = open.length === 0;
  }
  if (focused && open.length > 0) {
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: 'start' });
  }
}

function errorLink(question: BoundQuestion): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#${question.element.id}`;
  const number = question.element.querySelector('[data-number]')?.textContent ?? '';
  const prompt = question.element.querySelector('.question-prompt')?.textContent ?? '';
  link.textContent = `${number}: ${prompt}`;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    question.focusFirst();
    question.element.scrollIntoView({ block: 'start' });
  });
  item.append(link);
  return item;
}
