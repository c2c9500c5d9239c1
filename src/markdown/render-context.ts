import type { Root as HastRoot } from 'hast';
import type { VFile } from 'vfile';
import type { Word } from '../contract/fill-words.ts';
import type { Glossary } from '../course/glossary.ts';
import type { MediaFile } from '../course/project.ts';
import type { CodeSource } from './colour-code.ts';
import type { DiagramSource } from './diagrams/drawn-diagram.ts';
import type { FormulaSource } from './math/formula.ts';

/** What rendering one piece of markdown may know of the rest of the course. Pure: look-ups, no disk. */
export interface RenderContext {
  /** The source; messages about it go here. */
  readonly file: VFile;
  readonly language: string;
  /** A learner word by key (`callout.warning`), gaps filled. */
  readonly word: Word;
  /** The lesson or quiz whose source is at this path in the course folder; null if none. */
  readonly page: (source: string) => LinkedPage | null;
  /** The sections of the page with this source; null as long as it has not been rendered. */
  readonly sections: (source: string) => Sections | null;
  /** Source of the page that this piece stands on: of a quiz in a lesson, the lesson's. */
  readonly ownPage: string;
  /** The terms of the course; null if it has no glossary. */
  readonly glossary: Glossary | null;
  /** Sources of all pages, for "did you mean". */
  readonly pageSources: readonly string[];
  readonly media: (path: string) => MediaFile | null;
  readonly mediaPaths: readonly string[];
  /** The drawing of a diagram, prepared before. */
  readonly diagram: DiagramSource;
  readonly colour: CodeSource;
  readonly formula: FormulaSource;
  /** Hosts whose pages may be embedded. */
  readonly allowedHosts: readonly string[];
  /** Path of the source's folder in the course folder (`''` at its top), to resolve relative links. */
  readonly folder: string;
  /** Before every id made here, so that several pieces can stand in one page. */
  readonly idPrefix: string;
  /** Level of the highest heading in this piece: 2 in a lesson. */
  readonly topHeading: 2 | 3 | 4;
}

/** A page as links need it: its id, and its file name in `pages/`. */
export interface LinkedPage {
  readonly id: string;
  readonly href: string;
}

/** Ids in a page by what an author may write for them: our slug, GitHub's, or an id of their own. */
export type Sections = ReadonlyMap<string, string>;

/** A link to a section of a page that was not rendered yet: to be finished when it is. */
export interface WaitingLink {
  /** Source of the page. */
  readonly source: string;
  readonly finish: (sections: Sections) => void;
}

/** Safe HTML as a tree, and what it needs beside it in the package. Links to files are relative to `pages/`. */
export interface RenderedMarkdown {
  readonly tree: HastRoot;
  /** Paths (in the course folder) of the media it shows. */
  readonly media: readonly string[];
  /** Files made here, such as drawn diagrams. */
  readonly generated: readonly GeneratedFile[];
  /** Parts of style and script it needs, see `PageParts`. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** Headings of level 2 and 3, for an outline of the page. */
  readonly headings: readonly { readonly id: string; readonly text: string; readonly level: number }[];
  /** What links may lead to in this piece. */
  readonly sections: Sections;
  readonly waiting: readonly WaitingLink[];
  /** Ids of the terms it links to, each once, in order. */
  readonly terms: readonly string[];
  /** Paths (in the course folder) of the films that are to be watched, each once, in order. */
  readonly films: readonly string[];
}

export interface GeneratedFile {
  /** Path in the package, `media/<name>`, the name made from the content so that it is the same in every build. */
  readonly path: string;
  readonly text: string;
}
