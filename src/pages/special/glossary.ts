import { foldedWords } from '../../contract/search/words-in.ts';
import type { Course } from '../../course/course.ts';
import { type GlossaryTerm, glossaryPage, termAnchor } from '../../course/glossary.ts';
import type { SpecialPage, SpecialSetting } from './special-page.ts';

/** All terms of the course, with what they mean and where they are used. */
export const glossary: SpecialPage = {
  id: glossaryPage.id,
  template: 'glossary',
  title: 'glossary.title',
  link: 'below',
  style: 'glossary',
  isIn: (course) => sortedTerms(course).length > 0,
  view: ({ course, gathering, definitions, stem }) => ({
    terms: sortedTerms(course).map(({ id, term, also }) => {
      const used = course.pages
        .filter((page) => page.kind === 'lesson' && gathering.terms.get(page.source)?.has(id))
        .map((page) => {
          const isAnchored = gathering.anchoredTerms.get(page.source)?.has(id) === true;
          return { id: page.id, title: page.title, href: isAnchored ? `${page.href}#${termAnchor(id)}` : page.href };
        });
      return {
        anchor: termAnchor(id),
        term,
        also: also.filter((form) => !isForm(form, term, stem)).join(', '),
        definition: definitions.get(id)?.html ?? '',
        used,
        isUsed: used.length > 0,
      };
    }),
  }),
};

/** Whether it is only a form of the same words, such as the plural: that needs no saying. */
function isForm(form: string, term: string, stem: SpecialSetting['stem']): boolean {
  const stems = (text: string): string =>
    foldedWords(text)
      .map((word) => stem?.(word) ?? word)
      .join(' ');
  return stems(form) === stems(term);
}

/** In the order of the course's language. */
export function sortedTerms({ glossary: made, language }: Course): readonly GlossaryTerm[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return (made?.terms ?? []).toSorted((a, b) => compare(a.term, b.term) || (a.term < b.term ? -1 : 1));
}
