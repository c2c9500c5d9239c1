import {
  type SearchData,
  type SearchPage,
  type SearchSection,
  usualFragment,
} from '../../contract/search/search-data.ts';
import { vocabularyOf } from '../../contract/search/vocabulary.ts';
import { wordEndings } from '../../contract/search/word-endings.ts';
import { foldedWords } from '../../contract/search/words-in.ts';
import type { PackageFile } from '../rendered-course.ts';
import { scriptValue } from '../script-value.ts';
import type { SectionText } from './section-texts.ts';

/** A page as it is searched. */
export interface SearchablePage {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly sections: readonly SectionText[];
}

/** Makes what the search page loads. @param stem of the course's language, null if there is none */
export function searchData(pages: readonly SearchablePage[], stem: ((word: string) => string) | null): SearchData {
  const data = {
    pages: pages.map(({ id, href, title }): SearchPage => [id, href, title]),
    sections: pages.flatMap(({ sections }, page) => {
      const known = new Set(sections.flatMap(({ heading, text }) => foldedWords(`${heading} ${text}`)));
      return sections
        .filter(({ heading, text, unshown }, index) => index === 0 || `${heading}${text}${unshown}` !== '')
        .map(
          ({ fragment, heading, text, unshown }): SearchSection => [
            page,
            fragment === usualFragment(heading) ? '' : fragment,
            heading,
            text,
            newWords(unshown, known),
          ],
        );
    }),
  };
  return { ...data, endings: wordEndings(vocabularyOf(data).keys(), stem) };
}

/** Words that the page does not have before; they are `known` then. Lone letters and numbers of code say nothing. */
function newWords(unshown: string, known: Set<string>): string {
  const found = foldedWords(unshown).filter((word) => {
    if (known.has(word) || /^(?:.|\d+)$/u.test(word)) return false;
    known.add(word);
    return true;
  });
  // Sorted, they are packed smaller.
  return found.sort().join(' ');
}

/** A classic script, loaded by the search page alone. */
export function searchIndexFile(data: SearchData): PackageFile {
  return { path: 'search-index.js', text: `var buildScormSearch = ${scriptValue(data)};\n` };
}
