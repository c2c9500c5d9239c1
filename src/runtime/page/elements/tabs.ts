import type { PageElement } from './page-element.ts';

/** Turns panels below each other into tabs, as the WAI-ARIA practices have them: arrows, Home and End move and show. */
export const tabs: PageElement = (root) => {
  for (const box of root.querySelectorAll('.tabs')) {
    const list = root.createElement('div');
    const all = [...box.children].map((panel) => ({ panel, tab: list.appendChild(root.createElement('button')) }));
    const show = (shown: HTMLElement): void => {
      for (const { panel, tab } of all) {
        const chosen = tab === shown;
        tab.setAttribute('aria-selected', `${chosen}`);
        tab.tabIndex = chosen ? 0 : -1;
        // What is hidden is still found by the browser's search and by links, which then show it.
        if (chosen) panel.removeAttribute('hidden');
        else panel.setAttribute('hidden', 'until-found');
      }
    };
    for (const { panel, tab } of all) {
      const title = panel.querySelector('.tab-title');
      tab.type = 'button';
      tab.className = 'tab';
      tab.id = `${title?.id}-tab`;
      tab.textContent = title?.textContent ?? '';
      tab.setAttribute('role', 'tab');
      tab.onclick = () => show(tab);
      panel.id = `${title?.id}-panel`;
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
      tab.setAttribute('aria-controls', panel.id);
      panel.addEventListener('beforematch', () => show(tab));
    }
    list.className = 'tab-list';
    list.setAttribute('role', 'tablist');
    list.onkeydown = (event) => {
      const forward = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
      const now = all.findIndex(({ tab }) => !tab.tabIndex);
      const ways: Record<string, number> = { Home: 0, End: -1, ArrowLeft: now - forward, ArrowRight: now + forward };
      const way = ways[event.key];
      const next = way !== undefined && all.at(way % all.length)?.tab;
      if (!next) return;
      event.preventDefault();
      show(next);
      next.focus();
    };
    box.prepend(list);
    box.classList.add('tabs-live');
    if (all[0]) show(all[0].tab);
  }
};
