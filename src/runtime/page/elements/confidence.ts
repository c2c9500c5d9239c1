import type { PageElement } from './page-element.ts';

/**
 * Three radio buttons below a question: how sure are you? What the player knows of it stands at the question
 * (`data-confidence`), and whether it is settled (`data-locked`); this only follows, so that pages without it carry none
 * of it.
 */
export const confidence: PageElement = (root, send) => {
  for (const group of root.querySelectorAll<HTMLElement>('[data-confidence-of]')) follow(group);
  for (const bank of root.querySelectorAll<HTMLTemplateElement>('template[data-bank]')) {
    for (const group of bank.content.querySelectorAll<HTMLElement>('[data-confidence-of]')) follow(group);
  }

  function follow(group: HTMLElement): void {
    const question = group.closest<HTMLElement>('[data-question]');
    if (!question) return;
    let isTouched = false;
    const radios = [...group.querySelectorAll('input')];
    group.addEventListener('click', (event) => {
      if (question.hasAttribute('data-locked') && event.target instanceof HTMLInputElement) event.preventDefault();
    });
    group.addEventListener('change', (event) => {
      event.stopPropagation();
      isTouched = true;
      const level = radios.findIndex((radio) => radio.checked) + 1;
      const quiz = question.closest<HTMLElement>('[data-quiz]')?.dataset['quiz'] ?? '';
      if (level === 1 || level === 2 || level === 3)
        send({ kind: 'confidence', quiz, question: question.dataset['question'] ?? '', level });
    });
    const show = (): void => {
      const isLocked = question.hasAttribute('data-locked');
      const level = Number(question.dataset['confidence']);
      // While it is open the learner's own choice stands: what the player says is a moment old.
      if (isLocked) isTouched = false;
      for (const [index, radio] of radios.entries()) {
        if (!isTouched) radio.checked = index + 1 === level;
        radio.toggleAttribute('data-locked', isLocked);
        if (isLocked) radio.setAttribute('aria-disabled', 'true');
        else radio.removeAttribute('aria-disabled');
      }
      group.hidden = isLocked && level === 0;
    };
    new MutationObserver(show).observe(question, { attributeFilter: ['data-confidence', 'data-locked'] });
  }
};
