/** A word of a text: where it stands, and as it is compared. */
export interface FoundWord {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** Scripts without spaces between words, and the signs that repeat or lengthen. */
const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u3005\\u3006\\u30fc';
const words = /[\p{L}\p{M}\p{N}]+/gu;
const runs = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu');
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u');
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u');
/** Nearly all words are plain, and this is asked for each word of a course. */
const plain = /^[A-Za-z0-9]*$/;

/** The words of a text in order. Where a script has no spaces, what stands between two marks is one word. */
export function wordsIn(text: string): FoundWord[] {
  const found: FoundWord[] = [];
  const add = (start: number, word: string): void => {
    const folded = fold(word);
    if (folded !== '') found.push({ start, end: start + word.length, folded });
  };
  for (const { 0: word, index } of text.matchAll(words)) {
    if (!hasUnspaced.test(word)) add(index, word);
    else for (const run of word.matchAll(runs)) add(index + run.index, run[0]);
  }
  return found;
}

/** The same words, only as they are compared: much faster, for whole courses. */
export function foldedWords(text: string): string[] {
  const found = (text.match(words) ?? []).flatMap((word) =>
    !plain.test(word) && hasUnspaced.test(word) ? (word.match(runs) ?? []).map(fold) : fold(word),
  );
  return found.filter((word) => word !== '');
}

/** Whether words of this script run together, so that a word may stand anywhere inside another. */
export const isUnspaced = (word: string): boolean => startsUnspaced.test(word);

/** Letters that no normalisation takes apart. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ς: 'σ' };

/**
 * Small letters without accents, Hebrew points and Arabic vowel signs. Other marks stay: in Indic scripts they are
 * letters.
 */
function fold(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  return (
    word
      // Taken apart first: some signs are capitals or brackets only then, such as `⑴`.
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g, '')
      .replace(/[ßæœøłđıς]/g, (letter) => letters[letter] ?? letter)
      .normalize('NFKC')
      .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
  );
}
