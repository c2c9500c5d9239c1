import { orderStyleParts, quizStyleParts, styleParts } from './style-parts.ts';

/** The built runtime, piece by piece. Each throws for what was not built: a name in a table is wrong then. */
export interface RuntimePieces {
  /** @param variant see `runtimeVariant` */
  readonly player: (variant: string) => string;
  readonly page: (variant: string) => string;
  /** What brings questions to life. */
  readonly quiz: (variant: string) => string;
  /** The script of a content element, by its file's name in `src/runtime/page/elements/`. */
  readonly element: (name: string) => string;
  /** The script of special pages, by its file's name in `src/runtime/special/`. */
  readonly special: (name: string) => string;
  /** By path under `templates/styles/`, such as `elements/details`. */
  readonly style: (part: string) => string;
}

/** What the pages of a course turned out to use. */
export interface UsedParts {
  /** Paths under `templates/styles/`. */
  readonly styles: ReadonlySet<string>;
  /** Names in `src/runtime/page/elements/`. */
  readonly elements: ReadonlySet<string>;
}

/** The page's script: the elements register with the core, which comes last. */
export function joinPageScript(pieces: RuntimePieces, variant: string, { elements }: UsedParts): string {
  const scripts = [...elements].sort().map(pieces.element);
  return `(()=>{const pageElements=[];${scripts.join('')}${pieces.page(variant)}})();\n`;
}

/** The one style of player and pages. */
export const joinStyle = (pieces: RuntimePieces, used: UsedParts): string => joinParts(pieces, styleParts, used);

/** What pages with questions load beside it. */
export const joinQuizStyle = (pieces: RuntimePieces, used: UsedParts): string =>
  joinParts(pieces, quizStyleParts, used);

function joinParts(pieces: RuntimePieces, parts: readonly string[], { styles }: UsedParts): string {
  return `${orderStyleParts(parts, styles).map(pieces.style).join('')}\n`;
}
