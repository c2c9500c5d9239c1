import type { PlayerModel } from '../player-model.ts';
import { type PlayerElements, setText } from './bind-elements.ts';
import type { ViewTools } from './create-view.ts';

/** State and score of every page in the outline, and how the course as a whole stands. */
export function renderOutline(elements: PlayerElements, model: PlayerModel, { word, percent }: ViewTools): void {
  const items = new Map(model.sections.flatMap((section) => section.items.map((item) => [item.page, item])));
  for (const link of elements.outline.querySelectorAll<HTMLElement>('a[data-page]')) {
    const page = link.dataset['page'] ?? '';
    if (page === model.current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
    const item = items.get(page);
    if (!item) continue;
    const { lock } = item;
    link.dataset['state'] = lock === null ? item.state : 'locked';
    setText(
      link.querySelector('[data-state]'),
      // Not begun or half read looks the same from here, so neither is said.
      lock === null
        ? item.state === 'todo'
          ? ''
          : word(`${item.state === item.missed ? 'end.quizzes' : 'outline.state'}.${item.state}`)
        : `${word('outline.state.locked')}: ${word(lock.reason, { title: lock.title })}`,
    );
    setText(
      link.querySelector('[data-score]'),
      item.score === null ? '' : word('outline.score', { score: percent(item.score) }),
    );
  }

  const { status, score, pass } = model.result;
  elements.result.hidden = model.phase !== 'running';
  elements.result.dataset['status'] = status;
  setText(elements.resultStatus, word(`result.status.${status}`));
  setText(elements.resultScore, score === null ? '' : word('result.score', { score: percent(score) }));
  setText(elements.resultPass, pass === null ? '' : word('result.pass', { pass: percent(pass) }));
}
