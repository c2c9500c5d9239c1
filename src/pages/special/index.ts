import { certificate } from './certificate.ts';
import { end } from './end.ts';
import { glossary } from './glossary.ts';
import { home } from './home.ts';
import { review } from './review.ts';
import { search } from './search.ts';
import type { SpecialPage } from './special-page.ts';

/** All special pages, in the order in which the player's contents link to them. */
export const specialPages: readonly SpecialPage[] = [home, search, glossary, end, review, certificate];
