import { outlineSections } from '../outline-sections.ts';
import type { SpecialPage } from './special-page.ts';

/** The course home: what the course is, and where to begin or go on. */
export const home: SpecialPage = {
  id: '_home',
  template: 'home',
  title: 'home.title',
  stands: 'first',
  link: 'above',
  script: 'outcome',
  style: 'outcome',
  isIn: (course) => course.pages.length > 0,
  greets: (course) => course.home === true,
  view: ({ course, gathering }) => ({
    description: course.description,
    first: course.pages[0],
    sections: outlineSections(course, gathering),
  }),
};
