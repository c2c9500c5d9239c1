import type { SendToPlayer } from '../connect-player.ts';

/**
 * Brings all uses of one content element in a page to life. It runs once, as soon as the page is parsed, also where the
 * page is opened alone: then what is sent goes nowhere.
 *
 * Each stands in a file of its own, `elements/<name>.ts`, which exports it under the name in camel case. The build makes
 * a piece of script of it, which a package has only if a page of its course uses the element (`script` of a content
 * element, see `src/markdown/page-parts.ts`).
 */
export type PageElement = (root: Document, send: SendToPlayer) => void;

declare global {
  /** The elements of this package's script: the list its pieces register with (`src/pages/join-runtime.ts`). */
  const pageElements: PageElement[];
}
