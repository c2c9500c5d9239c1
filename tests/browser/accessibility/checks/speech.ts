import { all, textOf } from './dom.ts';

const live = '[aria-live], [role="status"], [role="alert"], [role="log"]';

/** The live regions that the page had when it was loaded. Screen readers often miss what comes with its region. */
const atLoad = new Set<Element>();
export const noteLiveRegions = (): void => {
  for (const region of all(live)) atLoad.add(region);
};

/** A region of the page that speaks now: there from the beginning, shown, and not switched off. */
function isListening(region: Element): boolean {
  if (!atLoad.has(region) || !region.checkVisibility({ visibilityProperty: true })) return false;
  if (region.closest('[aria-hidden="true"], [inert]') || !region.matches(live)) return false;
  return region.getAttribute('aria-live') !== 'off';
}

export interface Speech {
  /** All that was said so far. */
  readonly said: () => string;
  readonly end: () => void;
}

/** Listens to live regions as a screen reader does. */
export function listen(): Speech {
  const spoken: string[] = [];
  const observer = new MutationObserver((records) => {
    const regions = new Set(
      records.flatMap(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(live) ?? []),
    );
    for (const region of regions) if (isListening(region)) spoken.push(textOf(region));
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  return { said: () => spoken.join(' | '), end: () => observer.disconnect() };
}
