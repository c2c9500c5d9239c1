/** What is searched, made when the course is built and loaded by the search page alone. */
export interface SearchData {
  readonly pages: readonly SearchPage[];
  /** In the order of the course; the first of a page has no heading and stands for the page itself. */
  readonly sections: readonly SearchSection[];
  /**
   * One sign (base 36) for each word of `vocabularyOf`, in its order: how many letters to take off its end to get what
   * it has in common with its other forms. Stemming happens when the course is built; the browser has none.
   */
  readonly endings: string;
}

export type SearchPage = readonly [id: string, href: string, title: string];

/**
 * `fragment`: where the section stands on its page; empty where it is the usual one for its heading. `unshown`: words
 * that are found but not shown, such as those of code, where the page does not have them before.
 */
export type SearchSection = readonly [page: number, fragment: string, heading: string, text: string, unshown: string];

/** The id that a heading gets whose author gave it none, for most headings. It need not be written down. */
export const usualFragment = (heading: string): string =>
  heading === ''
    ? ''
    : `section-${heading
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')}`;
