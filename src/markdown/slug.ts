/**
 * A heading's text as an id: `[a-z0-9-]`, marks taken off letters, everything else a hyphen.
 *
 * @returns `''` if nothing is left, as with a heading in Greek or Japanese
 */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

/** The id that GitHub would make, so that links written for it work in any script. */
export function githubSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Connector_Punctuation} -]/gu, '')
    .replace(/ /g, '-');
}
