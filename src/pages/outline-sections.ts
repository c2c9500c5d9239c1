import type { Course } from '../course/course.ts';
import { languageAttributes } from './language-attributes.ts';
import type { PageGathering } from './page-gathering.ts';

/** The course's contents for a template: sections with their pages. */
export function outlineSections(course: Course, { word, wordsLanguage }: PageGathering) {
  const numbers = new Map(course.pages.map((page, index) => [page.id, index + 1]));
  const pages = new Map(course.pages.map((page) => [page.id, page]));
  return course.sections.map((section) => ({
    title: section.title,
    items: section.pages.flatMap((id) => {
      const page = pages.get(id);
      if (!page) return [];
      const minutes = page.kind === 'lesson' ? page.minutes : undefined;
      return [
        {
          id,
          href: page.href,
          title: page.title,
          own: languageAttributes(page.language ?? course.language, wordsLanguage),
          number: numbers.get(id),
          minutes: minutes === undefined ? '' : word('outline.minutes', { minutes }),
          quiz: page.kind === 'quiz' ? word('outline.quiz') : '',
        },
      ];
    }),
  }));
}
