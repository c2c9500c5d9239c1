import { backgroundOf, contrast, parseColour } from './colour.ts';
import { all, controlSelector, isSeen, isThere, labelsOf, named, tabStops } from './dom.ts';

/** How the page stands, so far as giving the focus must not change it. */
const standing = (): string =>
  [
    location.href,
    document.body.dataset['page'],
    all('dialog[open], details[open]').length,
    all(':checked').length,
    all('[data-quiz]').map((quiz) => quiz.dataset['phase']),
    all('[data-verdict]').map((option) => option.dataset['verdict']),
  ].join('|');

/**
 * Gives the focus to every stop of Tab in turn: it keeps it, changes nothing (3.2.1), shows a ring of at least two pixels
 * and 3:1 (2.4.7, 1.4.11), and is not hidden (2.4.11). The last key pressed must have been Tab, else browsers draw no ring.
 */
export function focus(): string[] {
  const found: string[] = [];
  const before = standing();
  for (const stop of tabStops()) {
    const look = looksOf(stop).map(([, , each]) => each);
    stop.focus();
    if (document.activeElement !== stop) {
      found.push(`${named(stop)} gives the focus away`);
      continue;
    }
    if (standing() !== before) {
      found.push(`${named(stop)} changes something when it gets the focus`);
      break;
    }
    if (!hasRing(stop, look)) found.push(`${named(stop)} shows no focus ring of 3:1`);
    if (isHidden(stop)) found.push(`${named(stop)} is hidden while it has the focus`);
    // Its ring is gone with the focus.
    stop.blur();
  }
  return found;
}

/** How the places look where a ring may be: the stop, its label, the box behind it, what is drawn before and after it. */
function looksOf(
  stop: HTMLElement,
): readonly (readonly [element: Element, style: CSSStyleDeclaration, look: string])[] {
  const around = [stop, ...labelsOf(stop), ...(stop.nextElementSibling ? [stop.nextElementSibling] : [])];
  return [
    ...around.map((each) => [each, getComputedStyle(each)] as const),
    ...['::before', '::after'].map((part) => [stop, getComputedStyle(stop, part)] as const),
  ].map(([element, style]) => [element, style, `${style.outline} ${style.outlineOffset} ${style.boxShadow}`] as const);
}

/** Something that was not there before: an outline or a hard shadow, thick and strong enough. */
function hasRing(stop: HTMLElement, before: readonly string[]): boolean {
  return looksOf(stop).some(([element, style, look], index) => {
    if (look === before[index]) return false;
    const rings: [colour: string, width: number, isInside: boolean][] = [];
    if (style.outlineStyle !== 'none')
      rings.push([
        style.outlineColor,
        Number.parseFloat(style.outlineWidth),
        Number.parseFloat(style.outlineOffset) < 0,
      ]);
    const shadow = /^(rgba?\([^)]+\)) 0px 0px 0px (\d+)px$/.exec(style.boxShadow);
    if (shadow) rings.push([shadow[1] ?? '', Number(shadow[2]), false]);
    return rings.some(([colour, width, isInside]) => {
      if (width < 2) return false;
      // A ring that is drawn inwards stands on the element itself.
      const back = backgroundOf(isInside ? element : element.parentElement);
      return back === null || contrast(parseColour(colour), back) >= 3;
    });
  });
}

function isHidden(stop: HTMLElement): boolean {
  const shown = isSeen(stop) ? stop : labelsOf(stop).find(isSeen);
  if (shown === undefined) return true;
  const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect();
  // Of something taller than the window a part is enough.
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const points = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + 3, top + 3],
    [right - 3, top + 3],
  ] as const;
  return !points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return (
      top !== null && (stop.contains(top) || top.contains(stop) || labelsOf(stop).some((label) => label.contains(top)))
    );
  });
}

/** What can be worked is reached by Tab, and in the order in which it is read (2.1.1, 2.4.3). */
export function reachable(): string[] {
  const found: string[] = [];
  const stops = new Set(tabStops());
  for (const element of all(controlSelector)) {
    if (element.tabIndex > 0) found.push(`${named(element)} has a place of its own in the order of Tab`);
    if (!isThere(element) || stops.has(element) || element.matches('input[type="radio"], :disabled')) continue;
    if (element.getClientRects().length === 0) continue;
    // Within a row of tabs the arrow keys lead on.
    if (element.getAttribute('role') === 'tab' && element.parentElement?.querySelector('[role="tab"][tabindex="0"]'))
      continue;
    const isControl = element.matches('a[href], button, input, select, textarea, summary, [role]');
    const isPlace = element.matches('main, h1, h2, h3, h4, [role="group"], [role="tabpanel"], dt, section');
    if (isControl && !isPlace) found.push(`Tab does not reach ${named(element)}`);
  }
  for (const element of all('body *')) {
    if (getComputedStyle(element).cursor !== 'pointer' || !isSeen(element)) continue;
    if (!element.closest(`label, ${controlSelector}`)) found.push(`${named(element)} looks like a control and is none`);
  }
  return found;
}
