import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import {
  type CourseConfig,
  type CourseRules,
  type LoadedConfig,
  loadCourseConfig,
  loadTranslationConfig,
} from '../config/course-config.ts';
import { loadFrontMatter } from '../config/front-matter.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import {
  type Course,
  type CoursePage,
  type LessonPage,
  type Quiz,
  type QuizPage,
  type Section,
  unreadId,
} from './course.ts';
import { type CourseWords, courseWords, type SpokenWords } from './course-words.ts';
import { directionOf } from './direction-of.ts';
import { isComment } from './is-unseen.ts';
import { parseObjectives } from './objectives.ts';
import { parseOpens } from './page-opens.ts';
import { parseGlossary } from './parse-glossary.ts';
import { takeQuizzes } from './parse-inline-quiz.ts';
import { parseQuizFile } from './parse-quiz-file.ts';
import type { Project } from './project.ts';
import { stemId } from './stem-id.ts';
import { languageOf, translatedObjectives, translatedSections, withOriginal } from './translation.ts';
import { wordsOfEdition } from './words-of-edition.ts';

/**
 * Makes the course of a project: configuration, lessons with their quizzes, order. What is wrong is a message on its
 * file. What could not be read is there all the same, with an id of `unreadId`, so that the rest is still checked and
 * no message is about the consequence of another.
 *
 * @param project of one language (`editionsOf`)
 * @param wordsOf gives the tool's words for a language
 */
export function parseCourse(project: Project, wordsOf: (language: string) => SpokenWords): Course {
  const loaded = (isBroken(project.config) ? null : loadCourseConfig(project.config)) ?? unreadConfig;
  const { config } = loaded;
  const { edition } = project;
  const language = edition?.language ?? config.language;
  const translation =
    edition?.config == null || isBroken(edition.config) ? null : loadTranslationConfig(edition.config);
  const words = wordsOfEdition(loaded, translation, project, wordsOf);
  const contentWords = courseWords(words.words);
  const mainWords = edition === undefined ? contentWords : courseWords(wordsOf(edition.main).words);
  const quizFiles = new Map(project.quizzes.map((file) => [sourceOf(file), file]));
  const pages: CoursePage[] = [];
  for (const file of project.lessons) {
    const own = ['.quiz.yml', '.quiz.yaml']
      .map((end) => sourceOf(file).replace(/\.md$/, end))
      .find((name) => quizFiles.has(name));
    const quizFile = own === undefined ? null : (quizFiles.get(own) ?? null);
    if (own !== undefined) quizFiles.delete(own);
    pages.push(parseLesson(file, quizFile, file.data['language'] === undefined ? contentWords : mainWords));
  }
  for (const file of quizFiles.values()) pages.push(parseQuizPage(file));
  if (pages.length === 0) {
    report(project.config, 'no-pages', {
      reason: 'The course has no lesson and no quiz',
      fix: 'Add a lesson, such as `01-welcome.md`',
      at: { line: 1, column: 1 },
    });
  }
  pages.sort((a, b) => Buffer.compare(Buffer.from(a.source), Buffer.from(b.source)));
  const ordered = order(loaded, pages, project.config);
  return {
    id: config.id,
    title: translation?.config.title ?? config.title,
    description: translation?.config.description ?? config.description,
    version: config.version,
    language,
    direction: directionOf(language),
    words,
    ...(edition !== undefined && edition.languages.length > 1
      ? { edition: { main: edition.main, languages: edition.languages } }
      : {}),
    sections: translatedSections(ordered.sections, translation, config),
    pages: ordered.pages,
    rules: rulesOf(config, ordered.pages),
    ...(config.certificate === undefined || config.certificate === false
      ? {}
      : { certificate: config.certificate === true ? {} : config.certificate }),
    ...(config.theme === undefined ? {} : { theme: config.theme }),
    // A course of one page says on that page what it is.
    ...((config.home ?? ordered.pages.length > 1) ? { home: true } : {}),
    ...translatedObjectives(parseObjectives(loaded, project.config), translation, config),
    ...(config.passing?.score === undefined ? {} : { hasMark: true as const }),
    ...(config.gating === 'sequential' ? { gating: config.gating } : {}),
    ...(config.allowedHosts.length > 0 ? { allowedHosts: config.allowedHosts } : {}),
    ...(project.glossary === undefined
      ? {}
      : { glossary: parseGlossary(project.glossary, config.glossary === 'auto') }),
    file: project.config,
    at: loaded.source.at,
  };
}

const firstCharacter = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Stands in for a `course.yml` with errors, so that the lessons' mistakes are told in the same run. */
const unreadConfig: LoadedConfig = {
  config: {
    id: unreadId('course'),
    title: 'Course',
    description: '',
    version: '1.0.0',
    language: 'en',
    allowedHosts: [],
  },
  source: { value: {}, at: () => firstCharacter, keyAt: () => firstCharacter, text: () => null },
};

function parseLesson(file: VFile, quizFile: VFile | null, words: CourseWords): LessonPage {
  const source = sourceOf(file);
  const unread = {
    kind: 'lesson',
    id: unreadId(source),
    title: source,
    source,
    href: 'unread.html',
    file,
    objectives: [],
  } as const;
  const own = quizFile === null ? null : parseTranslatedQuiz(quizFile);
  const ownQuiz = own === null ? [] : [own];
  if (isBroken(file)) return { ...unread, body: { type: 'root', children: [] }, quizzes: ownQuiz };
  const tree = parseMarkdown(file);
  const loaded = withOriginal(loadFrontMatter(file, tree), file);
  const blocks: Root = { ...tree, children: tree.children.filter((node) => node.type !== 'yaml') };
  const { body, quizzes } = takeQuizzes(blocks, file, words.quizTitle, words);
  if (own === null && !isBroken(file, 'nesting-too-deep') && blocks.children.every(isComment)) {
    report(file, 'empty-lesson', {
      reason: 'The lesson is empty',
      fix:
        tree.children.length === 0
          ? 'Write front matter with a `title:` and at least one paragraph, or remove the file'
          : 'Write at least one paragraph below the front matter, or remove the file',
      at: { line: 1, column: 1 },
    });
  }
  const content = {
    body: own === null ? body : { ...body, children: [...body.children, { type: 'quizPlace' as const, quiz: own.id }] },
    quizzes: [...quizzes, ...ownQuiz],
  };
  if (loaded === null) return { ...unread, ...content };
  const { matter } = loaded;
  const id = matter.id ?? stemId(source);
  return {
    kind: 'lesson',
    id,
    title: matter.title,
    source,
    href: hrefOf(id),
    file,
    ...(matter.id === undefined ? {} : { idAt: loaded.source.at(['id']) }),
    ...(matter.minutes === undefined ? {} : { minutes: matter.minutes }),
    ...(matter.track === undefined ? {} : { track: matter.track }),
    ...(matter.summary === undefined ? {} : { summary: matter.summary }),
    objectives: matter.objectives ?? [],
    ...languageOf(file),
    ...(matter.opens === undefined ? {} : { opens: parseOpens(matter.opens, loaded.source.at(['opens'])) }),
    ...content,
  };
}

const parseTranslatedQuiz = (file: VFile): Quiz => ({ ...parseQuizFile(file), ...languageOf(file) });

/** Whether a file has said that it cannot be used (by this rule). */
const isBroken = (file: VFile, rule?: RuleId): boolean =>
  file.messages.some((message) => message.fatal && (rule === undefined || message.ruleId === rule));

function parseQuizPage(file: VFile): QuizPage {
  const quiz = parseTranslatedQuiz(file);
  return {
    kind: 'quiz',
    id: quiz.id,
    title: quiz.title,
    source: sourceOf(file),
    href: hrefOf(quiz.id),
    file,
    quiz,
    ...(quiz.language === undefined ? {} : { language: quiz.language }),
    ...(quiz.opens === undefined ? {} : { opens: quiz.opens }),
    ...(quiz.position === undefined ? {} : { idAt: quiz.position }),
  };
}

/** The pages in the order of `modules:`, else as they come: by file name. */
function order(
  { config, source }: LoadedConfig,
  pages: readonly CoursePage[],
  file: VFile,
): { pages: readonly CoursePage[]; sections: readonly Section[] } {
  if (config.modules === undefined) return { pages, sections: [{ title: '', pages: pages.map((page) => page.id) }] };
  const bySource = new Map(pages.map((page) => [page.source, page]));
  const used = new Set<string>();
  const ordered: CoursePage[] = [];
  const sections = config.modules.map((module, moduleIndex): Section => {
    const ids: string[] = [];
    for (const [index, name] of module.pages.entries()) {
      const at = source.at(['modules', moduleIndex, 'pages', index]);
      const page = bySource.get(name);
      const lesson = name.replace(/\.quiz\.ya?ml$/, '.md');
      if (page === undefined && lesson !== name && bySource.has(lesson)) {
        report(file, 'unknown-page', {
          reason: `\`${name}\` is no page of its own: it is the quiz of \`${lesson}\`, and stands at its end`,
          fix: 'Remove the line, or give the file another name than the lesson has',
          at,
        });
        continue;
      }
      if (page === undefined) {
        const meant = didYouMean(name, bySource.keys());
        report(file, 'unknown-page', {
          reason: `There is no \`${name}\` in the course folder`,
          fix: meant === null ? 'Name a lesson (`*.md`) or a quiz (`*.quiz.yml`)' : `Did you mean \`${meant}\`?`,
          at,
        });
        continue;
      }
      if (used.has(name)) {
        report(file, 'duplicate-id', { reason: `\`${name}\` is listed twice`, fix: 'Keep one of the two', at });
        continue;
      }
      used.add(name);
      ordered.push(page);
      ids.push(page.id);
    }
    return { title: module.title, pages: ids };
  });
  for (const name of bySource.keys()) {
    if (!used.has(name))
      report(file, 'unlisted-page', {
        reason: `\`${name}\` is not listed under \`modules\` and is left out`,
        fix: 'Add it to a module, or move it out of the folder',
        at: source.keyAt(['modules']),
      });
  }
  return { pages: ordered, sections };
}

/**
 * Defaults depend on what the course holds: with a quiz that counts it is passed, without it is completed. One of surveys
 * alone has nothing to read, and would be complete before anything is done.
 */
function rulesOf(config: CourseConfig, pages: readonly CoursePage[]): CourseRules {
  const weighted = quizzesOf(pages).filter((quiz) => quiz.weight > 0);
  const counted = weighted.some(isScored);
  const isSurvey = weighted.length > 0 && pages.every(({ kind }) => kind === 'quiz');
  return {
    report: config.report ?? (counted ? 'passed-incomplete' : 'completed-incomplete'),
    pass: counted ? (config.passing?.score ?? 80) : null,
    mustPass: config.passing?.quizzes ?? [],
    completion: config.completion ?? (counted ? 'both' : isSurvey ? 'quizzes' : 'lessons'),
  };
}

/** Whether anything in the quiz is worth points; of one whose questions could not be read it is taken to be so. */
export const isScored = (quiz: Quiz): boolean =>
  quiz.questions.length === 0 || quiz.questions.some((question) => question.points > 0);

/** All quizzes of a course, in order. */
export function quizzesOf(pages: readonly CoursePage[]): readonly Quiz[] {
  return pages.flatMap((page) => (page.kind === 'lesson' ? page.quizzes : [page.quiz]));
}

/**
 * Open edX serves files by base name, so that no page may be called like the player, and Windows opens some names as
 * devices. No id begins with `_`.
 */
const hrefOf = (id: string): string =>
  /^(?:index|aux|con|nul|prn|com\d|lpt\d)$/.test(id) ? `_${id}.html` : `${id}.html`;

const sourceOf = (file: VFile): string => String(file.data['source'] ?? file.path);
