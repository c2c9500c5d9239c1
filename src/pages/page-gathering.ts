import type { Root as HastRoot } from 'hast';
import type { RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { fillWords } from '../contract/fill-words.ts';
import type { Course } from '../course/course.ts';
import type { MediaFile, Project } from '../course/project.ts';
import type { GeneratedFile, RenderContext } from '../markdown/render-context.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import { linkPagesById } from './link-pages-by-id.ts';
import type { PageKit } from './page-kit.ts';

/** Renders markdown of one course and remembers which media and drawn files its pages need. */
export interface PageGathering {
  /** The course's language, BCP 47. */
  readonly language: string;
  readonly word: (key: string, gaps?: Readonly<Record<string, string | number>>) => string;
  /** Safe HTML as a tree. `idPrefix` keeps ids apart where several pieces stand in one page. */
  readonly render: (nodes: readonly RootContent[], file: VFile, idPrefix: string, topHeading: 2 | 3 | 4) => HastRoot;
  readonly media: ReadonlySet<MediaFile>;
  readonly generated: ReadonlyMap<string, GeneratedFile>;
}

/** The sets of the result grow while pages are rendered; they live as long as one `renderCourse`. */
export function gatherPages(course: Course, project: Project, { words, diagram }: PageKit): PageGathering {
  const hrefs = new Map(course.pages.map((page) => [page.source, page.href]));
  const ids = new Map(course.pages.map((page) => [page.href, page.id]));
  const media = new Set<MediaFile>();
  const generated = new Map<string, GeneratedFile>();
  const word: PageGathering['word'] = (key, gaps) => {
    const text = words[key];
    if (text === undefined) throw new Error(`templates/strings has no word "${key}".`);
    return fillWords(text, gaps);
  };
  const shared = {
    language: course.language,
    word,
    page: (source: string) => hrefs.get(source) ?? null,
    pageSources: [...hrefs.keys()],
    media: (path: string) => project.media.get(path) ?? null,
    mediaPaths: [...project.media.keys()],
    diagram,
  } satisfies Partial<RenderContext>;

  return {
    language: course.language,
    word,
    media,
    generated,
    render: (nodes, file, idPrefix, topHeading) => {
      const source = String(file.data['source'] ?? '');
      const folder = source.includes('/') ? source.slice(0, source.lastIndexOf('/')) : '';
      const rendered = renderMarkdown(nodes, { ...shared, file, folder, idPrefix, topHeading });
      for (const path of rendered.media) {
        const found = project.media.get(path);
        if (found) media.add(found);
      }
      for (const made of rendered.generated) generated.set(made.path, made);
      return linkPagesById(rendered.tree, ids);
    },
  };
}
