import { quizName } from '../../contract/quiz-name.ts';
import { quizzesOf } from '../../course/parse-course.ts';
import type { SpecialPage } from './special-page.ts';

/**
 * One's own answers to every quiz. The questions are those of the lessons, inert until the player says that a quiz was
 * handed in; what was right comes from the player, if the quiz shows it.
 */
export const review: SpecialPage = {
  id: '_review',
  template: 'review',
  title: 'review.title',
  link: 'below',
  script: 'outcome',
  style: 'outcome',
  answers: true,
  isIn: (course) => quizzesOf(course.pages).length > 0,
  view: ({ data: course, quizzes, texts }) => ({
    asks: true,
    quizStyle: true,
    texts,
    hasObjectives: (course.objectives ?? []).length > 0,
    quizzes: quizzes.map(({ data, questions }) => ({
      id: data.id,
      title: quizName(course, data),
      feedback: data.feedback,
      silent: data.feedback === 'never' && data.questions.some(({ points }) => points > 0),
      questions,
      level: 3,
    })),
  }),
};
