import * as z from 'zod';
import { courseSchema, translationSchema } from '../config/course-config.ts';
import { lessonSchema } from '../config/front-matter.ts';
import { glossarySchema } from '../config/glossary-schema.ts';
import { wholeQuizSchema } from './quiz-schema.ts';

/** The kinds of YAML an author writes, by the name that `build-scorm schema` knows them by. */
const sources: Readonly<Record<string, z.ZodType>> = {
  course: courseSchema,
  lesson: lessonSchema.meta({ title: 'build-scorm lesson', description: 'The front matter of a lesson.' }),
  quiz: wholeQuizSchema,
  translation: translationSchema,
  glossary: glossarySchema,
};

export const schemaNames: readonly string[] = Object.keys(sources);

/**
 * The schema of one kind of file for editors: JSON Schema draft 7, which all of them know, of what authors write (keys
 * with a default are not required). Null for an unknown name.
 */
export function editorSchema(name: string): Readonly<Record<string, unknown>> | null {
  const schema = sources[name];
  if (schema === undefined) return null;
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    // `fix` is for our own messages.
    override: ({ jsonSchema }) => {
      delete jsonSchema['fix'];
    },
  });
}
