import type { SpecialPage } from './special-page.ts';

/** Behind the last lesson: how it went, what is still missing, what comes next. */
export const end: SpecialPage = {
  id: '_end',
  template: 'end',
  title: 'end.title',
  stands: 'last',
  link: 'below',
  script: 'outcome',
  style: 'outcome',
  isIn: (course) => course.pages.length > 0,
  view: ({ course, data }) => ({
    hasObjectives: (data.objectives ?? []).length > 0,
    hasScore: data.rules.pass !== null,
    // The score looks as that of a quiz does.
    quizStyle: data.rules.pass !== null && data.quizzes.length > 0,
    hasQuizzes: data.quizzes.length > 0,
    hasCertificate: course.certificate !== undefined,
  }),
};
