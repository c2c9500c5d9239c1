import type { PlayerModel } from '../player-model.ts';
import { type PlayerElements, setText } from './bind-elements.ts';
import type { ViewTools } from './create-view.ts';

/** Title, progress, the saved sign, and the ways back, forth and out. */
export function renderBar(
  root: Document,
  elements: PlayerElements,
  model: PlayerModel,
  last: PlayerModel | null,
  tools: ViewTools,
): void {
  const { course, word } = tools;
  const running = model.phase === 'running';
  elements.body.dataset['phase'] = model.phase;

  elements.progress.max = Math.max(1, model.total);
  elements.progress.value = model.done;
  setText(elements.progressText, running ? word('player.done', { done: model.done, total: model.total }) : '');

  elements.save.dataset['save'] = running ? model.save : '';
  setText(elements.saveText, running ? word(`save.${model.save}`) : '');

  const { pages, specials = [] } = course;
  const titleOf = (id: string | null): string => [...pages, ...specials].find((page) => page.id === id)?.title ?? '';
  const number = pages.findIndex(({ id }) => id === model.current) + 1;
  const isSpecial = (id: string): boolean => specials.some((page) => page.id === id);
  const labelOf = (id: string, name: 'previous' | 'next'): string => {
    if (isSpecial(id)) return titleOf(id);
    const isBack = number === 0 && name === 'previous' && id === model.place;
    return word(isBack ? 'player.backTo' : `player.${name}To`, { page: titleOf(id) });
  };
  for (const [element, id, name] of [
    [elements.previous, model.previous, 'previous'],
    [elements.next, model.next, 'next'],
  ] as const) {
    const open = running && id !== null;
    element.setAttribute('aria-disabled', String(!open));
    setText(element.querySelector('[data-label]'), open ? labelOf(id, name) : word(`player.${name}`));
    element.title = open ? titleOf(id) : '';
  }
  elements.exit.hidden = !running;

  const page = titleOf(model.current);
  root.title =
    running && page
      ? word(number > 0 ? 'page.title' : 'page.titleAround', {
          page,
          number,
          total: pages.length,
          course: course.title,
        })
      : course.title;
  if (page) elements.frame.title = number > 0 ? word('player.frameOf', { page }) : page;
  if (last?.phase === 'running' && running && last.current !== model.current) {
    tools.announce(number > 0 ? word('player.opened', { page, number, total: pages.length }) : page);
  }
}
