import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { report } from '../diagnostics/report.ts';
import { idSchema } from './course-config.ts';
import { opensSchema } from './opens-schema.ts';
import { parseWithSchema } from './parse-with-schema.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** The front matter of a lesson. */
export const lessonSchema = z.strictObject({
  title: z.string().trim().min(1).max(200).meta({
    description: 'Title of the lesson.',
    fix: 'Write `title: The name of the lesson` between the `---` lines',
  }),
  id: idSchema.optional(),
  minutes: z.number().int().min(1).max(600).optional().meta({ description: 'Reading time in minutes.' }),
  track: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .optional()
    .meta({ description: 'A word above the title, such as the part of a curriculum.' }),
  summary: z.string().trim().min(1).optional().meta({ description: 'One or two sentences below the title.' }),
  objectives: z
    .array(z.string().trim().min(1))
    .optional()
    .meta({ description: 'What the learner will be able to do; each begins with a verb.' }),
  opens: opensSchema,
});

export type FrontMatter = z.output<typeof lessonSchema>;

/** Reads a lesson's front matter. @returns null if there is none or it has errors; they are messages on the file. */
export function loadFrontMatter(file: VFile, tree: Root): { matter: FrontMatter; source: YamlSource } | null {
  const node = tree.children[0];
  // An empty file is told as an empty lesson, one that could not be parsed as that.
  if (node === undefined) return null;
  if (node.type !== 'yaml' || node.position === undefined) {
    if (/^\uFEFF?---[ \t]*\r?\n/.test(String(file))) {
      report(file, 'yaml-syntax', {
        reason: 'The front matter is not closed',
        fix: 'Write a second line with `---` alone below the last key, before the text',
        at: { line: 1, column: 1 },
      });
      return null;
    }
    report(file, 'missing-key', {
      reason: 'The lesson has no front matter',
      fix: 'Begin the file with `---`, `title: The name of the lesson`, `---`, each on its own line',
      at: { line: 1, column: 1 },
    });
    return null;
  }
  const { start } = node.position;
  // The text begins on the line below `---`.
  const source = readYaml(file, node.value, { line: start.line + 1, column: 1, offset: (start.offset ?? 0) + 4 });
  if (source === null) return null;
  const matter = parseWithSchema(lessonSchema, source, file, 'the front matter');
  return matter === null ? null : { matter, source };
}
