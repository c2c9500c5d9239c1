import type { PageElement } from './page-element.ts';

/**
 * Remembers ticks in the learner's browser, by the words of the tasks, so that a list that was changed keeps what is
 * still on it. The package's address keeps courses on one server apart. Where storage is denied, ticks last as long as
 * the page.
 */
export const checklist: PageElement = (root) => {
  const boxes = [...root.querySelectorAll<HTMLInputElement>('.check input')];
  if (!boxes.length) return;
  const key = `checklist:${location.pathname}`;
  const wordsOf = (box: HTMLInputElement): string => box.parentElement?.textContent?.trim() ?? '';
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (Array.isArray(kept)) for (const box of boxes) box.checked = kept.includes(wordsOf(box));
  } catch {
    // Denied, or not ours: the list begins as it was written.
  }
  root.addEventListener('change', ({ target }) => {
    if (!boxes.includes(target as HTMLInputElement)) return;
    try {
      localStorage.setItem(key, JSON.stringify(boxes.filter((box) => box.checked).map(wordsOf)));
    } catch {
      // Denied or full.
    }
  });
};
