import type { Element } from 'hast';
import { formsOf, type Glossary, type GlossaryTerm, glossaryPage, termAnchor, termKey } from '../course/glossary.ts';
import { lessonIdPrefix } from './lesson-id-prefix.ts';
import type { Rendering } from './rendering.ts';

/** The term of these words: as defined, by another word for it, or by its id. */
export function findTerm({ terms }: Glossary, words: string): GlossaryTerm | null {
  const key = termKey(words);
  return (
    terms.find((term) => formsOf(term).some((form) => termKey(form) === key)) ??
    terms.find(({ id }) => id === key) ??
    null
  );
}

/**
 * Makes a link lead to the entry of a term in the glossary. The first one in a lesson gets an id, so that the entry can
 * lead back. With JavaScript the page shows the definition in place.
 */
export function linkTerm(node: Element, { id }: GlossaryTerm, { context, useTerm }: Rendering): void {
  const isFirst = useTerm(id);
  Object.assign(node.properties, {
    ...(isFirst && context.idPrefix === lessonIdPrefix ? { id: termAnchor(id) } : {}),
    className: ['term'],
    href: `${glossaryPage.href}#${termAnchor(id)}`,
    dataPage: glossaryPage.id,
    dataTerm: id,
  });
}
