/** What a page needs of style and script beyond what every page has. A package has only what its course needs. */
export interface PageParts {
  /** Name of a file in `templates/styles/elements/`, without `.css`. */
  readonly style?: string;
  /** Name of a file in `src/runtime/page/elements/`, without `.ts`. */
  readonly script?: string;
}
