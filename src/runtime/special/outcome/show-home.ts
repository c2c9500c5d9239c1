import { fill, type ShowOutcome } from './outcome-tools.ts';

/** How far one is, in the contents and on the button. */
export const showHome: ShowOutcome = ({ place, pages }, { word, percent }) => {
  const button = fill('start', place === null ? word('home.start') : word('home.continue', { page: place.title }));
  if (button !== null && place !== null) button.dataset['page'] = place.page;
  for (const { page, state, reason, score } of pages) {
    const item = document.querySelector<HTMLElement>(`[data-standing="${CSS.escape(page)}"]`);
    if (item === null) continue;
    item.dataset['state'] = state;
    item.textContent = [
      page === place?.page ? word('home.here') : word(`outline.state.${state}`),
      reason,
      score === null ? '' : word('outline.score', { score: percent(score) }),
    ]
      .filter(Boolean)
      .join(' · ');
  }
};
