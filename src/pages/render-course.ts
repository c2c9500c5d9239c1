import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import type { CourseData } from '../contract/course-data.ts';
import type { Course, CoursePage, LessonPage, Quiz } from '../course/course.ts';
import { directionOf } from '../course/direction-of.ts';
import { glossaryPage, termAnchor } from '../course/glossary.ts';
import type { Project } from '../course/project.ts';
import { lessonIdPrefix } from '../markdown/lesson-id-prefix.ts';
import { toHtml } from '../markdown/to-html.ts';
import { toPlainText } from '../markdown/to-plain-text.ts';
import { buildOf, makeCourseData, playerFile } from './course-data.ts';
import { drawTemplate } from './draw-template.ts';
import { type NestedWords, nestWords } from './flatten-words.ts';
import { joinPageScript, joinQuizStyle, joinStyle } from './join-runtime.ts';
import { languageAttributes } from './language-attributes.ts';
import { gatherPages, type PageGathering } from './page-gathering.ts';
import type { PageKit } from './page-kit.ts';
import { pageLook } from './page-look.ts';
import { pageTexts } from './page-texts.ts';
import { type Definition, renderDefinitions } from './render-definitions.ts';
import { renderPlayer } from './render-player.ts';
import { type RenderedQuiz, renderQuiz } from './render-quiz.ts';
import type { PackageFile, RenderedCourse } from './rendered-course.ts';
import { runtimeVariant, usedParts } from './runtime-variant.ts';
import { renderSlots, type Slots } from './slots/render-slots.ts';
import { noteUnusedTerms } from './special/note-unused-terms.ts';
import { pagesInRow } from './special/pages-in-row.ts';
import { renderSpecialPages } from './special/render-special-pages.ts';
import type { RenderedTheme } from './theme/render-theme.ts';

/**
 * Makes every file of the package that no target owns: `index.html`, scripts, styles, `pages/`,
 * `media/`. Pure; problems of the content become messages on the sources' VFiles.
 */
export function renderCourse(course: Course, project: Project, kit: PageKit): RenderedCourse {
  const gathering = gatherPages(course, project, kit);
  const w = nestWords(kit.words);
  const theme = course.theme === undefined ? null : (kit.theme?.(course, course.theme, project) ?? null);
  // Lessons first: links lead to sections of each other, and from quizzes to them.
  const bodies = new Map(
    course.pages.flatMap((page) =>
      page.kind === 'lesson'
        ? [[page, gathering.render(page.body.children, page.file, lessonIdPrefix, 2)] as const]
        : [],
    ),
  );
  const slots = renderSlots(course, project.templates ?? [], gathering);
  gathering.finishLinks();
  const definitions = renderDefinitions(course, gathering);
  const pages = course.pages.map((page, index) =>
    renderPage(page, index, { course, kit, gathering, w, bodies, definitions, theme, slots }),
  );
  const quizzes = pages.flatMap((page) => page.quizzes.map((quiz) => quiz.data));
  const unbuilt = makeCourseData(course, quizzes, kit, gathering);
  const setting = {
    ...{ course, data: unbuilt, gathering, templates: kit.templates, w, bodies, definitions, theme, slots },
    stem: kit.stem ?? null,
    quizzes: pages.flatMap((page) => page.quizzes),
    texts: pages.flatMap((page) => page.texts),
  };
  // Before the media are listed: they may add some.
  const special = renderSpecialPages(setting, kit.runtime);
  noteUnusedTerms(course, gathering);

  const variant = runtimeVariant(course, gathering);
  const used = usedParts(course, gathering, { theme, slots });

  const content: readonly PackageFile[] = [
    ...pages.flatMap((page) => page.files),
    ...special,
    ...[...gathering.generated.values()].map(({ path, text }) => ({ path, text })),
    ...[...new Set([...gathering.media, ...(theme?.media ?? [])])].map(({ packaged, absolute, bytes }) => ({
      path: packaged,
      file: absolute,
      size: bytes,
    })),
    { path: 'index.html', text: renderPlayer(setting) },
    { path: 'page.js', text: joinPageScript(kit.runtime, variant, used) },
    { path: 'course.css', text: joinStyle(kit.runtime, used) },
    ...(quizzes.length === 0
      ? []
      : [
          { path: 'quiz.js', text: kit.runtime.quiz(variant) },
          { path: 'quiz.css', text: joinQuizStyle(kit.runtime, used) },
        ]),
    ...(theme === null || theme.css === '' ? [] : [{ path: 'theme.css', text: theme.css }]),
  ];
  const player = kit.runtime.player(variant);
  const data: CourseData = { ...unbuilt, build: buildOf([...content, { path: 'player.js', text: player }], unbuilt) };
  // What the player asks the server for, to see that the session is alive.
  const probe: PackageFile = { path: 'probe.txt', text: `${data.build}\n` };
  const files = [...content, playerFile(data, player), probe].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { course, data, files };
}

interface PageSetting {
  readonly course: Course;
  readonly kit: PageKit;
  readonly gathering: PageGathering;
  readonly w: NestedWords;
  /** The lessons' texts. */
  readonly bodies: ReadonlyMap<CoursePage, HastRoot>;
  /** By term. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly theme: RenderedTheme | null;
  readonly slots: Slots;
}

function renderPage(page: CoursePage, index: number, setting: PageSetting) {
  const { course, kit, gathering, w, bodies, definitions, theme, slots } = setting;
  const language = page.language ?? course.language;
  const around = languageAttributes(kit.wordsLanguage, language);
  const firstText = gathering.texts.length;
  const quizzes = (page.kind === 'quiz' ? [page.quiz] : page.quizzes).map((quiz: Quiz) =>
    renderQuiz(quiz, {
      page: page.id,
      kind: page.kind,
      ownTitle: page.kind === 'lesson' && !standsUnderItsTitle(quiz, page.body),
      around,
      language: quiz.language ?? course.language,
      pageLanguage: language,
      templates: kit.templates,
      w,
      gathering,
      slots,
    }),
  );
  const texts = pageTexts(page.href, gathering.texts, [firstText, gathering.texts.length]);
  const place = { number: index + 1, total: course.pages.length };
  const row = pagesInRow(course, gathering);
  const here = row.findIndex(({ id }) => id === page.id);
  const lesson = page.kind === 'lesson' ? page : null;
  const body = lesson
    ? placeQuizzes(toHtml(bodies.get(page) ?? { type: 'root', children: [] }), quizzes)
    : quizzes.map((quiz) => quiz.html).join('\n');
  const text = drawTemplate(kit.templates, page.kind === 'lesson' ? 'lesson' : 'quiz-page', {
    w,
    id: page.id,
    look: pageLook(theme, '../'),
    slot: {
      header: lesson === null ? '' : slots.fill('lesson-header', { lesson: lessonValues(course, lesson) }),
      footer: lesson === null ? '' : slots.fill('lesson-footer', { lesson: lessonValues(course, lesson) }),
      page: slots.fill('page-footer', {}, languageAttributes(course.language, language)),
    },
    language,
    direction: directionOf(language),
    // The page's own words say what they are in where that is another language.
    around,
    words: around === '' ? '' : kit.wordsLanguage,
    course: course.title,
    title: page.title,
    documentTitle: gathering.word('page.title', { page: page.title, course: course.title, ...place }),
    // Where lessons stand in modules, they are none themselves.
    module: lesson ? gathering.word(inModules(course) ? 'page.lesson' : 'page.module', lessonPlace(course, page)) : '',
    track: lesson?.track ?? '',
    minutes: lesson?.minutes === undefined ? '' : gathering.word('page.minutes', { minutes: lesson.minutes }),
    summary: lesson?.summary ?? '',
    objectives: lesson?.objectives ?? [],
    hasObjectives: (lesson?.objectives.length ?? 0) > 0,
    asks: quizzes.length > 0,
    texts: texts?.name ?? '',
    body,
    frameHosts: frameHosts(body),
    terms: [...(gathering.terms.get(page.source) ?? [])].map((id) => ({
      anchor: termAnchor(id),
      id,
      brief: definitions.get(id)?.brief ?? '',
    })),
    glossary: glossaryPage,
    previous: row[here - 1] ?? null,
    next: row[here + 1] ?? null,
  });
  return {
    files: [{ path: `pages/${page.href}`, text }, ...(texts === null ? [] : [texts.file])],
    quizzes,
    texts: texts === null ? [] : [texts.name],
  };
}

/** Whether the author wrote the quiz's title as a heading right above it; saying it twice would look like a mistake. */
function standsUnderItsTitle(quiz: Quiz, body: Root): boolean {
  const place = body.children.findIndex((node) => node.type === 'quizPlace' && node.quiz === quiz.id);
  const above = body.children[place - 1];
  return above?.type === 'heading' && toPlainText([above]).toLowerCase() === quiz.title.toLowerCase();
}

const inModules = ({ sections }: Course): boolean => sections.some(({ title }) => title !== '');

/** Where a lesson stands among the lessons: an exam of its own is no module. */
function lessonPlace(course: Course, page: CoursePage) {
  const lessons = course.pages.filter((each) => each.kind === 'lesson');
  return { number: lessons.indexOf(page as LessonPage) + 1, total: lessons.length };
}

/** What slots are told of a lesson. */
function lessonValues(course: Course, page: LessonPage) {
  const { title, track = '', minutes = '' } = page;
  const module = course.sections.find((section) => section.pages.includes(page.id))?.title ?? '';
  return { ...lessonPlace(course, page), title, module, track, minutes };
}

/** Hosts whose pages the page may load into a frame. No HTML of an author has `data-` attributes. */
function frameHosts(html: string): readonly string[] {
  return [
    ...new Set([...html.matchAll(/ data-embed="https:\/\/([a-z0-9.-]+)[/"]/g)].map(([, host = '']) => host)),
  ].sort();
}

/** Puts each quiz where the lesson says; one without a place comes at the end. Only the renderer can make such places. */
function placeQuizzes(html: string, quizzes: readonly RenderedQuiz[]): string {
  const waiting = new Map(quizzes.map((quiz) => [quiz.data.id, quiz.html]));
  const placed = html.replace(/<div data-quiz-place="([^"]*)"><\/div>/g, (_whole, id: string) => {
    const form = waiting.get(id) ?? '';
    waiting.delete(id);
    return form;
  });
  return [placed, ...waiting.values()].join('\n');
}
