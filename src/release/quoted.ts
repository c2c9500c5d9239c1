/** "`a`, `b`", or "empty". */
export const quoted = (words: readonly string[]): string =>
  words.length === 0 ? 'empty' : words.map((word) => `\`${word}\``).join(', ');
