/**
 * The `endings` of a search index: words with the same stem get the same beginning.
 *
 * @param words in the order of `vocabularyOf`
 * @param stem of the course's language; null if there is none: then only beginnings are compared
 */
export function wordEndings(words: Iterable<string>, stem: ((word: string) => string) | null): string {
  if (stem === null) return '';
  const list = [...words];
  const groups = new Map<string, string[]>();
  const stems = list.map((word) => stem(word));
  for (const [index, word] of list.entries()) {
    const key = stems[index] ?? word;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [word]);
    else group.push(word);
  }
  const shared = new Map([...groups].map(([key, group]) => [key, sharedLength(group)]));
  return list
    .map((word, index) => {
      const length = shared.get(stems[index] ?? word) ?? word.length;
      const cut = word.length - length;
      // A single letter in common is no stem.
      return length < 2 || cut > 35 ? '0' : cut.toString(36);
    })
    .join('');
}

/** What a word has in common with its other forms. */
export function wordKey(word: string, ending: string | undefined): string {
  return word.slice(0, word.length - Number.parseInt(ending ?? '0', 36));
}

function sharedLength([first = '', ...others]: readonly string[]): number {
  let length = first.length;
  for (const word of others) {
    let index = 0;
    while (index < length && word[index] === first[index]) index += 1;
    length = index;
  }
  return length;
}
