import type { Root } from 'hast';
import type { Rendering } from '../rendering.ts';
import { blanks } from './blanks.ts';
import { callouts } from './callouts.ts';
import { code } from './code.ts';
import { definitions } from './definitions.ts';
import { diagrams } from './diagrams.ts';
import { elements } from './elements.ts';
import { footnotes } from './footnotes.ts';
import { formulas } from './formulas.ts';
import { headings } from './headings.ts';
import { ids } from './ids.ts';
import { imageLoading } from './image-loading.ts';
import { images } from './images.ts';
import { links } from './links.ts';
import { parts } from './parts.ts';
import { quizPlaces } from './quiz-places.ts';
import { tables } from './tables.ts';
import { tasks } from './tasks.ts';
import { terms } from './terms.ts';

/** Changes the sanitised tree, which is the renderer's own. */
export type Transform = (tree: Root, rendering: Rendering) => void;

/**
 * All that is done to a page's HTML after the sanitiser, in this order. Elements come first, since what they make is
 * checked like the rest; ids before links, which look for them; images before diagrams, which are pictures of ours;
 * terms after links, since only text that is no link can become one;
 * parts last, since they are seen from what was made.
 */
export const transforms: readonly Transform[] = [
  elements,
  callouts,
  quizPlaces,
  blanks,
  tasks,
  definitions,
  formulas,
  tables,
  headings,
  footnotes,
  ids,
  images,
  diagrams,
  imageLoading,
  code,
  links,
  terms,
  parts,
];
