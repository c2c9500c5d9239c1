import { wordText } from '../../contract/fill-words.ts';
import { parseOutcome } from '../../contract/parse-outcome.ts';
import { openSearch, type Search } from '../../contract/search/search-course.ts';
import type { SearchData } from '../../contract/search/search-data.ts';
import { connectPlayer } from '../page/connect-player.ts';
import { drawResults } from './search/draw-results.ts';
import { keepQuery, keptQuery } from './search/kept-query.ts';

declare global {
  /** Set by `search-index.js`, which the search page loads with this script. */
  var buildScormSearch: SearchData | undefined;
}

/** Milliseconds of rest before a search: nobody wants to hear the results of every letter. */
const rest = 250;

const one = <T extends HTMLElement>(part: string): T | null => document.querySelector<T>(`[data-search${part}]`);
const form = one('');
const field = one<HTMLInputElement>('-field');
const status = one('-status');
const list = one('-results');
const all = one('-all');

function start(data: SearchData): void {
  if (!form || !field || !status || !list || !all) return;
  // Made when the page was built, for this page alone.
  const words = JSON.parse(status.dataset['words'] ?? '{}') as Readonly<Record<string, string>>;
  let search: Search | null = null;
  let shown = '';
  let timer = 0;
  let locked: ReadonlyMap<string, string> = new Map();

  const show = (): void => {
    window.clearTimeout(timer);
    const query = field.value.trim();
    if (query === shown) return;
    shown = query;
    keepQuery(query);
    search ??= openSearch(data);
    const found = search(query);
    const count = found.reduce((sum, { sections }) => sum + sections.length, 0);
    const key = count === 0 ? 'none' : 'results';
    const { language = 'en' } = status.dataset;
    status.textContent = query === '' ? '' : (wordText(words, language, key, { count, query }) ?? '');
    list.replaceChildren(...drawResults(found, locked, list.dataset['locked'] ?? ''));
    list.hidden = count === 0;
    all.hidden = count > 0;
  };
  field.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(show, rest);
  });
  field.addEventListener('keydown', (event) => event.key === 'Enter' && show());

  form.hidden = false;
  field.value = keptQuery();
  show();
  const focus = (): void => {
    field.focus();
    field.select();
  };
  // The player gives the frame the focus once it shows the page.
  window.addEventListener('focus', focus, { once: true });
  focus();

  // Opened alone, nothing is locked.
  if (window.parent === window) return;
  connectPlayer(parseOutcome, ({ outcome }) => {
    locked = new Map(
      outcome.pages.flatMap(({ page: id, state, reason }) => (state === 'locked' ? [[id, reason]] : [])),
    );
    shown = '';
    show();
  });
}

// The index is loaded after this script; both are there when the page is.
document.addEventListener('DOMContentLoaded', () => {
  if (globalThis.buildScormSearch !== undefined) start(globalThis.buildScormSearch);
});
