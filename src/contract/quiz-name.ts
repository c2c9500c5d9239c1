import type { CourseData, QuizData } from './course-data.ts';

/** What a quiz is called outside of its page: by the page, where several quizzes of the course have the same title. */
export function quizName({ quizzes, pages }: Pick<CourseData, 'quizzes' | 'pages'>, quiz: QuizData): string {
  const isShared = quizzes.some(({ id, title }) => id !== quiz.id && title === quiz.title);
  const page = isShared ? pages.find(({ id }) => id === quiz.page) : undefined;
  return page?.title ?? quiz.title;
}
