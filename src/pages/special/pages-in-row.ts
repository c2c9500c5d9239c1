import type { Course } from '../../course/course.ts';
import type { PageGathering } from '../page-gathering.ts';
import { specialPages } from './index.ts';
import { specialHref } from './special-page.ts';

/** All pages that are reached by going on and on: the lessons, with what stands before and behind them. */
export function pagesInRow(course: Course, { word }: PageGathering) {
  const around = (stands: 'first' | 'last') =>
    specialPages
      .filter((page) => page.stands === stands && page.isIn(course))
      .map(({ id, title }) => ({ id: id as string, href: specialHref(id), title: word(title) }));
  const pages = course.pages.map(({ id, href, title }) => ({ id, href, title }));
  return [...around('first'), ...pages, ...around('last')];
}
