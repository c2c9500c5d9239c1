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

  const titleOf = (id: string | null): string => course.pages.find((page) => page.id === id)?.title ?? '';
  for (const [element, id, name] of [
    [elements.previous, model.previous, 'previous'],
    [elements.next, model.next, 'next'],
  ] as const) {
    const open = running && id !== null;
    element.setAttribute('aria-disabled', String(!open));
    setText(
      element.querySelector('[data-label]'),
      open ? word(`player.${name}To`, { page: titleOf(id) }) : word(`player.${name}`),
    );
    element.title = open ? titleOf(id) : '';
  }
  elements.exit.hidden = !running;

  const page = titleOf(model.current);
  const number = course.pages.findIndex(({ id }) => id === model.current) + 1;
  root.title =
    running && page
      ? word('page.title', { page, number, total: course.pages.length, course: course.title })
      : course.title;
  if (page) elements.frame.title = word('player.frameOf', { page });
  if (last?.phase === 'running' && running && last.current !== model.current) {
    tools.announce(word('player.opened', { page, number, total: course.pages.length }));
  }
}
