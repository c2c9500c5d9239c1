import { backgroundOf, contrast, parseColour } from './colour.ts';
import { isSeen, named } from './dom.ts';

/** Text that is paler than 4.5:1, or 3:1 where it is large (WCAG 2.2, 1.4.3). In any colour scheme, in a moment. */
export function textContrast(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set<Element>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || seen.has(element) || node.nodeValue?.trim() === '') continue;
    seen.add(element);
    if (element.closest('script, noscript, template, svg, math, option, [aria-disabled="true"]') || !isSeen(element))
      continue;
    const style = getComputedStyle(element);
    const back = backgroundOf(element);
    if (back === null) continue;
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (size === 0) continue;
    const ratio = contrast(parseColour(style.color), back);
    if (ratio < (isLarge ? 3 : 4.5)) found.push(`${named(element)} has a contrast of ${ratio.toFixed(2)}`);
  }
  return found;
}
