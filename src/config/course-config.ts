import type { VFile } from 'vfile';
import * as z from 'zod';
import type { RulesData } from '../contract/course-data.ts';
import { certificateSchema } from './certificate-schema.ts';
import { parseWithSchema } from './parse-with-schema.ts';
import { themeSchema } from './theme-schema.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** Ids that go into LMSs and state: lower case, short, legal in every standard (lms-facts: `[A-Za-z0-9_-]`). */
export const idSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'an id has only a–z, 0–9, - and _, and begins with a letter or digit')
  .meta({
    description: 'Stable name; never change it once learners have started.',
    fix: 'Write an id such as `edge-check`',
  });

const percent = z.number().min(0).max(100);

/** A language tag that browsers take too: they refuse one that is not well-formed. */
const languageSchema = z
  .string()
  .regex(/^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not a language tag', abort: true })
  .refine(isLanguageTag, 'not a language tag')
  .meta({ fix: 'Write a language tag, such as `en`, `de` or `pt-BR`' });

const stringsSchema = z.record(z.string(), z.unknown()).optional().meta({
  description: "Own words in the place of the player's, by the keys of `templates/strings/en.yml`.",
  fix: 'Write keys with words, such as `quiz: { submit: Hand in }`',
});

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** `course.yml`. */
export const courseSchema = z
  .strictObject({
    id: idSchema.meta({ description: 'Stable name of the course.', fix: 'Write `id: my-course`' }),
    title: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .meta({ description: 'Title of the course.', fix: 'Write `title: The name of the course`' }),
    description: z
      .string()
      .trim()
      .default('')
      .meta({ description: 'One or two sentences for the LMS and the first page.' }),
    version: z
      .string()
      .regex(/^\d+(\.\d+){0,3}(-[0-9a-z.-]+)?$/, 'a version is numbers with points between them')
      .default('1.0.0')
      .meta({ description: 'Goes into the name of the zip.', fix: 'Write `version: "1.0.0"`, in quotes' }),
    language: languageSchema.meta({
      description: 'Language of the content, BCP 47.',
      fix: 'Write `language: en` (or `de`, `pt-BR`, …)',
    }),
    languages: z.array(languageSchema).min(1).optional().meta({
      description: 'All languages of a course that is translated; each becomes a package of its own.',
      fix: 'Write a list of languages, such as `languages: [en, de]`',
    }),
    strings: stringsSchema,
    modules: z
      .array(
        z.strictObject({
          title: z.string().trim().min(1).max(200).meta({ description: 'Heading in the table of contents.' }),
          pages: z.array(z.string().min(1)).min(1).meta({
            description: 'File names of lessons and quizzes, in order.',
            fix: 'Write `pages:` with a list of file names, such as `- 01-welcome.md`',
          }),
        }),
      )
      .min(1)
      .optional()
      .meta({
        description: 'Order and groups of the pages. Without it: all, by file name, ungrouped.',
        fix: 'Write a list of modules, each with `title:` and `pages:`',
      }),
    report: z
      .enum(['passed-incomplete', 'passed-failed', 'completed-incomplete', 'completed-failed'])
      .optional()
      .meta({ description: 'The two statuses the LMS sees.' }),
    passing: z
      .strictObject({
        score: percent.optional().meta({ description: 'Course score in percent needed to pass.' }),
        quizzes: z.array(idSchema).default([]).meta({ description: 'Ids of quizzes that must each be passed.' }),
      })
      .optional()
      .meta({ description: 'What passes the course.' }),
    completion: z
      .enum(['lessons', 'quizzes', 'both'])
      .optional()
      .meta({ description: 'What must be done: all pages read, all counted quizzes submitted, or both.' }),
    home: z
      .boolean()
      .optional()
      .meta({ description: 'Whether a learner who has not begun yet is shown the course home first.' }),
    objectives: z
      .array(
        z.strictObject({
          id: idSchema.meta({ description: 'Name in reports.', fix: 'Write an id such as `caching`' }),
          title: z.string().trim().min(1).max(200).meta({ description: 'What learners and trainers read.' }),
          tag: idSchema.optional().meta({
            description: 'Measured by the questions with this tag. Without `tag` and `module`: with its id as the tag.',
            fix: 'Write a tag such as `easy` or `module-2`',
          }),
          module: z.string().optional().meta({ description: 'Measured by all questions of the module of this title.' }),
          pass: percent.optional().meta({ description: "Percent needed; if not given, the course's own mark." }),
        }),
      )
      .min(1)
      .max(60)
      .optional()
      .meta({
        description: 'What the course is to teach; each gets a score of its own.',
        fix: 'Write a list of objectives, each with `id:` and `title:`',
      }),
    certificate: certificateSchema,
    theme: themeSchema,
    gating: z
      .enum(['free', 'sequential'])
      .optional()
      .meta({ description: '`sequential`: each page opens after the one before; `free`, if not given: all are open.' }),
    allowedHosts: z
      .array(z.string().regex(/^(?!.*\.$)[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'not the name of a host'))
      .default([])
      .meta({
        description: 'Hosts whose pages lessons may embed; nothing is loaded from them before the learner asks.',
        fix: 'Write names of hosts alone: `allowedHosts: [www.youtube-nocookie.com]`',
      }),
    glossary: z.enum(['marked', 'auto']).optional().meta({
      description:
        '`auto`: the first use of each term of `glossary.yml` in a lesson is linked; `marked`, if not given: only links to it.',
    }),
  })
  .meta({ title: 'build-scorm course', description: '`course.yml`: what the course is.' });

/** `course.yml` as the author wrote it, defaults of plain values filled in. */
export type CourseConfig = z.output<typeof courseSchema>;

/** `course.<language>.yml`: what a translated course says in another language. */
export const translationSchema = z
  .strictObject({
    title: courseSchema.shape.title.optional(),
    description: z.string().trim().optional().meta({ description: 'As in `course.yml`.' }),
    modules: z.array(z.string().trim().min(1).max(200)).min(1).optional().meta({
      description: 'Titles of the modules, in the order of `course.yml`.',
      fix: 'Write a list of titles, one for each module of `course.yml`',
    }),
    objectives: z.record(idSchema, z.string().trim().min(1).max(200)).optional().meta({
      description: 'Titles of the objectives, by id.',
      fix: 'Write the id of each objective of `course.yml` with its title',
    }),
    strings: stringsSchema,
  })
  .meta({ title: 'build-scorm translation', description: '`course.<language>.yml`: titles in another language.' });

export interface LoadedTranslation {
  readonly config: z.output<typeof translationSchema>;
  readonly source: YamlSource;
  readonly file: VFile;
}

/** How results become a status and a score, defaults filled in from what the course holds. */
export interface CourseRules {
  readonly report: RulesData['report'];
  readonly pass: number | null;
  readonly mustPass: readonly string[];
  readonly completion: RulesData['completion'];
}

export interface LoadedConfig {
  readonly config: CourseConfig;
  readonly source: YamlSource;
}

/** Reads `course.yml`. @returns null if it has errors; they are messages on the file. */
export function loadCourseConfig(file: VFile): LoadedConfig | null {
  const source = readYaml(file, String(file.value));
  if (source === null) return null;
  const config = parseWithSchema(courseSchema, source, file, '`course.yml`');
  return config === null ? null : { config, source };
}

/** Reads `course.<language>.yml`. @returns null if it has errors; they are messages on the file. */
export function loadTranslationConfig(file: VFile): LoadedTranslation | null {
  const source = readYaml(file, String(file.value));
  if (source === null) return null;
  const config = parseWithSchema(translationSchema, source, file, `\`${String(file.basename)}\``);
  return config === null ? null : { config, source, file };
}
