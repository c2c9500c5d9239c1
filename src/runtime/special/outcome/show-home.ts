import { type ShowOutcome, setText } from './outcome-tools.ts';

/** How far one is, in the contents and on the one button. */
export const showHome: ShowOutcome = ({ place, pages, done, total, earned, missing }, { word, percent, part }) => {
  const isOver = earned || missing.length === 0;
  const button = part('start');
  if (button instanceof HTMLAnchorElement && place !== null) {
    button.href = isOver ? '_end.html' : place.href;
    button.dataset['page'] = isOver ? '_end' : place.page;
    setText(button, isOver ? word('home.result') : word('home.continue', { page: place.title }));
  }
  const progress = part('done');
  setText(progress, place === null ? '' : word('player.done', { done, total }));
  progress?.toggleAttribute('hidden', place === null);
  for (const item of document.querySelectorAll<HTMLElement>('[data-standing]')) {
    const standing = pages.find(({ page }) => page === item.dataset['standing']);
    if (standing === undefined) continue;
    const { page, state, reason, score } = standing;
    const isHere = page === place?.page && state === 'todo';
    item.dataset['state'] = isHere ? 'here' : state;
    const words = [
      isHere
        ? word('home.here')
        : state === 'todo'
          ? ''
          : word(`${state === 'again' || state === 'failed' ? 'end.quizzes' : 'outline.state'}.${state}`),
      reason,
      score === null ? '' : word('outline.score', { score: percent(score) }),
    ];
    setText(item.querySelector('[data-standing-text]'), words.filter(Boolean).join(' · '));
  }
};
