import { all, controlSelector, isSeen, labelsOf, named } from './dom.ts';

/**
 * What is pressed is at least 24 pixels high and wide (WCAG 2.2, 2.5.8). A link may be lower if it stands in a line of text,
 * or if no other target is within a circle of 24 pixels around it.
 */
export function targets(): string[] {
  const found: string[] = [];
  const controls = all(controlSelector).filter(
    (element) =>
      (isSeen(element) || labelsOf(element).some(isSeen)) &&
      // What was pressed and does nothing any more is no target.
      !element.matches('[aria-disabled="true"], main, h1, h2, h3, h4, [role="group"], pre, div, dt, section'),
  );
  const boxes = new Map(controls.map((element) => [element, boxOf(element)]));
  for (const [element, box] of boxes) {
    if (box.width === 0 || (box.width >= 23.5 && box.height >= 23.5)) continue;
    if (element.localName === 'a' && (isInLine(element) || isAlone(box, [...boxes.values()]))) continue;
    found.push(`${named(element)} is ${Math.round(box.width)} × ${Math.round(box.height)} pixels`);
  }
  return found;
}

/** What is pressed in effect: an option together with its label. */
function boxOf(element: Element): DOMRect {
  const boxes = [element, ...labelsOf(element)].filter(isSeen).map((each) => each.getBoundingClientRect());
  return boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? new DOMRect();
}

/** A link among words: its size is that of the line. */
function isInLine(element: HTMLElement): boolean {
  for (
    let at: HTMLElement | null = element;
    at !== null && getComputedStyle(at).display === 'inline';
    at = at.parentElement
  ) {
    const here = at;
    if ([...(at.parentElement?.childNodes ?? [])].some((node) => node !== here && node.nodeValue?.trim())) return true;
  }
  return false;
}

function isAlone(box: DOMRect, others: readonly DOMRect[]): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return others.every((other) => {
    if (other === box || other.width === 0) return true;
    const across = Math.max(other.left - x, 0, x - other.right);
    const down = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(across, down) >= 12;
  });
}
