import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type CourseConfig, type CourseRules, loadCourseConfig, type LoadedConfig } from '../config/course-config.ts';
import { loadFrontMatter } from '../config/front-matter.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { Course, CoursePage, LessonPage, Quiz, QuizPage, Section } from './course.ts';
import { takeQuizzes } from './parse-inline-quiz.ts';
import { parseQuizFile } from './parse-quiz-file.ts';
import type { Project } from './project.ts';
import { proposedId } from './proposed-id.ts';
import type { TrueFalseWords } from './questions/question-form.ts';

/** Words of the course's language that the content itself refers to. */
export interface CourseWords extends TrueFalseWords {
  /** Title of an inline quiz that names none: "Check your understanding". */
  readonly quizTitle: string;
}

/**
 * Makes the course of a project: configuration, lessons with their quizzes, order. What is wrong is a message on its
 * file; a page that cannot be read is left out, so that all others are still checked.
 *
 * @param wordsOf gives the learner words for a language
 * @returns null if not even `course.yml` could be read
 */
export function parseCourse(project: Project, wordsOf: (language: string) => CourseWords): Course | null {
  const loaded = loadCourseConfig(project.config);
  // Without a language the lessons are still parsed, so that their faults are told in the same run.
  const words = wordsOf(loaded?.config.language ?? 'en');
  const quizFiles = new Map(project.quizzes.map((file) => [sourceOf(file), file]));
  const pages: CoursePage[] = [];
  const sources = new Set<string>();
  for (const file of project.lessons) {
    sources.add(sourceOf(file));
    const own = ['.quiz.yml', '.quiz.yaml'].map((end) => sourceOf(file).replace(/\.md$/, end)).find((name) => quizFiles.has(name));
    const quizFile = own === undefined ? null : (quizFiles.get(own) ?? null);
    if (own !== undefined) quizFiles.delete(own);
    const page = parseLesson(file, quizFile, words);
    if (page !== null) pages.push(page);
  }
  for (const file of quizFiles.values()) {
    sources.add(sourceOf(file));
    const page = parseQuizPage(file);
    if (page !== null) pages.push(page);
  }
  if (loaded === null) return null;
  const { config } = loaded;
  if (sources.size === 0) {
    report(project.config, 'no-pages', { reason: 'The course has no lesson and no quiz', fix: 'Add a lesson, such as `01-welcome.md`', at: { line: 1, column: 1 } });
  }
  pages.sort((a, b) => Buffer.compare(Buffer.from(a.source), Buffer.from(b.source)));
  const ordered = order(loaded, pages, sources, project.config);
  return {
    id: config.id,
    title: config.title,
    description: config.description,
    version: config.version,
    language: config.language,
    direction: directionOf(config.language),
    sections: ordered.sections,
    pages: ordered.pages,
    rules: rulesOf(config, ordered.pages),
    file: project.config,
  };
}

function parseLesson(file: VFile, quizFile: VFile | null, words: CourseWords): LessonPage | null {
  if (file.messages.some((message) => message.fatal)) return null;
  const tree = parseMarkdown(file);
  const loaded = loadFrontMatter(file, tree);
  const blocks: Root = { ...tree, children: tree.children.filter((node) => node.type !== 'yaml') };
  const { body, quizzes } = takeQuizzes(blocks, file, words.quizTitle, words);
  const own = quizFile === null ? null : parseQuizFile(quizFile);
  if (blocks.children.length === 0) {
    report(file, 'empty-lesson', { reason: 'The lesson is empty', fix: 'Write at least one paragraph below the front matter, or remove the file', at: { line: 1, column: 1 } });
  }
  if (loaded === null) return null;
  const { matter } = loaded;
  const source = sourceOf(file);
  const id = matter.id ?? stemId(source);
  return {
    kind: 'lesson',
    id,
    title: matter.title,
    source,
    href: hrefOf(id),
    file,
    ...(matter.minutes === undefined ? {} : { minutes: matter.minutes }),
    ...(matter.track === undefined ? {} : { track: matter.track }),
    ...(matter.summary === undefined ? {} : { summary: matter.summary }),
    objectives: matter.objectives ?? [],
    body: own === null ? body : { ...body, children: [...body.children, { type: 'quizPlace', quiz: own.id }] },
    quizzes: own === null ? quizzes : [...quizzes, own],
  };
}

function parseQuizPage(file: VFile): QuizPage | null {
  if (file.messages.some((message) => message.fatal)) return null;
  const quiz = parseQuizFile(file);
  if (quiz === null) return null;
  const source = sourceOf(file);
  return { kind: 'quiz', id: quiz.id, title: quiz.title, source, href: hrefOf(quiz.id), file, quiz };
}

/** The pages in the order of `modules:`, else as they come: by file name. */
function order({ config, source }: LoadedConfig, pages: readonly CoursePage[], sources: ReadonlySet<string>, file: VFile): { pages: readonly CoursePage[]; sections: readonly Section[] } {
  if (config.modules === undefined) return { pages, sections: [{ title: '', pages: pages.map((page) => page.id) }] };
  const bySource = new Map(pages.map((page) => [page.source, page]));
  const used = new Set<string>();
  const ordered: CoursePage[] = [];
  const sections = config.modules.map((module, moduleIndex): Section => {
    const ids: string[] = [];
    for (const [index, name] of module.pages.entries()) {
      const at = source.at(['modules', moduleIndex, 'pages', index]);
      if (!sources.has(name)) {
        const meant = didYouMean(name, sources);
        report(file, 'unknown-page', { reason: `There is no \`${name}\` in the course folder`, fix: meant === null ? 'Name a lesson (`*.md`) or a quiz (`*.quiz.yml`)' : `Did you mean \`${meant}\`?`, at });
        continue;
      }
      if (used.has(name)) {
        report(file, 'duplicate-id', { reason: `\`${name}\` is listed twice`, fix: 'Keep one of the two', at });
        continue;
      }
      used.add(name);
      const page = bySource.get(name);
      // A page that could not be read has said why in its own file.
      if (page === undefined) continue;
      ordered.push(page);
      ids.push(page.id);
    }
    return { title: module.title, pages: ids };
  });
  for (const name of sources) {
    if (!used.has(name)) report(file, 'unlisted-page', { reason: `\`${name}\` is not listed under \`modules\` and is left out`, fix: 'Add it to a module, or move it out of the folder', at: source.keyAt(['modules']) });
  }
  return { pages: ordered, sections };
}

/** Defaults depend on what the course holds: with a quiz that counts it is passed, without it is completed. */
function rulesOf(config: CourseConfig, pages: readonly CoursePage[]): CourseRules {
  const counted = quizzesOf(pages).some((quiz) => quiz.weight > 0);
  return {
    report: config.report ?? (counted ? 'passed-incomplete' : 'completed-incomplete'),
    pass: counted ? (config.passing?.score ?? 80) : null,
    mustPass: config.passing?.quizzes ?? [],
    completion: config.completion ?? (counted ? 'both' : 'lessons'),
  };
}

/** All quizzes of a course, in order. */
export function quizzesOf(pages: readonly CoursePage[]): readonly Quiz[] {
  return pages.flatMap((page) => (page.kind === 'lesson' ? page.quizzes : [page.quiz]));
}

/** Open edX serves files by base name, so that no page may be called like the player. */
const hrefOf = (id: string): string => (id === 'index' ? 'page-index.html' : `${id}.html`);

const sourceOf = (file: VFile): string => String(file.data['source'] ?? file.path);

/** `01-production-mental-model.md` → `production-mental-model`: numbers order files and may change. */
function stemId(source: string): string {
  const stem = (source.split('/').at(-1) ?? source).replace(/\.md$/, '');
  return proposedId(stem.replace(/^\d+[-_. ]*/, ''), proposedId(stem, 'lesson'));
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'ha', 'he', 'khw', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr');
