import { type ShortcutKey, shortcutKeys } from '../contract/shortcuts.ts';
import type { Course } from '../course/course.ts';
import { drawTemplate } from './draw-template.ts';
import { languageAttributes } from './language-attributes.ts';
import { outlineSections } from './outline-sections.ts';
import { pageLook } from './page-look.ts';
import { specialPages } from './special/index.ts';
import { type SpecialSetting, specialHref } from './special/special-page.ts';

/** What each shortcut does, by key of the learner words. */
const shortcutWords: Readonly<Record<ShortcutKey, string>> = {
  n: 'keys.next',
  p: 'keys.previous',
  c: 'keys.contents',
  '/': 'keys.search',
  g: 'keys.glossary',
  '?': 'keys.help',
};

/** The page that who has not begun yet is shown. */
function openedFirst(course: Course) {
  const greeting = specialPages.find((page) => page.isIn(course) && page.greets?.(course));
  return greeting === undefined ? course.pages[0] : { id: greeting.id, href: specialHref(greeting.id) };
}

/** The launch page. Its outline is plain links to the pages, which the player's script brings to life. */
export function renderPlayer({ course, gathering, templates, w, theme, slots }: SpecialSetting): string {
  const around = specialPages.filter((page) => page.isIn(course));
  const linked = (link: 'above' | 'below') => {
    const links = around
      .filter((page) => page.link === link)
      .map(({ id, title }) => ({ id, href: specialHref(id), title: gathering.word(title) }));
    return { any: links.length > 0, links };
  };
  const own = languageAttributes(course.language, gathering.wordsLanguage);
  // It stands one folder above the pages that links and pictures are written for.
  const brand = slots
    .fill('player-brand', {}, own)
    .replaceAll(
      /(href|src)="(?![\w+.-]+:|#)(\.\.\/)?/g,
      (_, name, up) => `${name}="${up === undefined ? 'pages/' : ''}`,
    );
  return drawTemplate(templates, 'player', {
    w,
    // Most of what stands here are the player's own words.
    language: gathering.wordsLanguage,
    own,
    brand,
    direction: course.direction,
    title: course.title,
    documentTitle: course.title,
    look: pageLook(theme, ''),
    total: course.pages.length,
    opens: openedFirst(course),
    keys: shortcutKeys
      .map((key) => ({ key, does: gathering.word(shortcutWords[key]) }))
      .filter(({ key }) => key !== 'g' || around.some(({ id }) => id === '_glossary')),
    above: linked('above'),
    below: linked('below'),
    sections: outlineSections(course, gathering),
  });
}
