import * as z from 'zod';
import { idSchema } from '../config/course-config.ts';
import type { Quiz } from './course.ts';

/** A tag: what groups questions of a bank. */
export const tagSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'a tag has only a–z, 0–9, - and _, and begins with a letter or digit')
  .max(64)
  .meta({ description: 'Names a group of questions.', fix: 'Write a tag such as `easy` or `module-2`' });

/** `[a, b]` in YAML, `"a, b"` in braces. */
const listOf = (item: z.ZodString) =>
  z.union([
    z.array(item).min(1),
    z
      .string()
      .transform((text) => text.split(/\s*,\s*/))
      .pipe(z.array(item)),
  ]);

export const tagsSchema = listOf(tagSchema).optional().meta({
  description: 'Groups this question belongs to, for `draw`.',
  fix: 'Write `tags: [easy]`, in braces `tags=easy` or `tags="easy, network"`',
});

const count = z.number().int().min(1).max(1000);
const byTag = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*: \d+(, [a-z0-9][a-z0-9_-]*: \d+)*$/)
  .transform((text) =>
    Object.fromEntries(
      text.split(', ').map((part): [string, number] => [part.split(': ')[0] ?? '', Number(part.split(': ')[1])]),
    ),
  );
const percent = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?%$/)
      .transform((text) => Number.parseFloat(text)),
  ])
  .pipe(z.number().min(0).max(100));

/** Rules that a quiz has only where its author says so. */
export const ruleSettings = {
  graded: z.boolean().default(true).meta({
    description: '`false` is the same as `weight: 0`: a check of knowledge that does not count.',
    fix: 'Write `graded: false`, or remove the key',
  }),
  counts: z
    .enum(['best', 'last', 'first', 'average'])
    .default('best')
    .meta({ description: 'Which of several attempts counts.' }),
  cooldown: z
    .number()
    .int()
    .min(1)
    .max(43_200)
    .optional()
    .meta({ description: 'Minutes to wait between two attempts.', fix: 'Write minutes, such as `cooldown: 30`' }),
  draw: z
    .union([count, z.record(tagSchema, count), byTag])
    .optional()
    .meta({
      description: 'How many questions to draw at random for each attempt, of all or by tag.',
      fix: 'Write a number, such as `draw: 20`, or numbers by tag: `draw: {easy: 5, hard: 3}`, in braces `draw="easy: 5, hard: 3"`',
    }),
  penalty: z.number().min(0).max(1).default(0).meta({
    description: 'Share of its points that a wrong answer costs; the quiz never gives less than 0.',
    fix: 'Write a share from 0 to 1, such as `penalty: 0.25`',
  }),
  hintCost: percent.default(0).meta({
    description: 'Percent of its points that a question loses when its hint was seen.',
    fix: 'Write a percentage, such as `hintCost: 25%`',
  }),
  minutes: z
    .number()
    .min(1)
    .max(1440)
    .optional()
    .meta({ description: 'Minutes for one attempt.', fix: 'Write minutes, such as `minutes: 30`' }),
  adjustable: z.boolean().default(true).meta({
    description: 'Whether a learner may switch the time limit off or have ten times as long.',
  }),
  confidence: z.boolean().default(false).meta({
    description: 'Whether learners also say how sure they are. It never changes a score.',
  }),
  testsOut: listOf(idSchema).optional().meta({
    description: 'Ids of pages that are done once this quiz is passed.',
    fix: 'Write ids of pages: `testsOut: [welcome]`, in braces `testsOut="welcome, first-steps"`',
  }),
} as const;

const settings = z.object(ruleSettings);

export type QuizRuleSettings = Pick<
  Quiz,
  'counts' | 'cooldown' | 'draw' | 'penalty' | 'hintCost' | 'testsOut' | 'time' | 'confidence'
>;

/** Of the settings, those that say something; a quiz that does without a rule carries nothing of it. */
export function rulesFrom({
  counts,
  cooldown,
  draw,
  penalty,
  hintCost,
  minutes,
  adjustable,
  testsOut,
  confidence,
}: z.output<typeof settings>): QuizRuleSettings {
  return {
    ...(counts === 'best' ? {} : { counts }),
    ...(cooldown === undefined ? {} : { cooldown }),
    ...(draw === undefined ? {} : { draw }),
    ...(penalty === 0 ? {} : { penalty }),
    ...(hintCost === 0 ? {} : { hintCost }),
    ...(testsOut === undefined ? {} : { testsOut }),
    ...(minutes === undefined ? {} : { time: { minutes, adjustable } }),
    ...(confidence ? { confidence } : {}),
  };
}

/** The way back: as an author writes them, in YAML or in braces. */
export function ruleSettingsOf({
  counts,
  cooldown,
  draw,
  penalty,
  hintCost,
  testsOut,
  time,
  confidence,
}: QuizRuleSettings): Readonly<Record<string, string | number | boolean>> {
  const byTags = (tags: Readonly<Record<string, number>>): string =>
    Object.entries(tags)
      .map(([tag, number]) => `${tag}: ${number}`)
      .join(', ');
  return {
    ...(counts === undefined ? {} : { counts }),
    ...(cooldown === undefined ? {} : { cooldown }),
    ...(draw === undefined ? {} : { draw: typeof draw === 'number' ? draw : byTags(draw) }),
    ...(penalty === undefined ? {} : { penalty }),
    ...(hintCost === undefined ? {} : { hintCost: `${hintCost}%` }),
    ...(testsOut === undefined ? {} : { testsOut: testsOut.join(', ') }),
    ...(time === undefined ? {} : { minutes: time.minutes, ...(time.adjustable ? {} : { adjustable: false }) }),
    ...(confidence ? { confidence } : {}),
  };
}
