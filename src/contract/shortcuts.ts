/** Keys that do something, in the player and in its pages alike; what each does stands in the player's help. */
export const shortcutKeys = ['n', 'p', 'c', '/', 'g', '?'] as const;
export type ShortcutKey = (typeof shortcutKeys)[number];

/** What a pressed key is known by (`KeyboardEvent`). */
export interface PressedKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

/**
 * The shortcut a key stands for. With a modifier it belongs to the browser, the system or a screen reader; Shift is
 * needed for `?`, and on many keyboards for `/`.
 */
export function shortcutOf({ key, altKey, ctrlKey, metaKey, repeat, isComposing }: PressedKey): ShortcutKey | null {
  if (altKey || ctrlKey || metaKey || repeat || isComposing) return null;
  const pressed = key.toLowerCase();
  return shortcutKeys.find((known) => known === pressed) ?? null;
}
