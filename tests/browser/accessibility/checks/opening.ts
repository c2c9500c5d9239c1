import { pause, until } from './answering.ts';
import { all, isSeen, named } from './dom.ts';

/** What opens on a press says so before and after (4.1.2); what opens over the page keeps the focus and gives it back (2.4.3). */
export async function opening(): Promise<string[]> {
  const found: string[] = [];
  for (const opener of all('[data-menu], [data-keys-open], a.term, [data-ask-hint], .flip-turn, [role="tab"]').filter(
    isSeen,
  )) {
    if (opener.getAttribute('aria-selected') === 'true') continue;
    const state = (): string =>
      ['aria-expanded', 'aria-pressed', 'aria-selected'].map((name) => opener.getAttribute(name)).join();
    const before = state();
    opener.focus();
    opener.click();
    await until(() => state() !== before || document.querySelector('dialog[open]') !== null);
    const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
    if (dialog === null) {
      if (state() === before) found.push(`${named(opener)} does not say that it is open`);
      if (opener.matches('a.term, [data-menu]')) opener.click();
      continue;
    }
    if (!dialog.matches(':modal')) found.push(`${named(dialog)} does not hold the focus`);
    if (!dialog.contains(document.activeElement)) found.push(`${named(dialog)} does not take the focus`);
    if (!dialog.getAttribute('aria-label') && !dialog.getAttribute('aria-labelledby'))
      found.push(`${named(dialog)} has no name`);
    const closing = all('button', dialog).find(isSeen);
    if (closing === undefined) found.push(`${named(dialog)} cannot be closed by a button`);
    // A button's own words differ; Escape does the same and is the browser's.
    const close = dialog.querySelector<HTMLElement>('[data-drawer-close], [data-keys-close]');
    if (close) close.click();
    else dialog.close();
    await pause(30);
    if (!(await until(() => document.activeElement === opener)))
      found.push(`${named(dialog)} does not give the focus back`);
  }
  return found;
}
