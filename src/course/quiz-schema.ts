import * as z from 'zod';
import { idSchema } from '../config/course-config.ts';
import { opensSchema } from '../config/opens-schema.ts';
import { questionForms, questionTypes } from './questions/index.ts';
import { quizSettings } from './quiz-settings.ts';
import { tagsSchema } from './rule-settings.ts';

const quizKeys = {
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ description: 'Title of the quiz.', fix: 'Write `title: The name of the quiz`' }),
  id: idSchema.optional(),
  description: z.string().optional().meta({ description: 'Shown before the questions, markdown.' }),
  opens: opensSchema,
  ...quizSettings,
};

/** A quiz file without its questions, which are checked one by one by their own type's schema. */
export const quizFileSchema = z.strictObject({
  ...quizKeys,
  questions: z
    .array(z.unknown())
    .meta({ description: 'The questions.', fix: 'Write `questions:` with a list of questions below it' }),
});

/** The keys every question has. */
export const commonQuestion = {
  id: idSchema.optional(),
  type: z.string().meta({
    description: 'The kind of question.',
    fix: `Write \`type:\` with one of ${questionTypes.map((type) => `\`${type}\``).join(', ')}`,
  }),
  prompt: z.string().meta({ description: 'The question, markdown.', fix: 'Write `prompt: The question?`' }),
  points: z.number().positive().max(1000).default(1).meta({ description: 'Weight in the quiz.' }),
  explanation: z.string().optional().meta({ description: 'Shown after the answer, markdown.' }),
  hint: z.string().optional().meta({ description: 'Shown when the learner asks for it, markdown.' }),
  tags: tagsSchema,
} as const;

/**
 * A whole quiz file in one schema, for editors. The compiler checks in parts, since it also reports a missing id with
 * one to write.
 */
export const wholeQuizSchema = z
  .strictObject({
    ...quizKeys,
    id: idSchema,
    questions: z
      .array(
        z.union(
          questionForms.map((form) =>
            z
              .strictObject({
                ...commonQuestion,
                id: idSchema,
                type: z.literal(form.type).meta({ description: 'The kind of question.' }),
                ...form.schema.shape,
              })
              .meta({ title: form.type }),
          ),
        ),
      )
      .min(1)
      .meta({ description: 'The questions.' }),
  })
  .meta({ title: 'build-scorm quiz', description: 'A quiz of its own page, or of the lesson with the same name.' });
