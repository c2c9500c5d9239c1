import type { VFile } from 'vfile';
import { checkCourse } from './course/check-course.ts';
import { isSameLanguage } from './course/choose-language.ts';
import type { Course } from './course/course.ts';
import type { SpokenWords } from './course/course-words.ts';
import { editionsOf } from './course/editions-of.ts';
import { findAhead, guessAhead } from './course/find-ahead.ts';
import { hasFormulas } from './course/has-formulas.ts';
import { parseCourse } from './course/parse-course.ts';
import type { Project } from './course/project.ts';
import { withOriginalIds } from './course/with-original-ids.ts';
import { countMessages } from './diagnostics/format-messages.ts';
import type { PrepareAhead } from './markdown/ahead/prepare-ahead.ts';
import type { FormulaSource } from './markdown/math/formula.ts';
import { isolateNames } from './pages/isolate-names.ts';
import type { RuntimePieces } from './pages/join-runtime.ts';
import type { PageKit, Templates } from './pages/page-kit.ts';
import { renderCourse } from './pages/render-course.ts';
import type { PackageFile, RenderedCourse } from './pages/rendered-course.ts';
import { loadStemmer } from './pages/search/stemmers.ts';
import type { ThemeRenderer } from './pages/theme/render-theme.ts';
import type { ControlFiles, Target } from './targets/target.ts';

/** What compiling needs beside the course; read once from the installed tool, used for every course. */
export interface Toolbox {
  readonly templates: Templates;
  readonly wordsOf: (language: string) => SpokenWords;
  readonly prepareAhead: PrepareAhead;
  /** Loads what makes formulas, which takes as long as a small course: only for a course that has some. */
  readonly loadFormulas: () => Promise<FormulaSource>;
  /** Loads what reads colours and style sheets: only for a course with a theme. */
  readonly loadThemes: () => Promise<ThemeRenderer>;
  /** The browser's part, piece by piece. */
  readonly runtime: (target: Target) => RuntimePieces;
  readonly control: (target: Target) => ControlFiles;
}

export interface Compiled {
  /** Every source that was read; what is wrong stands in their messages. */
  readonly sources: readonly VFile[];
  /** null if any message is an error. */
  readonly output: CompiledOutput | null;
}

export interface CompiledOutput {
  readonly course: Course;
  readonly rendered: RenderedCourse;
  /** The files of the package, in the order of the zip. */
  readonly files: readonly PackageFile[];
}

/**
 * A project to the files of its package, without disk or clock. Each stage goes on over all files, so that one
 * run tells every mistake; only a stage that needs a sound course is left out after errors.
 *
 * @param given one edition of a project (`editionsOf`); of a project that has none yet, the one in its main language
 * @param original of a translation, the course in its main language
 */
export async function compile(given: Project, target: Target, toolbox: Toolbox, original?: Course): Promise<Compiled> {
  const [project = given] = given.edition === undefined ? editionsOf(given) : [given];
  const translation = project.edition?.config ?? null;
  const sources = [
    project.config,
    ...(translation === null ? [] : [translation]),
    ...project.lessons,
    ...project.quizzes,
    ...(project.glossary ? [project.glossary] : []),
    ...(project.styleSheets ?? []),
    ...(project.templates ?? []),
    ...project.others,
  ];
  const done = (output: CompiledOutput | null): Compiled => ({
    sources,
    output: countMessages(sources).errors > 0 ? null : output,
  });

  // Drawing and colouring begin on another core while this one parses; a failure is told where they are needed.
  toolbox.prepareAhead(guessAhead(project)).catch(() => undefined);
  const parsed = parseCourse(project, toolbox.wordsOf);
  const course = original === undefined ? parsed : withOriginalIds(parsed, original);
  checkCourse(course);
  const kit: PageKit = {
    templates: toolbox.templates,
    words: isolateNames(course.words.words, course.words.language),
    wordsLanguage: spokenIn(course),
    runtime: toolbox.runtime(target),
    stem: await loadStemmer(course.language),
    ...(await toolbox.prepareAhead(findAhead(course))),
    formula: hasFormulas(course) ? await toolbox.loadFormulas() : noFormulas,
    ...(course.theme === undefined ? {} : { theme: await toolbox.loadThemes() }),
    reportsTexts: target.reportsTexts,
    stateLimit: target.limits.stateCharacters,
  };
  // Rendering also finds mistakes (links, images, diagrams), so it runs even after errors in other files.
  const rendered = renderCourse(course, project, kit);
  target.check(rendered);
  if (countMessages(sources).errors > 0) return done(null);
  return done({ course, rendered, files: target.files(rendered, toolbox.control(target)) });
}

function noFormulas(): never {
  throw new Error('a formula was not seen before rendering');
}

/** The course's own tag where the words are in its language: `de-AT` for German words. */
const spokenIn = ({ language, words }: Course): string =>
  isSameLanguage(language, words.language) ? language : words.language;
