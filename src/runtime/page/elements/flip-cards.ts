import type { PageElement } from './page-element.ts';

/** Gives each card a button that turns it over. A click elsewhere on the card does the same, unless it selects or follows. */
export const flipCards: PageElement = (root) => {
  for (const box of root.querySelectorAll<HTMLElement>('.flip-cards')) {
    const turn = box.dataset['turn'] ?? '';
    for (const card of box.children) {
      const front = card.querySelector('.flip-front');
      const button = root.createElement('button');
      button.type = 'button';
      button.className = 'flip-turn';
      button.textContent = turn;
      button.setAttribute('aria-label', `${turn}: ${front?.textContent}`);
      button.setAttribute('aria-expanded', 'false');
      card.addEventListener('click', ({ target }) => {
        if (getSelection()?.toString() || (target as Element).closest('a')) return;
        button.setAttribute('aria-expanded', `${card.classList.toggle('flipped')}`);
      });
      front?.after(button);
    }
    box.classList.add('flip-live');
  }
};
