import type { Rule } from './rule.ts';
import { accessibilityRules } from './rules/accessibility.ts';
import { contentRules } from './rules/content.ts';
import { convertRules } from './rules/convert.ts';
import { courseRules } from './rules/course.ts';
import { fileRules } from './rules/file.ts';
import { glossaryRules } from './rules/glossary.ts';
import { languageRules } from './rules/languages.ts';
import { quizRules } from './rules/quiz.ts';
import { releaseRules } from './rules/release.ts';
import { rulesOfQuizzes } from './rules/rules-of-quizzes.ts';
import { slotRules } from './rules/slots.ts';
import { targetRules } from './rules/target.ts';
import { themeRules } from './rules/theme.ts';

/** Every check of the compiler, by id. A new rule is one entry in the file of its subject. */
export const rules = {
  ...fileRules,
  ...courseRules,
  ...languageRules,
  ...contentRules,
  ...accessibilityRules,
  ...glossaryRules,
  ...quizRules,
  ...rulesOfQuizzes,
  ...slotRules,
  ...themeRules,
  ...targetRules,
  ...releaseRules,
  ...convertRules,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
