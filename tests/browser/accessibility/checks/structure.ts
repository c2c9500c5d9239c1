import { all, isThere, named, openDialog, textOf } from './dom.ts';

const fromRight = new Set(['ar', 'he', 'fa', 'ur']);

/** Language, direction, title, headings, landmarks and frames (1.3.1, 2.4.1, 2.4.2, 2.4.6, 3.1.1). */
export function structure(): string[] {
  const found: string[] = [];
  const { lang, dir } = document.documentElement;
  if (!/^[a-z]{2,3}(-|$)/.test(lang)) found.push(`the language is “${lang}”`);
  const wanted = fromRight.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
  if (dir !== wanted || getComputedStyle(document.body).direction !== wanted)
    found.push(`the direction is not ${wanted}`);

  if (openDialog() !== null) return found;

  const headings = all('h1, h2, h3, h4, h5, h6').filter(isThere);
  const first = headings.filter(({ localName }) => localName === 'h1');
  if (first.length !== 1) found.push(`there are ${first.length} headings of level 1`);
  if (!document.title.includes(textOf(first[0] ?? null)) || document.title === '')
    found.push(`the title “${document.title}” does not name the page`);
  let level = 0;
  for (const heading of headings) {
    const own = Number(heading.localName.slice(1));
    // The player's bar begins with the course; what is in the page comes after it.
    if (own > level + 1) found.push(`${named(heading)} skips a level after h${level}`);
    if (textOf(heading) === '') found.push(`${named(heading)} is empty`);
    level = own;
  }

  for (const table of all('table').filter(isThere)) {
    if (table.querySelector('th') === null) found.push(`${named(table)} has no header cells`);
  }

  const mains = all('main, [role="main"]').filter(isThere);
  if (mains.length !== 1) found.push(`there are ${mains.length} main parts`);
  for (const frame of all('iframe')) {
    if (isThere(frame) && (frame.getAttribute('title') ?? '').trim() === '') found.push(`${named(frame)} has no title`);
  }
  const navs = all('nav, [role="navigation"]').filter(isThere);
  const names = navs.map((nav) => nav.getAttribute('aria-label') ?? nav.getAttribute('aria-labelledby') ?? '');
  if (names.includes('') || new Set(names).size < names.length) found.push('navigations need names of their own');
  const outline = document.querySelector('body[data-phase="running"] nav');
  if (outline && all('[aria-current="page"]').length === 0) found.push('nothing in the contents is the current page');
  return found;
}
