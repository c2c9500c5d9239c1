import type { Course } from '../course/course.ts';
import { quizzesOf } from '../course/parse-course.ts';
import features from '../runtime/variants.json' with { type: 'json' };

/**
 * The build of the runtime that has all a course uses and little else: the names of the features in
 * `src/runtime/variants.json` that it needs, in order, or `base`.
 */
export function runtimeVariant(course: Course): string {
  const types = new Set<string>(
    quizzesOf(course.pages).flatMap((quiz) => quiz.questions.map((question) => question.type)),
  );
  const used = Object.entries(features).filter(([, feature]) => feature.questions.some((type) => types.has(type)));
  return (
    used
      .map(([name]) => name)
      .sort()
      .join('-') || 'base'
  );
}
