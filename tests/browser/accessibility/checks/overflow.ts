import { all, isSeen, named, textOf } from './dom.ts';

/**
 * What is lost when the window is narrow, letters are large or text is spaced out: a page that scrolls sideways, text cut
 * off, text on text (WCAG 2.2, 1.4.4, 1.4.10, 1.4.12). The window is the caller's to set.
 */
export function overflow(): string[] {
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} pixels wide in a window of ${clientWidth}`);
  for (const element of all('body *')) {
    if (element.closest('svg, math, iframe, video, audio') || textOf(element) === '' || !isSeen(element)) continue;
    const style = getComputedStyle(element);
    if (style.display === 'inline') continue;
    const isCut = (way: string): boolean => way === 'hidden' || way === 'clip';
    if (isCut(style.overflowX) && element.scrollWidth > element.clientWidth + 2 && style.textOverflow !== 'ellipsis')
      found.push(`${named(element)} is cut off at its side`);
    if (
      element.scrollHeight > element.clientHeight + Number.parseFloat(style.fontSize) / 4 &&
      element.clientHeight > 0
    ) {
      if (isCut(style.overflowY)) found.push(`${named(element)} is cut off below`);
      // A height of its own is the author's fault; the browser's would have grown.
      else if (style.overflowY === 'visible' && element.style.height !== '')
        found.push(`${named(element)} runs over its box`);
    }
    if (element.children.length > 0 || isScrolled(element)) continue;
    const { left, right } = element.getBoundingClientRect();
    if (right > clientWidth + 1 || left < -1) found.push(`${named(element)} sticks out of the window`);
  }
  return found;
}

/** In a part that scrolls by itself, such as a wide table: nothing is lost there. */
function isScrolled(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
  return false;
}
