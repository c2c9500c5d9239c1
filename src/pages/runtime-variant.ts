import type { Course, Quiz } from '../course/course.ts';
import { directionOf } from '../course/direction-of.ts';
import { quizzesOf } from '../course/parse-course.ts';
import features from '../runtime/variants.json' with { type: 'json' };
import type { UsedParts } from './join-runtime.ts';
import type { PageGathering } from './page-gathering.ts';
import { questionStyles } from './questions/index.ts';
import { ruleData } from './quiz-rules.ts';
import type { Slots } from './slots/render-slots.ts';
import type { RenderedTheme } from './theme/render-theme.ts';

/**
 * The build of the runtime's scripts that has all a course uses and little else: the names of the features in
 * `src/runtime/variants.json` that it needs, in order, or `base`.
 */
export function runtimeVariant(course: Course, { films }: Pick<PageGathering, 'films'>): string {
  const types: ReadonlySet<string> = typesIn(course);
  const groups = Object.entries(features.questions).filter(([, group]) => group.some((type) => types.has(type)));
  const names = [...groups.map(([name]) => name), ...(films.size > 0 || usesRules(course) ? ['rules'] : [])];
  return names.sort().join('-') || 'base';
}

/** Whether it has any of the rules that hang on `src/contract/features.ts`. */
function usesRules({ pages, gating, objectives = [] }: Course): boolean {
  return (
    gating !== undefined ||
    objectives.length > 0 ||
    pages.some((page) => page.opens !== undefined) ||
    quizzesOf(pages).some((quiz) => Object.keys(ruleData(quiz)).length > 0 || hasHint(quiz))
  );
}

/** The parts of style and script that the course's quizzes and content elements need. */
export function usedParts(
  course: Course,
  gathering: PageGathering,
  { theme, slots }: { readonly theme: RenderedTheme | null; readonly slots: Slots },
): UsedParts {
  const quizzes = quizzesOf(course.pages);
  const styles = new Set([...gathering.styles].map((name) => `elements/${name}`));
  for (const type of typesIn(course)) for (const name of questionStyles(type)) styles.add(`questions/${name}`);
  if (quizzes.length > 0) for (const name of ['quiz', 'result']) styles.add(`quiz/${name}`);
  if (quizzes.some((quiz) => quiz.time !== undefined || hasHint(quiz))) styles.add('quiz/rules');
  const isSure = quizzes.some((quiz) => quiz.confidence);
  if (isSure) styles.add('quiz/confidence');
  const languages = [course.language, ...course.pages.flatMap(({ language }) => language ?? [])];
  if (languages.some((language) => directionOf(language) === 'rtl')) styles.add('direction/rtl');
  if (theme?.logo) styles.add('theme/logo');
  if (!slots.isEmpty) styles.add('theme/slots');
  return { styles, elements: isSure ? new Set([...gathering.scripts, 'confidence']) : gathering.scripts };
}

const hasHint = (quiz: Quiz): boolean => quiz.questions.some((question) => question.hint !== undefined);

const typesIn = (course: Course) =>
  new Set(quizzesOf(course.pages).flatMap((quiz) => quiz.questions.map((question) => question.type)));
