import { drawTemplate } from '../draw-template.ts';
import type { RuntimePieces } from '../join-runtime.ts';
import { languageAttributes } from '../language-attributes.ts';
import { pageLook } from '../page-look.ts';
import type { PackageFile } from '../rendered-course.ts';
import { specialPages } from './index.ts';
import { type SpecialPage, type SpecialSetting, specialHref } from './special-page.ts';

/** The special pages that this course has, each with the script and style it names. */
export function renderSpecialPages(setting: SpecialSetting, pieces: RuntimePieces): readonly PackageFile[] {
  const pages = specialPages.filter((page) => page.isIn(setting.course));
  const scripts = new Set(pages.flatMap(({ script }) => script ?? []));
  const styles = new Set(pages.flatMap(({ style }) => style ?? []));
  return [
    ...pages.map((page) => ({ path: `pages/${specialHref(page.id)}`, text: render(page, setting) })),
    ...pages.flatMap((page) => page.files?.(setting) ?? []),
    ...[...scripts].map((name) => ({ path: `${name}.js`, text: pieces.special(name) })),
    ...[...styles].map((name) => ({ path: `${name}.css`, text: `${pieces.style(`special/${name}`)}\n` })),
  ];
}

function render(page: SpecialPage, setting: SpecialSetting): string {
  const { course, gathering, templates, w, theme, slots } = setting;
  const own = languageAttributes(course.language, gathering.wordsLanguage);
  const title = gathering.word(page.title);
  return drawTemplate(templates, `special/${page.template}`, {
    w,
    id: page.id,
    look: pageLook(theme, '../'),
    slot: {
      home: slots.fill('home-intro', {}, own),
      end: slots.fill('end-next', {}, own),
      certificate: slots.fill('certificate-body', {}, own),
      page: slots.fill('page-footer', {}, own),
    },
    // Most of what stands here are the tool's own words.
    language: gathering.wordsLanguage,
    own,
    direction: course.direction,
    course: course.title,
    title,
    documentTitle: gathering.word('page.titleAround', { page: title, course: course.title }),
    script: page.script ?? '',
    style: page.style ?? '',
    ...page.view(setting),
  });
}
