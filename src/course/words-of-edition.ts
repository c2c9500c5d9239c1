import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { CourseConfig, LoadedConfig, LoadedTranslation } from '../config/course-config.ts';
import { report } from '../diagnostics/report.ts';
import { isSameLanguage } from './choose-language.ts';
import type { SpokenWords } from './course-words.ts';
import { withOwnWords } from './own-words.ts';
import type { Project } from './project.ts';

/**
 * What the course speaks to its learners with: the tool's words in its language, the author's own in their place. Own
 * words are in the language of the file they stand in. That some are in another language is told.
 *
 * @param wordsOf gives the tool's words for a language
 */
export function wordsOfEdition(
  { config, source }: LoadedConfig,
  translation: LoadedTranslation | null,
  project: Project,
  wordsOf: (language: string) => SpokenWords,
): SpokenWords {
  const { edition } = project;
  const language = edition?.language ?? config.language;
  const isMain = edition === undefined || edition.language === edition.main;
  const own = isMain ? { source, file: project.config } : translation;
  const spoken = wordsOf(language);
  const words = own === null ? spoken : withOwnWords(spoken, language, own.source, own.file);
  reportMissingWords(words, language, { file: project.config, at: source.at(placeOfLanguage(config, language)) });
  return words;
}

/** Tells that learners see words of another language; the course is whole all the same. */
function reportMissingWords(
  words: SpokenWords,
  language: string,
  { file, at }: { readonly file: VFile; readonly at: Position },
): void {
  if (words.missing.length === 0) return;
  const named = words.missing.slice(0, 5).map((key) => `\`${key}\``);
  const more = words.missing.length > named.length ? ` and ${words.missing.length - named.length} more` : '';
  const isOther = !isSameLanguage(language, words.language);
  report(file, 'language-incomplete', {
    reason: isOther
      ? `There are no words of the player in \`${language}\`: learners see those in \`${words.language}\``
      : `\`templates/strings/${words.language}.yml\` lacks ${named.join(', ')}${more}: learners see them in English`,
    fix: isOther
      ? `Write them under \`strings:\`, all of \`templates/strings/en.yml\`, or accept buttons and messages in another language`
      : 'Write them under `strings:`',
    at,
  });
}

const placeOfLanguage = ({ language, languages = [] }: CourseConfig, wanted: string): readonly (string | number)[] =>
  language === wanted ? ['language'] : ['languages', languages.indexOf(wanted)];
