import { createHash } from 'node:crypto';
import type { MediaFile } from '../course/project.ts';
import { type Finding, report } from '../diagnostics/report.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import type { PageParts } from './page-parts.ts';
import type { GeneratedFile, RenderContext, Sections, WaitingLink } from './render-context.ts';

/** One run of the renderer: what it may look up, and what it gathers. Every transform gets it. */
export interface Rendering {
  readonly context: RenderContext;
  readonly word: RenderContext['word'];
  /** Notes an author's mistake on the source. */
  readonly note: (rule: RuleId, finding: Finding) => void;
  /** Notes that a media file is needed. @returns the link to it from a page */
  readonly useMedia: (file: MediaFile) => string;
  /** Makes a file of the package, named by its content. @returns the link to it from a page */
  readonly generate: (stem: string, extension: string, text: string) => string;
  /** Notes a film that is to be watched. @returns its name in the course data */
  readonly holdBack: (film: MediaFile) => string;
  /** Notes that the page needs these parts of style and script. */
  readonly use: (parts: PageParts) => void;
  readonly addHeading: (heading: { id: string; text: string; level: number }) => void;
  /** Notes an id that links may lead to. The first of a name keeps it. */
  readonly addSection: (name: string, id: string) => void;
  /** What links may lead to in this piece, as noted so far. */
  readonly sections: Sections;
  /** Notes that a term is used. @returns whether it is for the first time in this piece */
  readonly useTerm: (id: string) => boolean;
  /** Gives the sections of a page, at once or when it has been rendered. */
  readonly withSections: (source: string, use: (sections: Sections) => void) => void;
}

export interface Gathered {
  readonly media: Set<string>;
  readonly generated: Map<string, GeneratedFile>;
  readonly headings: { id: string; text: string; level: number }[];
  readonly sections: Map<string, string>;
  readonly waiting: WaitingLink[];
  readonly terms: Set<string>;
  readonly films: Set<string>;
  readonly styles: Set<string>;
  readonly scripts: Set<string>;
}

export function startRendering(context: RenderContext): { rendering: Rendering; gathered: Gathered } {
  const gathered: Gathered = {
    media: new Set(),
    generated: new Map(),
    headings: [],
    sections: new Map(),
    waiting: [],
    terms: new Set(),
    films: new Set(),
    styles: new Set(),
    scripts: new Set(),
  };
  const rendering: Rendering = {
    context,
    word: context.word,
    note: (rule, finding) => {
      report(context.file, rule, finding);
    },
    useMedia: (file) => {
      gathered.media.add(file.path);
      return `../${file.packaged}`;
    },
    generate: (stem, extension, text) => {
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
      const path = `media/${stem}-${hash}.${extension}`;
      gathered.generated.set(path, { path, text });
      return `../${path}`;
    },
    holdBack: ({ path }) => {
      gathered.films.add(path);
      return path;
    },
    use: ({ style, script }) => {
      if (style !== undefined) gathered.styles.add(style);
      if (script !== undefined) gathered.scripts.add(script);
    },
    addHeading: (heading) => {
      gathered.headings.push(heading);
    },
    addSection: (name, id) => {
      if (name !== '' && !gathered.sections.has(name)) gathered.sections.set(name, id);
    },
    sections: gathered.sections,
    useTerm: (id) => gathered.terms.size < gathered.terms.add(id).size,
    withSections: (source, finish) => {
      const known = context.sections(source);
      if (known === null) gathered.waiting.push({ source, finish });
      else finish(known);
    },
  };
  return { rendering, gathered };
}
