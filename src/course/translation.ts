import { VFile } from 'vfile';
import type { CourseConfig, LoadedTranslation } from '../config/course-config.ts';
import { type FrontMatter, loadFrontMatter } from '../config/front-matter.ts';
import { report } from '../diagnostics/report.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { Course, Section } from './course.ts';
import { stemId } from './stem-id.ts';

/** The titles of the modules in the language of an edition. */
export function translatedSections(
  sections: readonly Section[],
  translation: LoadedTranslation | null,
  { modules = [] }: CourseConfig,
): readonly Section[] {
  const titles = translation?.config.modules;
  if (titles === undefined || translation === null) return sections;
  if (titles.length !== modules.length) {
    report(translation.file, 'translation-differs', {
      reason: `\`modules\` has ${titles.length} titles, \`course.yml\` has ${modules.length} modules`,
      fix: 'Write one title for each module, in the same order',
      at: translation.source.keyAt(['modules']),
    });
  }
  return sections.map((section, index) => ({ ...section, title: titles[index] ?? section.title }));
}

/** The objectives in the language of an edition; they name modules by title. */
export function translatedObjectives(
  { objectives }: Pick<Course, 'objectives'>,
  translation: LoadedTranslation | null,
  { modules = [] }: CourseConfig,
): Pick<Course, 'objectives'> {
  if (objectives === undefined) return {};
  if (translation === null) return { objectives };
  const { config, source, file } = translation;
  for (const id of Object.keys(config.objectives ?? {})) {
    if (objectives.some((objective) => objective.id === id)) continue;
    report(file, 'translation-differs', {
      reason: `\`course.yml\` has no objective \`${id}\``,
      fix: `Its objectives: ${objectives.map((objective) => `\`${objective.id}\``).join(', ')}`,
      at: source.keyAt(['objectives', id]),
    });
  }
  const titles = new Map(modules.map(({ title }, index) => [title, config.modules?.[index] ?? title]));
  return {
    objectives: objectives.map(({ by, ...objective }) => ({
      ...objective,
      title: config.objectives?.[objective.id] ?? objective.title,
      by: 'module' in by ? { module: titles.get(by.module) ?? by.module } : by,
    })),
  };
}

/** What a file is in that stands in for a translation. */
export const languageOf = ({ data }: VFile): { language?: string } =>
  typeof data['language'] === 'string' ? { language: data['language'] } : {};

/**
 * What a translation leaves out is as in its original, and its id always: results are kept by it. Positions of what is
 * taken over are the beginning of the translation.
 */
export function withOriginal(
  loaded: ReturnType<typeof loadFrontMatter>,
  file: VFile,
): ReturnType<typeof loadFrontMatter> {
  const original = file.data['original'];
  if (loaded === null || !(original instanceof VFile)) return loaded;
  const quiet = new VFile({ path: original.path, value: original.value });
  const matter: Partial<FrontMatter> = loadFrontMatter(quiet, parseMarkdown(quiet))?.matter ?? {};
  const { id, minutes, track, opens } = { ...matter, ...loaded.matter };
  if (loaded.matter.id !== undefined && loaded.matter.id !== (matter.id ?? stemId(String(file.data['source'])))) {
    report(file, 'translation-differs', {
      reason: `The lesson has the id \`${loaded.matter.id}\`, its original \`${matter.id ?? stemId(String(file.data['source']))}\``,
      fix: 'Remove `id:` here: a translation has the id of its original',
      at: loaded.source.at(['id']),
    });
  }
  return {
    ...loaded,
    matter: {
      ...loaded.matter,
      ...(id === undefined ? {} : { id }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(track === undefined ? {} : { track }),
      ...(opens === undefined ? {} : { opens }),
    },
  };
}
