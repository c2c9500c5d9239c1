import type { Words } from '../course/course-words.ts';
import type { CodeSource } from '../markdown/colour-code.ts';
import type { DiagramSource } from '../markdown/diagrams/drawn-diagram.ts';
import type { FormulaSource } from '../markdown/math/formula.ts';
import type { RuntimePieces } from './join-runtime.ts';
import type { ThemeRenderer } from './theme/render-theme.ts';

/** What pages are made of beside the course: templates, words, the runtime's scripts and styles. All as texts. */
export interface PageKit {
  /** By name under `templates/` without the ending: `player`, `parts/quiz`. */
  readonly templates: Templates;
  /** The tool's words, in the course's language or the nearest there is. */
  readonly words: Words;
  /** What `words` are in, BCP 47; the course's language unless there are no words in it. */
  readonly wordsLanguage: string;
  readonly runtime: RuntimePieces;
  /** Drawings of the course's diagrams. */
  readonly diagram: DiagramSource;
  readonly colour: CodeSource;
  readonly formula: FormulaSource;
  /** Takes a word to its stem, for the search; null or absent where the course's language has no stemmer. */
  readonly stem?: ((word: string) => string) | null;
  /** There for a course with a theme. */
  readonly theme?: ThemeRenderer;
  /** Whether the target reports the texts of questions and answers; not so if not given (SCORM 1.2). */
  readonly reportsTexts?: boolean;
  /** The most characters of state the target keeps; 4,096 if not given (SCORM 1.2). */
  readonly stateLimit?: number;
}

export type Templates = Readonly<Record<string, string>>;
