import { isSeen, named, openDialog, tabStops } from './dom.ts';

/** The first stop leads past what repeats, is seen when it has the focus, and arrives (WCAG 2.2, 2.4.1). */
export function skipLink(): string[] {
  if (openDialog() !== null) return [];
  const link = tabStops()[0];
  if (!(link instanceof HTMLAnchorElement) || !/^#./.test(link.getAttribute('href') ?? ''))
    return [`the first stop is ${link ? named(link) : 'missing'}, no skip link`];
  const target = document.getElementById(link.hash.slice(1));
  if (target === null) return [`the skip link leads to ${link.hash}, which is not there`];
  const found: string[] = [];
  if (!target.hasAttribute('tabindex') && !target.matches('a[href], button')) found.push('its target takes no focus');
  if (!target.matches('main, [role="main"]') && !target.querySelector('h1'))
    found.push('it does not lead to the main part');
  const before = document.activeElement;
  link.focus();
  const { width, height, left, top } = link.getBoundingClientRect();
  if (!isSeen(link) || width < 24 || height < 24 || left < 0 || top < 0)
    found.push('it is not seen when it has the focus');
  if (before instanceof HTMLElement && before !== document.body) before.focus();
  else link.blur();
  return found;
}
