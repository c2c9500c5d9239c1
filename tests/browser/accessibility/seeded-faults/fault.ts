/** A change to a good page; of several kinds all that are given are made. Selectors mean every match. */
export interface Change {
  readonly style?: string;
  /** Attribute and value; null takes it away. */
  readonly set?: readonly [selector: string, attribute: string, value: string | null];
  readonly remove?: string;
  readonly empty?: string;
  /** The same content in another element. */
  readonly rename?: readonly [selector: string, tag: string];
  /** HTML put before the end of an element. */
  readonly add?: readonly [selector: string, tag: string, attributes: Readonly<Record<string, string>>];
  readonly title?: string;
  /** Anything else; runs in the page and imports nothing. */
  readonly script?: () => void;
}

/** One small mutation of a good page that shuts someone out. */
export interface Fault extends Change {
  readonly name: string;
  /** The criterion of WCAG 2.2 that it breaks. */
  readonly breaks: string;
  /** How the page is looked at; the usual way is light, 1280 pixels wide. */
  readonly seen?: 'dark' | 'forced' | 'narrow' | 'spaced' | 'large';
}

/** A fault that shows when something is done. */
export interface LiveFault extends Change {
  readonly name: string;
  readonly breaks: string;
  /** The question whose answer shows it, each used once; else a quiz is handed in, something opened, or Tab pressed. */
  readonly by: { readonly question: string } | 'quiz' | 'opening' | 'tab';
}
