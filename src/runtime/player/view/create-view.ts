import type { CourseData } from '../../../contract/course-data.ts';
import { type Word, wordText } from '../../../contract/fill-words.ts';
import type { ShortcutKey } from '../../../contract/shortcuts.ts';
import type { JournalStorage } from '../journal.ts';
import type { PlayerActions, PlayerModel } from '../player-model.ts';
import { announceSaving } from './announce-saving.ts';
import { bindDrawer } from './bind-drawer.ts';
import { bindElements } from './bind-elements.ts';
import { bindShortcuts } from './bind-shortcuts.ts';
import { renderBar } from './render-bar.ts';
import { renderOutline } from './render-outline.ts';
import { noticeWays, renderPanels } from './render-panels.ts';

export interface PlayerView {
  /** Shows this model; only what differs from what is shown is touched. */
  render(model: PlayerModel): void;
  /** Where lessons are shown. The caller sets its `src`. */
  readonly frame: HTMLIFrameElement;
  /** Does what a shortcut stands for that was pressed in the page. */
  press(key: ShortcutKey): void;
  /** Says something to screen readers, politely. */
  announce(text: string): void;
}

/** What every part of the view has at hand. */
export interface ViewTools {
  readonly course: CourseData;
  readonly word: Word;
  /** `80%` from hundredths of a percent. */
  readonly percent: (hundredths: number) => string;
  readonly announce: (text: string) => void;
}

/**
 * Binds the player's document (`templates/player.html`) to the actions and gives what draws a model into it.
 * Throws when the document lacks one of its parts: the package is broken then.
 */
export function createView(
  root: Document,
  course: CourseData,
  actions: PlayerActions,
  storage: () => JournalStorage | null,
): PlayerView {
  const elements = bindElements(root);
  const word: Word = (key, gaps) => wordText(course.strings, course.wordsLanguage ?? course.language, key, gaps) ?? '';
  const announce = (text: string): void => {
    // The same words twice are only spoken twice if they differ; a no-break space is not heard.
    elements.announce.textContent = elements.announce.textContent === text ? `${text}\u00a0` : text;
  };
  const tools: ViewTools = {
    course,
    word,
    percent: (hundredths) => word('score', { score: hundredths / 100 }),
    announce,
  };
  const speakOfSaving = announceSaving(tools);
  const drawer = bindDrawer(elements);

  const onClick = (element: HTMLElement, act: () => void): void =>
    element.addEventListener('click', () => element.getAttribute('aria-disabled') !== 'true' && act());
  onClick(elements.previous, actions.previous);
  onClick(elements.next, actions.next);
  onClick(elements.exit, actions.exit);
  onClick(elements.search, () => actions.open('_search'));
  onClick(elements.accept, actions.accept);
  onClick(elements.lockedBack, actions.back);
  onClick(elements.lockedGo, () => last?.blocked && actions.open(last.blocked.lock.page));
  onClick(elements.noticeRetry, actions.retry);
  onClick(elements.noticeGo, () => actions.open(noticeWays[last?.notice ?? ''] ?? ''));
  for (const button of elements.again) onClick(button, actions.retry);
  elements.outline.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-page]') : null;
    const page = link?.dataset['page'];
    if (!page || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    drawer.close();
    actions.open(page);
  });

  const press = bindShortcuts(root, elements, actions, drawer.show, storage);

  let last: PlayerModel | null = null;
  return {
    frame: elements.frame,
    announce,
    press,
    render(model) {
      renderBar(root, elements, model, last, tools);
      renderOutline(elements, model, tools);
      if (model.phase === 'running') speakOfSaving(model.save);
      renderPanels(elements, model, last, tools);
      // After a move the reader goes on in the new page; the first page of a visit leaves the focus alone.
      if (
        last?.phase === 'running' &&
        model.phase === 'running' &&
        (last.current !== model.current || (last.blocked !== null && model.blocked === null))
      )
        elements.frame.focus();
      last = model;
    },
  };
}
