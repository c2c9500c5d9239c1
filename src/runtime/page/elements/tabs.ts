import type { PageElement } from './page-element.ts';

/** Turns panels below each other into tabs, as the WAI-ARIA practices have them: arrows, Home and End move and show. */
export const tabs: PageElement = (root) => {
  for (const box of root.querySelectorAll('.tabs')) {
    const panels = [...box.children];
    const list = root.createElement('div');
    list.className = 'tab-list';
    list.setAttribute('role', 'tablist');
    const buttons = panels.map(() => root.createElement('button'));
    const show = (shown: number): void => {
      for (const [index, button] of buttons.entries()) {
        const panel = panels[index];
        button.setAttribute('aria-selected', `${index === shown}`);
        button.tabIndex = index === shown ? 0 : -1;
        // What is hidden is still found by the browser's search and by links, which then show it.
        if (index === shown) panel?.removeAttribute('hidden');
        else panel?.setAttribute('hidden', 'until-found');
      }
    };
    for (const [index, panel] of panels.entries()) {
      const button = buttons[index];
      const title = panel.querySelector('.tab-title');
      if (!button || !title) return;
      button.type = 'button';
      button.className = 'tab';
      button.id = `${title.id}-tab`;
      panel.id = `${title.id}-panel`;
      button.textContent = title.textContent;
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-controls', panel.id);
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', button.id);
      button.addEventListener('click', () => show(index));
      panel.addEventListener('beforematch', () => show(index));
    }
    list.addEventListener('keydown', (event) => {
      const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      const now = buttons.findIndex((button) => button.matches(':focus'));
      const last = buttons.length - 1;
      const { key } = event;
      let next: number;
      if (key === 'Home') next = 0;
      else if (key === 'End') next = last;
      else if (key === 'ArrowLeft' || key === 'ArrowRight')
        next = (now + (key === forward ? 1 : last)) % buttons.length;
      else return;
      event.preventDefault();
      show(next);
      buttons[next]?.focus();
    });
    list.append(...buttons);
    box.prepend(list);
    box.classList.add('tabs-live');
    show(0);
  }
};
