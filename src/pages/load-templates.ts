import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { chooseLanguage } from '../course/choose-language.ts';
import { isLearnerWord, type SpokenWords, type Words, wordOf } from '../course/course-words.ts';
import { flattenWords } from './flatten-words.ts';
import type { Templates } from './page-kit.ts';

/**
 * Reads the templates, once. Takes the absolute path of `templates/`. Together with `loadWords` the only place of this
 * folder that touches the disk.
 */
export function loadTemplates(folder: string, prefix = ''): Templates {
  const entries = readdirSync(folder, { withFileTypes: true });
  return Object.fromEntries(
    entries.flatMap((entry): [string, string][] => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return Object.entries(loadTemplates(path, `${prefix}${entry.name}/`));
      if (!entry.name.endsWith('.html')) return [];
      return [[prefix + entry.name.slice(0, -'.html'.length), readFileSync(path, 'utf8')]];
    }),
  );
}

/**
 * Reads the words of a language, or of the one that serves its readers best (`chooseLanguage`), or English. Words that
 * are missing there come from English, and are named.
 * Throws when `strings/en.yml` is not there or a file is not well-formed: the installation is broken then.
 *
 * @param folder absolute path of `templates/`
 * @param wanted BCP 47
 * @param read gives the words of a file of `strings/`
 */
export function loadWords(
  folder: string,
  wanted: string,
  read: (language: string) => Words = (language) => readWords(folder, language),
): SpokenWords {
  const english = read('en');
  const language = chooseLanguage(wanted, languagesIn(folder));
  if (language === 'en') return { language, missing: [], words: english };
  // Every word is another language's then.
  if (language === null) return { language: 'en', missing: learnerWords(english), words: english };
  return { language, ...withFallback(read(language), english) };
}

/** The languages that have words: `templates/strings/<language>.yml`. */
export function languagesIn(folder: string): readonly string[] {
  return readdirSync(join(folder, 'strings'))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => name.slice(0, -'.yml'.length))
    .sort();
}

/** Words of one file as they are, nothing filled in. */
export function readWords(folder: string, language: string): Words {
  const file = join(folder, 'strings', `${language}.yml`);
  return flattenWords(parse(readFileSync(file, 'utf8')), file);
}

/** A word comes whole from one language, since the forms of its plural belong together. */
function withFallback(own: Words, english: Words): { readonly words: Words; readonly missing: readonly string[] } {
  const known = new Set(Object.keys(own).map(wordOf));
  const lacking = Object.entries(english).filter(([key]) => !known.has(wordOf(key)));
  return {
    words: { ...Object.fromEntries(lacking), ...own },
    missing: learnerWords(Object.fromEntries(lacking)),
  };
}

const learnerWords = (words: Words): readonly string[] =>
  [...new Set(Object.keys(words).map(wordOf))].filter(isLearnerWord);
