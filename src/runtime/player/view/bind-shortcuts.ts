import type { ShortcutKey } from '../../../contract/shortcuts.ts';
import { watchKeys } from '../../page/watch-keys.ts';
import type { JournalStorage } from '../journal.ts';
import type { PlayerActions } from '../player-model.ts';
import type { PlayerElements } from './bind-elements.ts';

const storedAs = 'build-scorm:keys';

/**
 * Shortcuts of one key, their help, and the switch that turns them off (WCAG 2.2, 2.1.4), which this browser remembers.
 *
 * @param showOutline opens the contents and gives them the focus
 * @returns what to do with a key that was pressed in the page
 */
export function bindShortcuts(
  root: Document,
  { keys, keysOn, keysOpen, keysClose }: PlayerElements,
  { open, next, previous }: PlayerActions,
  showOutline: () => void,
  storage: () => JournalStorage | null,
): (key: ShortcutKey) => void {
  const help = (): void => keys.showModal();
  const acts: Readonly<Record<ShortcutKey, () => void>> = {
    n: next,
    p: previous,
    c: showOutline,
    '/': () => open('_search'),
    g: () => open('_glossary'),
    '?': help,
  };
  const press = (key: ShortcutKey): void => {
    if (keysOn.checked && !root.querySelector('dialog[open]')) acts[key]();
  };
  // Storage may be full or forbidden, whatever it said of itself.
  try {
    keysOn.checked = storage()?.getItem(storedAs) !== 'off';
  } catch {}
  keysOn.addEventListener('change', () => {
    try {
      storage()?.setItem(storedAs, keysOn.checked ? 'on' : 'off');
    } catch {}
  });
  keysOpen.addEventListener('click', help);
  keysClose.addEventListener('click', () => keys.close());
  watchKeys(root, press);
  return press;
}
