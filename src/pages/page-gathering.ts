import type { Root as HastRoot } from 'hast';
import type { RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { type Word, wordText } from '../contract/fill-words.ts';
import type { RichText } from '../contract/rich-text.ts';
import type { Course, CoursePage } from '../course/course.ts';
import { glossarySource } from '../course/glossary.ts';
import type { MediaFile, Project } from '../course/project.ts';
import { lessonIdPrefix } from '../markdown/lesson-id-prefix.ts';
import { sayFormula } from '../markdown/math/say-formula.ts';
import type { GeneratedFile, RenderContext, Sections, WaitingLink } from '../markdown/render-context.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import { toPlainText } from '../markdown/to-plain-text.ts';
import type { PageKit } from './page-kit.ts';

/** Renders markdown of one course and remembers which media and drawn files its pages need. */
export interface PageGathering {
  /** The course's language, BCP 47. */
  readonly language: string;
  /** What `word` speaks, BCP 47: mostly the same. */
  readonly wordsLanguage: string;
  readonly word: Word;
  /** Safe HTML as a tree. `idPrefix` keeps ids apart where several pieces stand in one page. */
  readonly render: (nodes: readonly RootContent[], file: VFile, idPrefix: string, topHeading: 2 | 3 | 4) => HastRoot;
  /** For people to read: no marks, an image by its `alt`, a formula in one line. */
  readonly plain: (nodes: readonly RootContent[]) => string;
  /** To be called when all lessons are rendered: links from one to a section of another are finished then. */
  readonly finishLinks: () => void;
  /** Ids of the terms that pages use, by the page's source. */
  readonly terms: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same of the lessons' own texts, without their quizzes: where a link can lead to the first use. */
  readonly anchoredTerms: ReadonlyMap<string, ReadonlySet<string>>;
  /** Paths of the films that are to be watched, by the page's source. */
  readonly films: ReadonlyMap<string, ReadonlySet<string>>;
  readonly media: ReadonlySet<MediaFile>;
  readonly generated: ReadonlyMap<string, GeneratedFile>;
  /** Names of the style parts and page scripts that content elements need (`PageParts`). */
  readonly styles: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
  /** What the questions of the course have to say once they are answered, each known by its place here. */
  readonly texts: RichText[];
}

/** The sets of the result grow while pages are rendered; they live as long as one `renderCourse`. */
export function gatherPages(
  course: Course,
  project: Project,
  { words, wordsLanguage, diagram, colour, formula }: PageKit,
): PageGathering {
  const pages = new Map(course.pages.map((page) => [page.source, page]));
  const pageOfFile = new Map(course.pages.flatMap((page) => filesOf(page).map((file) => [file, page.source] as const)));
  // Neither a page that only asks nor the glossary has sections of an author's.
  const sections = new Map<string, Sections>([
    [glossarySource, new Map()],
    ...course.pages.flatMap((page) => (page.kind === 'quiz' ? [[page.source, new Map()] as const] : [])),
  ]);
  const waiting: WaitingLink[] = [];
  const terms = new Map<string, Set<string>>();
  const anchoredTerms = new Map<string, ReadonlySet<string>>();
  const films = new Map<string, Set<string>>();
  const media = new Set<MediaFile>();
  const generated = new Map<string, GeneratedFile>();
  const styles = new Set<string>();
  const scripts = new Set<string>();
  const word: Word = (key, gaps) => {
    const text = wordText(words, wordsLanguage, key, gaps);
    if (text === undefined) throw new Error(`templates/strings has no word "${key}".`);
    return text;
  };
  // A link may name a translation, as it stands beside the lesson, or the original.
  const originalOf = (source: string): string => project.edition?.originals.get(source) ?? source;
  const shared = {
    language: course.language,
    word,
    page: (source: string) => pages.get(originalOf(source)) ?? null,
    sections: (source: string) => sections.get(originalOf(source)) ?? null,
    glossary: course.glossary ?? null,
    pageSources: [...pages.keys()],
    media: (path: string) => project.media.get(path) ?? null,
    mediaPaths: [...project.media.keys()],
    diagram,
    colour,
    formula,
    allowedHosts: course.allowedHosts ?? [],
  } satisfies Partial<RenderContext>;

  return {
    language: course.language,
    wordsLanguage,
    word,
    terms,
    anchoredTerms,
    films,
    media,
    generated,
    styles,
    scripts,
    texts: [],
    render: (nodes, file, idPrefix, topHeading) => {
      const source = String(file.data['source'] ?? '');
      const folder = source.includes('/') ? source.slice(0, source.lastIndexOf('/')) : '';
      const ownPage = pageOfFile.get(file) ?? source;
      const rendered = renderMarkdown(nodes, { ...shared, file, folder, idPrefix, topHeading, ownPage });
      for (const path of rendered.media) {
        const found = project.media.get(path);
        if (found) media.add(found);
      }
      for (const style of rendered.styles) styles.add(style);
      for (const script of rendered.scripts) scripts.add(script);
      for (const made of rendered.generated) generated.set(made.path, made);
      if (idPrefix === lessonIdPrefix) {
        sections.set(ownPage, rendered.sections);
        anchoredTerms.set(ownPage, new Set(rendered.terms));
      }
      waiting.push(...rendered.waiting);
      const used = terms.get(ownPage) ?? new Set();
      for (const term of rendered.terms) used.add(term);
      if (used.size > 0) terms.set(ownPage, used);
      if (rendered.films.length > 0) films.set(ownPage, new Set([...(films.get(ownPage) ?? []), ...rendered.films]));
      return rendered.tree;
    },
    plain: (nodes) =>
      toPlainText(nodes, (tex) => {
        const made = formula(tex, false);
        // What is wrong with it is told where it is drawn.
        return 'problem' in made ? tex : sayFormula(made.math);
      }),
    finishLinks: () => {
      for (const { source, finish } of waiting.splice(0)) finish(sections.get(originalOf(source)) ?? new Map());
    },
  };
}

/** The sources whose text stands on a page: its own, and those of its quizzes. */
function filesOf(page: CoursePage): readonly VFile[] {
  return page.kind === 'quiz' ? [page.file] : [page.file, ...page.quizzes.map((quiz) => quiz.file)];
}
