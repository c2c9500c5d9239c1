import { glossaryPage, termAnchor } from '../../course/glossary.ts';
import { flattenWords } from '../flatten-words.ts';
import { type SearchablePage, searchData, searchIndexFile } from '../search/search-index.ts';
import { type SectionText, sectionTexts } from '../search/section-texts.ts';
import { sortedTerms } from './glossary.ts';
import type { SpecialPage, SpecialSetting } from './special-page.ts';

/** Search over the whole course; without JavaScript a list of all that there is. */
export const search: SpecialPage = {
  id: '_search',
  template: 'search',
  title: 'search.title',
  link: 'above',
  script: 'search',
  style: 'search',
  isIn: (course) => course.pages.length > 0,
  view: (setting) => ({
    // What the page says of results, with its plural forms.
    words: JSON.stringify(flattenWords(setting.w['search'], 'search')),
    wordsLanguage: setting.gathering.wordsLanguage,
    pages: searchablePages(setting).map(({ sections, ...page }) => {
      // The glossary lists its terms itself.
      const headings = sections.filter(({ fragment }) => fragment !== '' && page.id !== glossaryPage.id);
      return { ...page, headings: headings.map((each) => ({ ...page, ...each })), hasHeadings: headings.length > 0 };
    }),
  }),
  files: (setting) => [searchIndexFile(searchData(searchablePages(setting), setting.stem))],
};

/** What is searched: never a quiz, whose questions and feedback would tell the answers. */
function searchablePages({ course, bodies, gathering }: SpecialSetting): readonly SearchablePage[] {
  const pages = course.pages.map((page): SearchablePage => {
    const body = bodies.get(page);
    const { summary = '', objectives = [] } = page.kind === 'lesson' ? page : {};
    const [first, ...others] = body === undefined ? [] : sectionTexts(body);
    const opening: SectionText = {
      ...{ fragment: '', heading: '' },
      text: [summary, first?.text].filter(Boolean).join(' '),
      unshown: [...objectives, first?.unshown].join(' '),
    };
    return { id: page.id, href: page.href, title: page.title, sections: [opening, ...others] };
  });
  const terms = sortedTerms(course);
  if (terms.length === 0) return pages;
  const entries = terms.map(({ id, term, also, definition }): SectionText => {
    const text = gathering.plain(definition);
    return { fragment: termAnchor(id), heading: term, text, unshown: also.join(' ') };
  });
  const opening: SectionText = { fragment: '', heading: '', text: '', unshown: '' };
  return [...pages, { ...glossaryPage, title: gathering.word('glossary.title'), sections: [opening, ...entries] }];
}
