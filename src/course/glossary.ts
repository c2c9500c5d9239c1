import type { RootContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';

/** The terms of a course, in the order of `glossary.yml`. */
export interface Glossary {
  readonly terms: readonly GlossaryTerm[];
  readonly file: VFile;
  /** It could not be read, and has said so: nobody knows which terms it has. */
  readonly unread?: true;
  /** Whether the first use of each term in a lesson is linked without a mark of the author. */
  readonly auto: boolean;
}

export interface GlossaryTerm {
  /** Unique in the glossary; part of the address of its entry. */
  readonly id: string;
  readonly term: string;
  /** Other words for it. */
  readonly also: readonly string[];
  /** Markdown. */
  readonly definition: readonly RootContent[];
  readonly position: Position;
}

/** Where the glossary stands in the course folder. */
export const glossarySource = 'glossary.yml';

/** The page of the package that shows it. */
export const glossaryPage = { id: '_glossary', href: '_glossary.html' } as const;

/** Id of a term's entry there, and of its first use in a lesson. */
export const termAnchor = (id: string): string => `term-${id}`;

/** A term as it is compared: small letters, one space between words. */
export const termKey = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** All words for a term. */
export const formsOf = ({ term, also }: GlossaryTerm): readonly string[] => [term, ...also];
