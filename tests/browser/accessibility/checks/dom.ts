/** What the checks in the page need to know of its elements. */

export const all = (selector: string, root: ParentNode = document): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
];

/** Something a learner works, whatever its state. */
export const controlSelector =
  'a[href], button, input:not([type="hidden"]), select, textarea, summary, audio[controls], video[controls], [tabindex], [role="button"], [role="link"], [role="checkbox"], [role="tab"]';

/** Drawn somewhere, if only for screen readers. */
export function isThere(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]') !== null) return false;
  // A dialog shuts out all the rest.
  const dialog = openDialog();
  return dialog === null || dialog.contains(element);
}

export const openDialog = (): Element | null => document.querySelector('dialog:modal');

/** Drawn for eyes as well: neither clipped away nor clear as glass. */
export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { clipPath, position, width, height } = getComputedStyle(at);
    if (clipPath === 'inset(50%)' || (position === 'absolute' && width === '1px' && height === '1px')) return false;
  }
  return true;
}

/** The stops of the Tab key, in the order of the page. Of radios with one name only one is a stop. */
export function tabStops(): HTMLElement[] {
  const groups = new Set<string>();
  const stops: HTMLElement[] = [];
  for (const element of all(`${controlSelector}, [contenteditable]`)) {
    if (element.tabIndex < 0 || element.matches(':disabled') || !isThere(element)) continue;
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      const group = all(`input[type="radio"][name="${CSS.escape(element.name)}"]`) as HTMLInputElement[];
      const stop = group.find((each) => each.checked) ?? group[0];
      if (groups.has(element.name) || (element.name !== '' && stop !== element)) continue;
      groups.add(element.name);
    }
    if (element.getClientRects().length > 0) stops.push(element);
  }
  return stops;
}

export const textOf = (element: Element | null): string => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

export const labelsOf = (element: Element): readonly Element[] =>
  'labels' in element && element.labels instanceof NodeList ? ([...element.labels] as Element[]) : [];

export const wordsOf = (ids: string | null): string =>
  (ids ?? '')
    .split(/\s+/)
    .map((id) => textOf(document.getElementById(id)))
    .join(' ')
    .trim();

/** The element in a finding, short enough to read. */
export function named(element: Element): string {
  const name = element.getAttribute('class')?.split(' ')[0];
  const text = textOf(element).slice(0, 40);
  return `<${element.localName}${element.id ? `#${element.id}` : ''}${name ? `.${name}` : ''}>${text && ` “${text}”`}`;
}
