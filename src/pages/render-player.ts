import type { Course } from '../course/course.ts';
import { drawTemplate } from './draw-template.ts';
import type { NestedWords } from './flatten-words.ts';
import type { PageGathering } from './page-gathering.ts';
import type { PageKit } from './page-kit.ts';

/** The launch page. Its outline is plain links to the pages, which the player's script brings to life. */
export function renderPlayer(course: Course, kit: PageKit, w: NestedWords, { word }: PageGathering): string {
  const numbers = new Map(course.pages.map((page, index) => [page.id, index + 1]));
  const pages = new Map(course.pages.map((page) => [page.id, page]));
  const sections = course.sections.map((section) => ({
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
          number: numbers.get(id),
          minutes: minutes === undefined ? '' : word('outline.minutes', { minutes }),
          quiz: page.kind === 'quiz' ? word('outline.quiz') : '',
        },
      ];
    }),
  }));
  return drawTemplate(kit.templates, 'player', {
    w,
    language: course.language,
    direction: course.direction,
    title: course.title,
    documentTitle: course.title,
    total: course.pages.length,
    sections,
  });
}
