import type { PageElement } from './page-element.ts';

/** Lays the second image over the first, with a slider that says how much of it is seen. */
export const compare: PageElement = (root) => {
  for (const box of root.querySelectorAll<HTMLElement>('.compare')) {
    const slider = root.createElement('input');
    slider.type = 'range';
    slider.className = 'compare-slider';
    slider.setAttribute('aria-label', box.dataset['compare'] ?? '');
    const show = (): void => box.style.setProperty('--split', `${slider.value}%`);
    slider.addEventListener('input', show);
    box.classList.add('compare-live');
    box.append(slider);
    show();
  }
};
