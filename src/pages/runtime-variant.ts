import type { Course } from '../course/course.ts';
import { quizzesOf } from '../course/parse-course.ts';
import features from '../runtime/variants.json' with { type: 'json' };
import type { UsedParts } from './join-runtime.ts';
import type { PageGathering } from './page-gathering.ts';
import { questionStyles } from './questions/index.ts';

/**
 * The build of the runtime's scripts that has all a course uses and little else: the names of the features in
 * `src/runtime/variants.json` that it needs, in order, or `base`.
 */
export function runtimeVariant(course: Course): string {
  const types: ReadonlySet<string> = typesIn(course);
  const used = Object.entries(features).filter(([, feature]) => feature.questions.some((type) => types.has(type)));
  return (
    used
      .map(([name]) => name)
      .sort()
      .join('-') || 'base'
  );
}

/** The parts of style and script that the course's quizzes and content elements need. */
export function usedParts(course: Course, gathering: PageGathering): UsedParts {
  const quizzes = quizzesOf(course.pages);
  const styles = new Set([...gathering.styles].map((name) => `elements/${name}`));
  for (const type of typesIn(course)) for (const name of questionStyles(type)) styles.add(`questions/${name}`);
  if (quizzes.length > 0) for (const name of ['quiz', 'result']) styles.add(`quiz/${name}`);
  const hasHint = quizzes.some((quiz) => quiz.questions.some((question) => question.hint !== undefined));
  if (hasHint || quizzes.some((quiz) => quiz.time !== undefined)) styles.add('quiz/rules');
  return { styles, elements: gathering.scripts };
}

const typesIn = (course: Course) =>
  new Set(quizzesOf(course.pages).flatMap((quiz) => quiz.questions.map((question) => question.type)));
