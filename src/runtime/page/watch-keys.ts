import { type ShortcutKey, shortcutOf } from '../../contract/shortcuts.ts';

/** Hears of shortcuts pressed anywhere but in fields and dialogs, which need their keys for themselves. */
export function watchKeys(root: Document, act: (key: ShortcutKey) => void): void {
  root.addEventListener('keydown', (event) => {
    const key = event.defaultPrevented ? null : shortcutOf(event);
    const { target } = event;
    if (!key || (target instanceof Element && target.closest('input,select,textarea,dialog,[contenteditable]'))) return;
    // Firefox would open its own search.
    if (key === '/') event.preventDefault();
    act(key);
  });
}
