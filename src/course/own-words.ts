import type { VFile } from 'vfile';
import type { YamlSource } from '../config/yaml-source.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import { isLearnerWord, type SpokenWords, wordOf } from './course-words.ts';

/**
 * Puts an author's own words, `strings:` of `course.yml`, in the place of the tool's. What is wrong with them is a
 * message on the file.
 *
 * @param language of the course, whose plural forms may be written
 * @param source the YAML in which `strings` is a key at the top
 */
export function withOwnWords(spoken: SpokenWords, language: string, source: YamlSource, file: VFile): SpokenWords {
  const given = ownWords(source, file);
  if (given.length === 0) return spoken;
  const known = new Map<string, string[]>();
  for (const [key, text] of Object.entries(spoken.words)) {
    if (isLearnerWord(key)) known.set(wordOf(key), [...(known.get(wordOf(key)) ?? []), text]);
  }
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories as readonly string[];
  const words: Record<string, string> = { ...spoken.words };
  const replaced = new Set<string>();
  const usable = given.filter((own) => checkKey(own, known, categories, file) && checkGaps(own, known, file));
  const nameOf = ({ key }: OwnWord): string => (known.has(key) ? key : wordOf(key));
  for (const name of new Set(usable.map(nameOf))) {
    const forms = usable.filter((own) => nameOf(own) === name);
    const isWhole = spoken.missing.includes(name) || spoken.words[name] !== undefined;
    // Forms may be changed one by one where the tool has forms of the same language; else they replace its word.
    if (isWhole && !forms.some(({ key }) => key === name || key === `${name}.other`)) {
      const [first] = forms;
      report(file, 'missing-key', {
        reason: `\`strings: ${name}\` has no form \`other\``,
        fix: 'Add `other:`, for all numbers that no other form is for',
        at: first?.at,
      });
      continue;
    }
    if (isWhole || forms.some(({ key }) => key === name)) {
      for (const key of Object.keys(words)) if (wordOf(key) === name) delete words[key];
    }
    for (const { key, text } of forms) words[key] = text;
    replaced.add(name);
  }
  const missing = spoken.missing.filter((key) => !replaced.has(key));
  // Who has translated all there is to say has a language of their own.
  return { language: missing.length === 0 && spoken.missing.length > 0 ? language : spoken.language, missing, words };
}

interface OwnWord {
  /** `quiz.check`, or `quiz.attempts.one`, however deep it was written. */
  readonly key: string;
  readonly text: string;
  readonly at: ReturnType<YamlSource['at']>;
  readonly keyAt: ReturnType<YamlSource['at']>;
}

function ownWords(source: YamlSource, file: VFile, path: readonly string[] = ['strings']): readonly OwnWord[] {
  const value = path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    source.value,
  );
  if (value === undefined) return [];
  const place = { at: source.at(path), keyAt: source.keyAt(path) };
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.keys(value).flatMap((name) => ownWords(source, file, [...path, name]));
  const text = source.text(path)?.value;
  if (text === undefined || text.trim() === '') {
    report(file, 'invalid-value', {
      reason: `\`${path.join('.')}\` is no text`,
      fix: 'Write the words that learners shall see, or remove the key',
      at: place.keyAt,
    });
    return [];
  }
  return [{ key: path.slice(1).join('.'), text, ...place }];
}

function checkKey(
  { key, keyAt: at }: OwnWord,
  known: ReadonlyMap<string, readonly string[]>,
  categories: readonly string[],
  file: VFile,
): boolean {
  if (known.has(key)) return true;
  const name = wordOf(key);
  const form = key.slice(name.length + 1);
  if (form !== '' && known.has(name)) {
    if (categories.includes(form)) return true;
    report(file, 'strings-unknown-key', {
      reason: `The language of the course has no plural form \`${form}\``,
      fix: `Its forms: ${categories.map((category) => `\`${category}\``).join(', ')}`,
      at,
    });
    return false;
  }
  const meant = didYouMean(key, known.keys());
  report(file, 'strings-unknown-key', {
    reason: isLearnerWord(key) ? `There is no word \`${key}\`` : `\`${key}\` is a word of the trainer's sheet`,
    fix: !isLearnerWord(key)
      ? 'Only words that learners see can be changed'
      : meant === null
        ? 'See `templates/strings/en.yml` for all keys'
        : `Did you mean \`${meant}\`?`,
    at,
  });
  return false;
}

const gapsIn = (text: string): readonly string[] => text.match(/\{\w+\}/g) ?? [];
const listed = (gaps: readonly string[]): string => gaps.map((gap) => `\`${gap}\``).join(', ');

function checkGaps({ key, text, at }: OwnWord, known: ReadonlyMap<string, readonly string[]>, file: VFile): boolean {
  const there = [...new Set((known.get(key) ?? known.get(wordOf(key)) ?? []).flatMap(gapsIn))];
  const given = gapsIn(text);
  const strange = given.filter((gap) => !there.includes(gap));
  for (const gap of strange) {
    const meant = didYouMean(
      gap.slice(1, -1),
      there.map((name) => name.slice(1, -1)),
    );
    report(file, 'strings-unknown-gap', {
      reason: `\`${gap}\` stands for nothing in \`${wordOf(key)}\``,
      fix:
        there.length === 0
          ? 'Remove it: this word has no gap'
          : `${meant === null ? '' : `Did you mean \`{${meant}}\`? `}Gaps of this word: ${listed(there)}`,
      at,
    });
  }
  const lost = there.filter((gap) => !given.includes(gap));
  // "One attempt" needs no number.
  const isSpecial = key !== wordOf(key) && !key.endsWith('.other');
  if (lost.length > 0 && strange.length === 0 && !isSpecial) {
    report(file, 'strings-missing-gap', {
      reason: `\`${wordOf(key)}\` does without ${listed(lost)}: learners do not see it`,
      fix: `Write ${listed(lost)} where it belongs, if it was only forgotten`,
      at,
    });
  }
  return strange.length === 0;
}
