import * as z from 'zod';

const words = z.string().trim().min(1).max(100);
const definition = z
  .string()
  .trim()
  .min(1)
  .meta({ description: 'What the term means, markdown.', fix: 'Write what the term means in one to three sentences' });

/** `glossary.yml`: terms with what they mean. */
export const glossarySchema = z
  .record(
    words,
    z.union([
      definition,
      z.strictObject({
        definition,
        also: z
          .array(words)
          .default([])
          .meta({ description: 'Other words for it, such as its plural.', fix: 'Write a list: `also: [images]`' }),
      }),
    ]),
  )
  .meta({ title: 'build-scorm glossary', description: '`glossary.yml`: the terms of a course and what they mean.' });
