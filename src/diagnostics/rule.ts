/** One thing the compiler checks. Each rule has a failing case under `tests/cases` and a text for `explain`. */
export interface Rule {
  readonly severity: 'error' | 'warning';
  /** One line for lists: what is wrong. */
  readonly summary: string;
  /** For `build-scorm explain`: why it matters and how to mend it, plain text, a few sentences. */
  readonly explain: string;
}
