import type { FoundPage } from '../../../contract/search/search-course.ts';
import type { Piece } from '../../../contract/search/snippet.ts';

/**
 * Results as list items: a page, and below it the sections that answer. Its links are followed like those of lessons.
 *
 * @param locked why a page is locked, by id
 * @param word what is said of a locked page
 */
export function drawResults(
  found: readonly FoundPage[],
  locked: ReadonlyMap<string, string>,
  word: string,
): readonly HTMLElement[] {
  return found.map(({ id, href, title, sections }) => {
    const heading = make('h2', 'search-title');
    heading.append(link(href, id, title));
    const item = make('li', 'search-found');
    item.append(heading);
    const reason = locked.get(id);
    if (reason !== undefined) item.append(make('p', 'search-locked', `${word}: ${reason}`));
    const list = make('ul', 'search-sections');
    for (const { fragment, heading: name, text } of sections) {
      const snippet = make('p', 'search-text');
      snippet.append(...pieces(text));
      // The beginning of a page has no heading of its own: the page's title above stands for it.
      if (fragment === '') {
        if (text.length > 0) heading.after(snippet);
        continue;
      }
      const part = make('li', '');
      part.append(link(`${href}#${fragment}`, id, name));
      if (text.length > 0) part.append(snippet);
      list.append(part);
    }
    if (list.firstChild) item.append(list);
    return item;
  });
}

function link(href: string, page: string, text: readonly Piece[]): HTMLElement {
  const made = document.createElement('a');
  made.href = href;
  made.dataset['page'] = page;
  made.append(...pieces(text));
  return made;
}

const pieces = (text: readonly Piece[]): readonly (Node | string)[] =>
  text.map((piece) => (piece.marked ? make('mark', '', piece.text) : piece.text));

function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
