/** What the words around the lesson are in: the page's language, unless they stand in for a translation of either. */
export function wordsLanguage(): string {
  const { dataset, lang } = document.documentElement;
  return dataset['words'] ?? lang;
}
