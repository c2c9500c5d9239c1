import axe from 'axe-core';
import { all, isSeen, isThere, named, textOf, wordsOf } from './dom.ts';

interface AxeInside {
  setup(root: Element): void;
  teardown(): void;
  readonly commons: { readonly text: { accessibleText(element: Element): string } };
}

/** Names of controls and pictures: there, said by what is seen, and told apart (1.1.1, 2.4.6, 2.5.3, 3.3.2, 4.1.2). */
export function names(): string[] {
  const { setup, teardown, commons } = axe as unknown as AxeInside;
  const found: string[] = [];
  setup(document.documentElement);
  try {
    const known = new Map<string, Element>();
    for (const control of all(
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"]',
    )) {
      if (!isThere(control) || control.closest('[aria-hidden="true"]')) continue;
      const name = commons.text.accessibleText(control).trim();
      if (name === '') found.push(`${named(control)} has no name`);
      const { placeholder } = control as HTMLInputElement;
      if (
        placeholder &&
        (name === placeholder ||
          (control.matches(':not([aria-label], [aria-labelledby])') &&
            !('labels' in control && (control.labels as NodeList).length > 0)))
      )
        found.push(`${named(control)} has a placeholder for a name`);
      if (!/\p{L}|\p{N}/u.test(name) && name !== '') found.push(`${named(control)} is named “${name}”`);
      const shown = isSeen(control) && control.matches('a, button') ? seenText(control) : '';
      if (shown !== '' && !plain(name).includes(plain(shown)))
        found.push(`${named(control)} is named “${name}”, which is not what is seen`);
      if (control.localName !== 'button') continue;
      const key = `${name}|${wordsOf(control.getAttribute('aria-describedby'))}`;
      const other = known.get(key);
      // Two that copy the same line do the same, and may say so.
      if (other && !(control.matches('.copy') && textOf(other.parentElement) === textOf(control.parentElement)))
        found.push(`two buttons are named “${name}”`);
      known.set(key, control);
    }
    for (const part of all('progress, meter, [role="progressbar"], dialog[open]').filter(isThere))
      if (commons.text.accessibleText(part).trim() === '') found.push(`${named(part)} has no name`);
    for (const image of all('img').filter(isThere)) {
      if (!image.hasAttribute('alt')) found.push(`${named(image)} has no alt text`);
      if (/\.(png|jpe?g|gif|svg|webp)$|^(image|img|picture|photo)[\s_-]?\d*$/i.test(image.getAttribute('alt') ?? ''))
        found.push(`the alt text “${image.getAttribute('alt')}” is a file name`);
    }
  } finally {
    teardown();
  }
  return found;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The text of a control without what only screen readers get or do not get. */
function seenText(control: Element): string {
  const copy = [...control.querySelectorAll('*')].filter(
    (each) => each.matches('.visually-hidden, [aria-hidden="true"]') || !isThere(each),
  );
  let text = textOf(control);
  for (const each of copy) text = text.replace(textOf(each), '');
  return text;
}
