/** What stands in the gaps of a learner word. Numbers are written as the language writes them, texts as they are. */
export type Gaps = Readonly<Record<string, string | number>>;

/** A learner word by its key, with its gaps filled. */
export type Word = (key: string, gaps?: Gaps) => string;

const gap = /\{(\w+)\}/g;

/**
 * Fills the gaps of a learner word: `fillWords('{done} of {total}', 'en', {done: 1, total: 9})` → `1 of 9`.
 * A gap without a value stays as it is, so that a mistake is seen instead of hidden.
 */
export function fillWords(text: string, language: string, gaps: Gaps = {}): string {
  return text.replace(gap, (whole, name: string) => {
    const value = Object.hasOwn(gaps, name) ? gaps[name] : undefined;
    return typeof value === 'number' ? numberText(value, language) : (value ?? whole);
  });
}

/**
 * The word of this key, filled; undefined if there is none. One with plural forms has a key for each
 * (`attempts.one`, `attempts.other`): the first number among the gaps of `other` chooses.
 *
 * @param language of the words and their numbers, BCP 47
 */
export function wordText(
  words: Readonly<Record<string, string>>,
  language: string,
  key: string,
  gaps: Gaps = {},
): string | undefined {
  const other = words[`${key}.other`];
  const counted = other?.match(gap)?.map((found) => gaps[found.slice(1, -1)]);
  const count = counted?.find((value) => typeof value === 'number');
  const form = count === undefined ? other : words[`${key}.${new Intl.PluralRules(language).select(count)}`];
  const text = words[key] ?? form ?? other;
  return text === undefined ? undefined : fillWords(text, language, gaps);
}

/**
 * A number in a language's own way, with two decimals at most. In the digits 0–9 everywhere: those are what learners
 * type and what code shows, and browsers disagree about which languages have others.
 */
export function numberText(value: number, language: string): string {
  // Below a thousand no language groups its digits, and making a format holds up the first page on a slow phone.
  if (value >= 0 && value < 1000 && Number.isInteger(value)) return String(value);
  let format = formats.get(language);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: 2, numberingSystem: 'latn' });
    formats.set(language, format);
  }
  return format.format(value);
}

/** Making one takes a thousand times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>();
