import { Worker } from 'node:worker_threads';
import type { ElementContent } from 'hast';
import { type Code, type CodeSource, colourCode } from '../colour-code.ts';
import type { DiagramSource, DrawnDiagram } from '../diagrams/drawn-diagram.ts';

/** What rendering will need that takes long and depends on nothing but its own text. */
export interface Wanted {
  readonly diagrams: readonly string[];
  readonly codes: readonly Code[];
}

export interface Prepared {
  /** For exactly the diagrams asked for, now and before. */
  readonly diagram: DiagramSource;
  /** For any code; quick for what was asked for. */
  readonly colour: CodeSource;
}

/** Prepares what is new among the wanted. What was made before is not made again. */
export type PrepareAhead = (wanted: Wanted) => Promise<Prepared>;

export interface Request extends Wanted {
  readonly id: number;
}

export interface Answer {
  readonly id: number;
  readonly drawn: readonly DrawnDiagram[];
  readonly coloured: readonly ElementContent[][];
}

/** Below so many characters of code a worker costs more than it saves. */
const littleCode = 4000;

/**
 * Draws diagrams and colours code on a second core while the first one parses: loading the layout engine and drawing
 * take as long as all the rest of a small course. The worker starts with the first request and does not keep the process
 * alive.
 *
 * @param file path of the built `ahead-worker.js`
 */
export function prepareAhead(file: string): PrepareAhead {
  const pending = new Map<string, Promise<unknown>>();
  const drawn = new Map<string, DrawnDiagram>();
  const coloured = new Map<string, ElementContent[]>();
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let worker: Worker | null = null;
  let last = 0;

  function start(): Worker {
    const made = new Worker(file);
    made.on('message', (answer: Answer) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
      if (waiting.size === 0) made.unref();
    });
    made.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
      waiting.clear();
      worker = null;
    });
    return made;
  }

  async function make(diagrams: readonly string[], codes: readonly Code[]): Promise<void> {
    worker ??= start();
    const id = ++last;
    const answer = new Promise<Answer>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.ref();
    worker.postMessage({ id, diagrams, codes } satisfies Request);
    const made = await answer;
    for (const [index, text] of diagrams.entries()) {
      drawn.set(text, made.drawn[index] ?? { problem: 'There is nothing to draw' });
    }
    for (const [index, code] of codes.entries()) coloured.set(codeKey(code), made.coloured[index] ?? []);
  }

  return async (wanted) => {
    const diagrams = [...new Set(wanted.diagrams)].filter((text) => !pending.has(text));
    const codes = wanted.codes.filter((code) => !pending.has(codeKey(code)));
    const much = codes.reduce((sum, { text }) => sum + text.length, 0) > littleCode;
    if (diagrams.length > 0 || much) {
      const keys = [...diagrams, ...codes.map(codeKey)];
      const made = make(diagrams, codes);
      for (const key of keys) pending.set(key, made);
      made.catch(() => {
        for (const key of keys) pending.delete(key);
      });
    }
    await Promise.all([...wanted.diagrams, ...wanted.codes.map(codeKey)].map((key) => pending.get(key)));
    return {
      diagram(text) {
        const found = drawn.get(text);
        if (found === undefined) throw new Error(`a diagram was not prepared: ${text.slice(0, 80)}`);
        return found;
      },
      // Rendering changes what it is given: nothing is given twice.
      colour(code) {
        const found = coloured.get(codeKey(code));
        coloured.delete(codeKey(code));
        return found ?? colourCode(code);
      },
    };
  };
}

const codeKey = ({ grammar, text }: Code): string => `${grammar}\n${text}`;
