import { glossary } from './glossary.ts';
import { home } from './home.ts';
import { search } from './search.ts';
import type { SpecialPage } from './special-page.ts';

/** All special pages, in the order in which the player's contents link to them. */
export const specialPages: readonly SpecialPage[] = [home, search, glossary];
