import * as z from 'zod';
import { type QuizRuleSettings, ruleSettings, ruleSettingsOf, rulesFrom } from './rule-settings.ts';

/** Rules of one quiz, the same in a quiz file and in the braces of an inline quiz. */
export const quizSettings = {
  pass: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .meta({ description: 'Percent needed to pass.', fix: 'Write a percentage, 0 to 100' }),
  attempts: z.number().int().min(0).max(100).default(0).meta({
    description: 'Submissions allowed; 0 is without end.',
    fix: 'Write a number, such as `attempts: 3`; `0` is without end',
  }),
  feedback: z
    .enum(['immediate', 'end', 'verdict', 'never'])
    .default('immediate')
    .meta({ description: 'When the learner sees feedback.' }),
  reveal: z.enum(['attempt', 'done', 'never']).default('done').meta({
    description: 'When right answers are marked: after each attempt, once passed or out of attempts, or never.',
  }),
  weight: z.number().min(0).max(1000).default(1).meta({ description: 'Share in the course score; 0 is practice.' }),
  shuffle: z
    .union([z.boolean(), z.enum(['questions', 'choices'])])
    .default(false)
    .meta({
      description: 'Shuffle questions and choices, or only one of them.',
      fix: 'Write `true`, `false`, `questions` or `choices`',
    }),
  ...ruleSettings,
} as const;

const settings = z.object(quizSettings);
export type QuizSettings = z.output<typeof settings>;

/** What holds where an author says nothing. */
export const defaultSettings: QuizSettings = settings.parse({});

/** Settings as the course model has them. */
export function quizRules(from: QuizSettings): QuizSettingsModel {
  return {
    pass: from.pass ?? null,
    attempts: from.attempts,
    feedback: from.feedback,
    reveal: from.reveal,
    weight: from.graded === false ? 0 : from.weight,
    shuffle: {
      questions: from.shuffle === true || from.shuffle === 'questions',
      choices: from.shuffle === true || from.shuffle === 'choices',
    },
    ...rulesFrom(from),
  };
}

export interface QuizSettingsModel extends QuizRuleSettings {
  readonly pass: number | null;
  readonly attempts: number;
  readonly feedback: QuizSettings['feedback'];
  readonly reveal: QuizSettings['reveal'];
  readonly weight: number;
  readonly shuffle: { readonly questions: boolean; readonly choices: boolean };
}

/** The way back: the settings of a quiz as an author writes them, without those that have their default. */
export function settingsOf(quiz: QuizSettingsModel): Readonly<Record<string, string | number | boolean>> {
  const { questions, choices } = quiz.shuffle;
  const shuffle = questions && choices ? true : questions ? 'questions' : choices ? 'choices' : false;
  const all = {
    pass: quiz.pass ?? undefined,
    attempts: quiz.attempts,
    feedback: quiz.feedback,
    reveal: quiz.reveal,
    weight: quiz.weight,
    shuffle,
  };
  const defaults: Readonly<Record<string, unknown>> = defaultSettings;
  const plain = Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) =>
      value === undefined || value === defaults[key] ? [] : [[key, value]],
    ),
  );
  return { ...plain, ...ruleSettingsOf(quiz) };
}
