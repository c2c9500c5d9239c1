import type { SearchData } from './search-data.ts';
import { foldedWords } from './words-in.ts';

/** How much a word says of a section, by where it stands. */
const weights = { title: 8, heading: 4, text: 1, unshown: 0.5 } as const;

/** Where a word stands in a section: at its best place, and how often. */
export interface Occurrence {
  weight: number;
  count: number;
}

/** By word, in the order of first occurrence: the sections that have it, by number. */
export type Vocabulary = ReadonlyMap<string, ReadonlyMap<number, Occurrence>>;

/** All words of a course, as the compiler and the search page must see them alike. */
export function vocabularyOf({ pages, sections }: Omit<SearchData, 'endings'>): Vocabulary {
  const vocabulary = new Map<string, Map<number, Occurrence>>();
  const seen = new Set<number>();
  const add = (section: number, text: string, weight: number): void => {
    for (const folded of foldedWords(text)) {
      let places = vocabulary.get(folded);
      if (places === undefined) {
        places = new Map();
        vocabulary.set(folded, places);
      }
      const place = places.get(section);
      if (place === undefined) places.set(section, { weight, count: 1 });
      else {
        place.weight = Math.max(place.weight, weight);
        place.count += 1;
      }
    }
  };
  for (const [number, [page, , heading, text, unshown]] of sections.entries()) {
    // The title belongs to the beginning of its page.
    if (!seen.has(page)) add(number, pages[page]?.[2] ?? '', weights.title);
    seen.add(page);
    add(number, heading, weights.heading);
    add(number, text, weights.text);
    add(number, unshown, weights.unshown);
  }
  return vocabulary;
}
