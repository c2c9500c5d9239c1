import type { DiagramSource } from '../markdown/diagrams/drawn-diagram.ts';
import type { FormulaSource } from '../markdown/math/formula.ts';
import type { RuntimePieces } from './join-runtime.ts';

/** What pages are made of beside the course: templates, words, the runtime's scripts and styles. All as texts. */
export interface PageKit {
  /** By name under `templates/` without the ending: `player`, `parts/quiz`. */
  readonly templates: Templates;
  /** Learner words of the course's language, flattened (`saved.now`). */
  readonly words: Words;
  readonly runtime: RuntimePieces;
  /** Drawings of the course's diagrams. */
  readonly diagram: DiagramSource;
  readonly formula: FormulaSource;
  /** The most characters of state the target keeps; 4,096 if not given (SCORM 1.2). */
  readonly stateLimit?: number;
}

export type Templates = Readonly<Record<string, string>>;
export type Words = Readonly<Record<string, string>>;
