import type { Course } from '../../course/course.ts';
import { quizzesOf } from '../../course/parse-course.ts';
import { outlineSections } from '../outline-sections.ts';
import type { PageGathering } from '../page-gathering.ts';
import { askedCount } from '../quiz-rules.ts';
import { finishRules } from './finish-rules.ts';
import type { SpecialPage } from './special-page.ts';

/** More objectives than this are folded away, so that the contents stay near the top. */
const fewObjectives = 6;

/** The course home: what the course is, and where to begin or go on. */
export const home: SpecialPage = {
  id: '_home',
  template: 'home',
  title: 'home.title',
  stands: 'first',
  link: 'above',
  script: 'outcome',
  isIn: (course) => course.pages.length > 0,
  greets: (course) => course.home === true,
  view({ course, data, gathering }) {
    const lessons = course.pages.flatMap((page) => (page.kind === 'lesson' && page.objectives.length > 0 ? page : []));
    const count = lessons.reduce((sum, { objectives }) => sum + objectives.length, 0);
    const groups = lessons.map(({ title, objectives }) => ({ title, objectives }));
    return {
      description: course.description,
      first: course.pages[0],
      facts: factsOf(course, gathering),
      few: count > 0 && count <= fewObjectives ? { list: groups.flatMap(({ objectives }) => objectives) } : null,
      many: count > fewObjectives ? { groups } : null,
      rules: finishRules(data, gathering),
      sections: outlineSections(course, gathering),
    };
  },
};

/** How much there is to read and to answer. */
function factsOf(course: Course, { word }: PageGathering): readonly string[] {
  const lessons = course.pages.filter((page) => page.kind === 'lesson');
  const minutes = lessons.reduce((sum, page) => sum + (page.minutes ?? 0), 0);
  const questions = quizzesOf(course.pages).reduce((sum, quiz) => sum + askedCount(quiz), 0);
  return [
    lessons.length === 0 ? '' : word('home.lessons', { count: lessons.length }),
    minutes === 0 ? '' : duration(minutes, word),
    questions === 0 ? '' : word('quiz.questions', { count: questions }),
  ].filter(Boolean);
}

/** From two hours on in hours, the minutes rounded to the next five: nobody reads by the minute. */
function duration(minutes: number, word: PageGathering['word']): string {
  if (minutes < 120) return word('home.minutes', { minutes });
  const rounded = Math.ceil(minutes / 5) * 5;
  const hours = Math.floor(rounded / 60);
  return rounded % 60 === 0
    ? word('home.hours', { hours })
    : word('home.hoursMinutes', { hours, minutes: rounded % 60 });
}
