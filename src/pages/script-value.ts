/**
 * A value as JavaScript. `<` is written as an escape, so that the text stays harmless wherever it may be pasted; U+2028
 * and U+2029 because old engines take them for line ends.
 */
export function scriptValue(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
