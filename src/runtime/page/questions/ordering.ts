import type { QuestionControl } from './question-control.ts';

/**
 * Items with a button each way. Until one was moved there is no answer: the order at the start is nobody's. The buttons
 * do all; dragging would shut out whoever cannot drag.
 */
export const ordering: QuestionControl<'ordering'> = {
  read: (fieldset) => {
    const list = listIn(fieldset);
    return list?.dataset['moved'] === undefined ? null : { type: 'ordering', order: rowsIn(list).map(idOf) };
  },
  write: (fieldset, response, start) => {
    const list = listIn(fieldset);
    if (!list) return;
    const rows = new Map(rowsIn(list).map((row) => [idOf(row), row]));
    const wanted = (response?.order ?? start).flatMap((id) => rows.get(id) ?? []);
    if (wanted.some((row, index) => list.children[index] !== row)) list.append(...wanted);
    if (response) list.dataset['moved'] = '';
    else delete list.dataset['moved'];
    showEnds(list, response !== null);
  },
  missing: 'quiz.errors.missingOrder',
  bind: (fieldset, { isLocked, word }) => {
    const list = listIn(fieldset);
    const said = fieldset.querySelector('[data-said]');
    if (!list || !said) return;
    for (const moves of fieldset.querySelectorAll<HTMLElement>('.order-moves')) moves.hidden = false;
    list.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-move]') : null;
      const row = button?.closest<HTMLElement>('li');
      if (!button || !row || isLocked()) return;
      // The neighbour moves, not the item: a button that is moved loses the focus.
      const isUp = button.dataset['move'] === 'up';
      const neighbour = isUp ? row.previousElementSibling : row.nextElementSibling;
      if (isUp) neighbour && row.after(neighbour);
      else neighbour && row.before(neighbour);
      const rows = rowsIn(list);
      said.textContent = word('quiz.ordering.place', {
        item: row.dataset['name'] ?? '',
        place: rows.indexOf(row) + 1,
        total: rows.length,
      });
      if (!neighbour) return;
      list.dataset['moved'] = '';
      showEnds(list, true);
      list.dispatchEvent(new Event('change', { bubbles: true }));
    });
  },
};

const listIn = (fieldset: HTMLElement): HTMLElement | null => fieldset.querySelector<HTMLElement>('[data-order]');
const rowsIn = (list: HTMLElement): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('li')];
const idOf = (row: HTMLElement): string => row.dataset['option'] ?? '';

/** The first cannot go up, the last not down: they say so, but keep the focus. */
function showEnds(list: HTMLElement, isAnswer: boolean): void {
  const rows = rowsIn(list);
  for (const [index, row] of rows.entries()) {
    row.toggleAttribute('data-chosen', isAnswer);
    row.querySelector('[data-move="up"]')?.setAttribute('aria-disabled', String(index === 0));
    row.querySelector('[data-move="down"]')?.setAttribute('aria-disabled', String(index === rows.length - 1));
  }
}
