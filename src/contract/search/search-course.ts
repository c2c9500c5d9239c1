import { matchWords, type Term } from './match-words.ts';
import { type SearchData, usualFragment } from './search-data.ts';
import { markWords, type Piece, snippetOf } from './snippet.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { wordKey } from './word-endings.ts';
import { foldedWords } from './words-in.ts';

export interface FoundPage {
  readonly id: string;
  readonly href: string;
  readonly title: readonly Piece[];
  /** Best first. */
  readonly sections: readonly FoundSection[];
}

export interface FoundSection {
  /** Where it stands on the page; empty for the page's beginning. */
  readonly fragment: string;
  readonly heading: readonly Piece[];
  readonly text: readonly Piece[];
}

/** More than anybody reads. */
const mostSections = 60;
const mostTerms = 12;

/** Takes a query as typed, gives the pages that answer it, best first; nothing for a query without words. */
export type Search = (query: string) => readonly FoundPage[];

/** Prepares the search of a course, which takes a moment: all its words are read once. */
export function openSearch(data: SearchData): Search {
  const vocabulary = vocabularyOf(data);
  // A browser that counts words otherwise than the compiler did goes without their other forms.
  const endings = data.endings.length === vocabulary.size ? data.endings : '';
  const keys = new Map([...vocabulary.keys()].map((word, index) => [word, wordKey(word, endings[index])]));

  return (query) => {
    const typed = [...new Set(foldedWords(query))].slice(0, mostTerms);
    const terms = typed.map((word) => matchWords(word, vocabulary.keys(), keys));
    const scores = scoreSections(terms, vocabulary, data.sections.length);
    return groupByPage(data, scores, terms);
  };
}

/** Points by section, of those sections alone that have most of the words. */
function scoreSections(terms: readonly Term[], vocabulary: Vocabulary, total: number): Map<number, number> {
  const scores = new Map<number, { had: number; points: number }>();
  for (const { matches } of terms) {
    const best = new Map<number, number>();
    for (const [word, sure] of matches) {
      for (const [section, { weight, count }] of vocabulary.get(word) ?? []) {
        const points = sure * (weight + Math.log2(1 + count));
        if (points > (best.get(section) ?? 0)) best.set(section, points);
      }
    }
    // What stands everywhere says little.
    const rarity = Math.log(1 + total / Math.max(1, best.size));
    for (const [section, points] of best) {
      const score = scores.get(section) ?? { had: 0, points: 0 };
      scores.set(section, { had: score.had + 1, points: score.points + points * rarity });
    }
  }
  const most = [...scores.values()].reduce((sum, { had }) => Math.max(sum, had), 0);
  return new Map([...scores].flatMap(([section, { had, points }]) => (had === most ? [[section, points]] : [])));
}

function groupByPage(
  { pages, sections }: SearchData,
  scores: ReadonlyMap<number, number>,
  terms: readonly Term[],
): readonly FoundPage[] {
  const ordered = [...scores].sort(([a, more], [b, less]) => less - more || a - b).slice(0, mostSections);
  const found = new Map<number, FoundSection[]>();
  for (const [number] of ordered) {
    const [page = 0, fragment = '', heading = '', text = ''] = sections[number] ?? [];
    const group = found.get(page) ?? [];
    group.push({
      fragment: fragment || usualFragment(heading),
      heading: markWords(heading, terms),
      text: snippetOf(text, terms),
    });
    found.set(page, group);
  }
  return [...found].flatMap(([page, group]) => {
    const [id, href, title] = pages[page] ?? [];
    if (id === undefined || href === undefined || title === undefined) return [];
    return [{ id, href, title: markWords(title, terms), sections: group }];
  });
}
