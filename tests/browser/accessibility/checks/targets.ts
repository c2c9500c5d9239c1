import { all, controlSelector, isSeen, labelsOf, named } from './dom.ts';

/** What is pressed is at least 24 pixels high and wide, unless it stands in a line of text (WCAG 2.2, 2.5.8). */
export function targets(): string[] {
  const found: string[] = [];
  for (const element of all(controlSelector)) {
    if (!isSeen(element) && !labelsOf(element).some(isSeen)) continue;
    if (element.matches('main, h1, h2, h3, h4, [role="group"], pre, div, dt, section') || isInLine(element)) continue;
    const boxes = [element, ...labelsOf(element)].filter(isSeen).map((each) => each.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.width));
    const height = Math.max(...boxes.map((box) => box.height));
    if (width > 0 && (width < 23.5 || height < 23.5))
      found.push(`${named(element)} is ${Math.round(width)} × ${Math.round(height)} pixels`);
  }
  return found;
}

/** A link among words: its size is that of the line. */
const isInLine = (element: HTMLElement): boolean =>
  getComputedStyle(element).display === 'inline' &&
  [...(element.parentElement?.childNodes ?? [])].some((node) => node !== element && node.nodeValue?.trim());
