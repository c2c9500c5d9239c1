import type { VFile } from 'vfile';

/** One course folder as read from disk: sources with their text, media by name and measure. Nothing is interpreted yet. */
export interface Project {
  /** Absolute path of the course folder, symlinks resolved. */
  readonly root: string;
  /** The same as shown to people: relative to where the command runs, `/` between names. */
  readonly folder: string;
  /** `course.yml`; its path is set even if it could not be read. */
  readonly config: VFile;
  /** `*.md`, in order of name (UTF-8 bytes). */
  readonly lessons: readonly VFile[];
  /** `*.quiz.yml`, in order of name. */
  readonly quizzes: readonly VFile[];
  /** `glossary.yml`, if there is one; of a translation, `glossary.<language>.yml` if that is there. */
  readonly glossary?: VFile;
  /** All `glossary.<language>.yml`. */
  readonly glossaries?: readonly VFile[];
  /** Everything else that a lesson may use, by path in the course folder (`media/map.png`). */
  readonly media: ReadonlyMap<string, MediaFile>;
  /** `templates/*.html`, what the author puts into places of the pages. */
  readonly templates?: readonly VFile[];
  /** `*.css`, which are media too. */
  readonly styleSheets?: readonly VFile[];
  /** `course.<language>.yml`, by file name. */
  readonly translations?: readonly VFile[];
  /** Which of its languages this is; absent: not told apart yet (`editionsOf`). */
  readonly edition?: Edition;
  /** Problems of the folder itself or of a file that is none of the above; one VFile each. */
  readonly others: readonly VFile[];
}

export interface MediaFile {
  /** Path in the course folder, `/` between names. */
  readonly path: string;
  /** Where the bytes are. */
  readonly absolute: string;
  readonly bytes: number;
  /** Why there is nothing to show: no byte, or the note that Git LFS leaves in the place of a file. Absent for other files. */
  readonly hollow?: 'empty' | 'pointer';
  /** Pixels, for images whose header could be read. */
  readonly width?: number;
  readonly height?: number;
  /** The text of an SVG, to be judged before it is packaged; absent for other files. */
  readonly svg?: string;
  /** The text of captions (WebVTT), to be checked; absent for other files. */
  readonly vtt?: string;
  /** Of a font in WOFF2; absent for other files. */
  readonly font?: 'variable' | 'static';
  /** Path in the package: `media/<name>`, `[a-z0-9._-]`, unique as a base name. */
  readonly packaged: string;
}

/** A course in one of its languages: its lessons and quizzes are those of this language, or stand in for them. */
export interface Edition {
  /** BCP 47. */
  readonly language: string;
  /** What the originals are in. */
  readonly main: string;
  /** All the course is in, the main language first; one alone if it is not translated. */
  readonly languages: readonly string[];
  /** `course.<language>.yml`; null if there is none, and in the main language. */
  readonly config: VFile | null;
  /** By the name of a translation, its original: `01-start.de.md` → `01-start.md`, of all languages. */
  readonly originals: ReadonlyMap<string, string>;
}
