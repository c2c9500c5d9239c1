/** The longest title the schema of the manifest allows (imscp_rootv1p1p2.xsd, titleType). */
export const longestTitle = 200;

// Outside XML 1.0's Char (section 2.2): most controls, lone surrogates, U+FFFE and U+FFFF. The controls of
// U+007F–U+009F are legal there, but have no business in a title either.
const notText = /\p{Control}|\p{Surrogate}|[\ufffe\uffff]/gu;

/** Text that any XML 1.0 reader gives back as it is: one line, no characters that XML cannot hold. */
export function manifestText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(notText, '').replace(/ +/g, ' ').trim();
}

/**
 * A title for the manifest: as `manifestText`, at most 200 UTF-16 units (cut between characters, with an ellipsis), and
 * never empty: then it is the fallback, an id.
 */
export function manifestTitle(title: string, fallback: string): string {
  const text = manifestText(title);
  if (text === '') return fallback;
  // Moodle drops a title that PHP holds for empty, and "0" is; the word joiner is invisible.
  if (text === '0') return '0\u2060';
  if (text.length <= longestTitle) return text;
  const cut = text.slice(0, longestTitle - 1).replace(/\p{Surrogate}$/u, '');
  return `${cut.trimEnd()}…`;
}
