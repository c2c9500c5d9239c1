import * as z from 'zod';
import { type CourseData, courseDataFormat } from '../contract/course-data.ts';
import { handlerOf, isQuestionType } from '../contract/questions/index.ts';
import { worstCaseLength } from '../contract/worst-case.ts';
import { type ReadFile, UnsafePackageError } from './read-package.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/);

/** What every later use of it relies on. Question types have more of their own. */
const schema = z.looseObject({
  format: z.number(),
  id,
  title: z.string(),
  version: z.string(),
  language: z.string(),
  build: z.string().max(64),
  pages: z.array(
    z.looseObject({
      id,
      kind: z.enum(['lesson', 'quiz']),
      title: z.string(),
      href: z.string(),
      quizzes: z.array(id),
      films: z.array(z.string()).optional(),
    }),
  ),
  quizzes: z.array(
    z.looseObject({
      id,
      title: z.string(),
      page: id,
      pass: z.number().nullable(),
      attempts: z.number(),
      weight: z.number(),
      questions: z.array(z.looseObject({ id, type: z.string(), points: z.number() })),
    }),
  ),
  rules: z.looseObject({
    report: z.enum(['passed-incomplete', 'passed-failed', 'completed-incomplete', 'completed-failed']),
    pass: z.number().nullable(),
    mustPass: z.array(id),
    completion: z.enum(['lessons', 'quizzes', 'both']),
  }),
  stateLimit: z.number(),
});

const start = 'var buildScormCourse = ';

/** The file of a package that says, in its first line, what the course is; see `playerFile`. */
export const courseDataPath = 'player.js';

/**
 * What a package says about its course. It is read as data, never run.
 *
 * @returns null if the package was not made by this tool
 * @throws UnsafePackageError if it was, but cannot be read
 */
export function readCourseData(files: readonly ReadFile[]): CourseData | null {
  const text = files.find((file) => file.path === courseDataPath)?.content?.toString('utf8');
  if (text?.startsWith(start) !== true) return null;
  let value: unknown;
  try {
    const [line = ''] = text.slice(start.length).split('\n', 1);
    value = JSON.parse(line.replace(/;\s*$/, ''));
  } catch {
    throw new UnsafePackageError(`\`${courseDataPath}\` is damaged`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new UnsafePackageError(`\`${courseDataPath}\` is damaged`);
  const { format, quizzes } = parsed.data;
  const isKnown = quizzes.every((quiz) => quiz.questions.every((question) => isQuestionType(question.type)));
  if (format !== courseDataFormat || !isKnown)
    throw new UnsafePackageError('it was made by a newer version of build-scorm');
  const data = parsed.data as unknown as CourseData;
  try {
    // What each question type keeps for itself is known to its own code alone: this goes through all of it.
    worstCaseLength(data);
    for (const quiz of data.quizzes) for (const question of quiz.questions) handlerOf(question).shape(question);
  } catch {
    throw new UnsafePackageError(`\`${courseDataPath}\` is damaged`);
  }
  return data;
}
