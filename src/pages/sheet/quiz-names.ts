import type { CourseData } from '../../contract/course-data.ts';

/**
 * What to call quizzes, by id. Quizzes in lessons often share one title, so they have the name of their lesson; of several
 * in one lesson the title tells which, or the id where titles are the same.
 */
export function quizNames({ pages, quizzes }: Pick<CourseData, 'pages' | 'quizzes'>): ReadonlyMap<string, string> {
  const titles = new Map(pages.map((page) => [page.id, page.title]));
  return new Map(
    quizzes.map((quiz) => {
      const page = titles.get(quiz.page);
      const beside = quizzes.filter((other) => other.page === quiz.page && other !== quiz);
      if (page === undefined) return [quiz.id, quiz.title];
      if (beside.length === 0) return [quiz.id, page];
      const isAlone = beside.every((other) => other.title !== quiz.title);
      return [quiz.id, isAlone ? `${page}: ${quiz.title}` : `${page} (${quiz.id})`];
    }),
  );
}
