import { VFile } from 'vfile';
import { loadCourseConfig } from '../config/course-config.ts';
import { report } from '../diagnostics/report.ts';
import type { Edition, Project } from './project.ts';

/**
 * A project once for each language of its course, the main one first: `01-start.de.md` is the German `01-start.md`. What
 * is not translated is there in the main language, and said so. A course without `languages` has one edition.
 */
export function editionsOf(project: Project): readonly Project[] {
  const read = configOf(project);
  const main = read?.language ?? 'en';
  const languages = [...new Set([main, ...(read?.languages ?? [])])];
  const lessons = grouped(project.lessons, languages, main);
  const quizzes = grouped(project.quizzes, languages, main);
  const originals = new Map([...lessons, ...quizzes].flatMap((group) => namesIn(group)));
  const { translations = [] } = project;
  const configs = new Map(
    translations.map((file) => [String(file.basename).slice('course.'.length, -'.yml'.length), file]),
  );
  const told = [...lessons, ...quizzes].flatMap(reportAlone);
  reportUnlisted(project, languages);
  const strangers = translations.filter((file) => file.messages.length > 0);

  return languages.map((language): Project => {
    const config = configs.get(language) ?? null;
    const edition: Edition = {
      language,
      main,
      languages,
      config: language === main ? null : config,
      originals,
    };
    if (language === main) {
      const own = (groups: readonly Translated[]): VFile[] => groups.flatMap(originalOf);
      return {
        ...project,
        lessons: own(lessons),
        quizzes: own(quizzes),
        edition,
        others: [...project.others, ...told, ...strangers],
      };
    }
    const shown = (groups: readonly Translated[]): VFile[] =>
      groups.flatMap((group) => inLanguage(group, language, main));
    const localised: Project = {
      ...project,
      config: copyOf(project.config),
      lessons: shown(lessons),
      quizzes: shown(quizzes),
      ...glossaryIn(project, language),
      styleSheets: (project.styleSheets ?? []).map((file) => copyOf(file)),
      templates: (project.templates ?? []).map((file) => copyOf(file)),
      edition,
      // What is wrong with the folder was told with the main language.
      others: [],
    };
    const waiting = [...lessons, ...quizzes].filter(
      ({ original, byLanguage }) => original && !byLanguage.has(language),
    );
    reportMissing(
      localised,
      waiting.map(({ name }) => name),
      config === null,
    );
    return localised;
  });
}

/** Its own glossary, or the one in the main language. */
function glossaryIn({ glossary, glossaries = [] }: Project, language: string): Pick<Project, 'glossary'> {
  const own = glossaries.find((file) => file.basename === `glossary.${language}.yml`) ?? glossary;
  return own === undefined ? {} : { glossary: copyOf(own) };
}

/** A lesson or quiz in all the languages it is in. */
interface Translated {
  /** Path of the original in the course folder. */
  readonly name: string;
  readonly original: VFile | null;
  readonly byLanguage: ReadonlyMap<string, VFile>;
}

const ending = /\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)(\.md|\.quiz\.ya?ml)$/;

/** `01-start.de.md` → `01-start.md` and `de`, if the course has this language. */
function parted(
  name: string,
  languages: readonly string[],
): { readonly name: string; readonly language: string } | null {
  const [whole = '', tag = '', end = ''] = ending.exec(name) ?? [];
  const language = languages.find((known) => known.toLowerCase() === tag.toLowerCase());
  return language === undefined ? null : { name: name.slice(0, -whole.length) + end, language };
}

function grouped(files: readonly VFile[], languages: readonly string[], main: string): readonly Translated[] {
  const originals = new Map<string, VFile>();
  const translations = new Map<string, Map<string, VFile>>();
  for (const file of files) {
    const found = parted(sourceOf(file), languages);
    const isOriginal =
      found === null || (found.language === main && !files.some((other) => sourceOf(other) === found.name));
    if (isOriginal) originals.set(found?.name ?? sourceOf(file), file);
    else translations.set(found.name, (translations.get(found.name) ?? new Map()).set(found.language, file));
  }
  return [...new Set([...originals.keys(), ...translations.keys()])].map((name) => ({
    name,
    original: originals.get(name) ?? null,
    byLanguage: translations.get(name) ?? new Map(),
  }));
}

const namesIn = ({ name, byLanguage, original }: Translated): readonly (readonly [string, string])[] =>
  [...byLanguage.values(), ...(original === null ? [] : [original])].map((file) => [sourceOf(file), name] as const);

/** The file of a language under the name of its original, so that order, links and ids are the same in all. */
function inLanguage({ name, original, byLanguage }: Translated, language: string, main: string): readonly VFile[] {
  if (original === null) return [];
  const own = byLanguage.get(language);
  if (own === undefined) return [copyOf(original, { source: name, language: main })];
  return [copyOf(own, { source: name, original })];
}

/** The original as it was read, or under its plain name where its own names the language. */
const originalOf = ({ name, original }: Translated): readonly VFile[] =>
  original === null ? [] : [sourceOf(original) === name ? original : copyOf(original, { source: name })];

/** For messages of its own: those of another language are told there. */
function copyOf(file: VFile, data: Readonly<Record<string, unknown>> = {}): VFile {
  const copy = new VFile({ path: file.path, value: file.value, data: { ...file.data, ...data } });
  copy.messages.push(...file.messages);
  return copy;
}

const sourceOf = (file: VFile): string => String(file.data['source'] ?? file.path);

/** Read here without a word: what is wrong with it is told where the course is made of it. */
function configOf({ config }: Project) {
  const quiet = new VFile({ path: config.path, value: config.value });
  return config.messages.some(({ fatal }) => fatal) ? null : (loadCourseConfig(quiet)?.config ?? null);
}

const firstCharacter = { line: 1, column: 1 };

/** @returns the files that are in no edition */
function reportAlone({ name, original, byLanguage }: Translated): readonly VFile[] {
  const alone = original === null ? [...byLanguage.values()] : [];
  for (const file of alone) {
    report(file, 'translation-alone', {
      reason: `This is a translation of \`${name}\`, which is not there`,
      fix: `Write \`${name}\`, or give this file the name of its original`,
      at: firstCharacter,
    });
  }
  return alone;
}

/** Files that look like translations to a language that the course does not list. */
function reportUnlisted(project: Project, languages: readonly string[]): void {
  const sources = new Set([...project.lessons, ...project.quizzes].map(sourceOf));
  const strange = [...project.lessons, ...project.quizzes].flatMap((file) => {
    const [whole = '', tag = '', end = ''] = ending.exec(sourceOf(file)) ?? [];
    const isTranslation = tag !== '' && sources.has(sourceOf(file).slice(0, -whole.length) + end);
    return isTranslation && parted(sourceOf(file), languages) === null ? [{ file, tag }] : [];
  });
  const configs = (project.translations ?? []).map((file) => ({
    file,
    tag: String(file.basename).split('.')[1] ?? '',
  }));
  for (const { file, tag } of [...strange, ...configs.filter(({ tag }) => !languages.includes(tag))]) {
    report(file, 'translation-unlisted', {
      reason: `This looks like a translation, but \`course.yml\` does not name the language \`${tag}\``,
      fix: `Add it there: \`languages: [${[...languages, tag].join(', ')}]\`, or rename the file`,
      at: firstCharacter,
    });
  }
}

const mostNamed = 5;

function reportMissing({ config, edition }: Project, names: readonly string[], withoutTitles: boolean): void {
  if (edition === undefined) return;
  const { language, main } = edition;
  const lacking = [
    ...(withoutTitles ? [`course.${language}.yml`] : []),
    ...names.map((name) => translatedName(name, language)),
  ];
  if (lacking.length === 0) return;
  const named = lacking.slice(0, mostNamed).map((name) => `\`${name}\``);
  const more = lacking.length > mostNamed ? ` and ${lacking.length - mostNamed} more` : '';
  report(config, 'translation-missing', {
    reason: `The course in \`${language}\` lacks ${named.join(', ')}${more}: learners get \`${main}\` there`,
    fix: 'Translate them, beside their originals',
    at: languagePlace(config, language),
  });
}

const translatedName = (name: string, language: string): string =>
  name.replace(/(\.md|\.quiz\.ya?ml)$/, (end) => `.${language}${end}`);

/** Where `languages:` names it. */
function languagePlace(config: VFile, language: string) {
  const quiet = new VFile({ path: config.path, value: config.value });
  const loaded = loadCourseConfig(quiet);
  const index = loaded?.config.languages?.indexOf(language) ?? -1;
  return loaded?.source.at(index < 0 ? ['languages'] : ['languages', index]);
}
