import { Worker } from 'node:worker_threads';
import type { DiagramSource, DrawnDiagram } from './drawn-diagram.ts';

/**
 * Draws the diagrams of these texts. Texts drawn before are not drawn again.
 *
 * @returns look-up of the drawings, for exactly these texts and all before
 */
export type DiagramDrawer = (texts: readonly string[]) => Promise<DiagramSource>;

interface Answer {
  readonly id: number;
  readonly drawn: readonly DrawnDiagram[];
}

/**
 * Draws diagrams on a second core while the first one parses: loading the layout engine and drawing take as long as
 * all the rest of a small course. The worker starts with the first text and does not keep the process alive.
 *
 * @param file path of the built `diagram-worker.js`
 */
export function createDiagramDrawer(file: string): DiagramDrawer {
  const known = new Map<string, Promise<DrawnDiagram>>();
  const done = new Map<string, DrawnDiagram>();
  const waiting = new Map<
    number,
    { resolve: (drawn: readonly DrawnDiagram[]) => void; reject: (error: Error) => void }
  >();
  let worker: Worker | null = null;
  let last = 0;

  function start(): Worker {
    const made = new Worker(file);
    made.on('message', ({ id, drawn }: Answer) => {
      waiting.get(id)?.resolve(drawn);
      waiting.delete(id);
      if (waiting.size === 0) made.unref();
    });
    made.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
      waiting.clear();
      worker = null;
    });
    return made;
  }

  function ask(texts: readonly string[]): Promise<readonly DrawnDiagram[]> {
    worker ??= start();
    const id = ++last;
    const answer = new Promise<readonly DrawnDiagram[]>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.ref();
    worker.postMessage({ id, texts });
    return answer;
  }

  return async (texts) => {
    const fresh = [...new Set(texts)].filter((text) => !known.has(text));
    if (fresh.length > 0) {
      const answer = ask(fresh);
      for (const [index, text] of fresh.entries()) {
        const one = answer.then((drawn) => drawn[index] ?? { problem: 'There is nothing to draw' });
        // Whoever asked hears of a failure; the copies kept for others must not count as unheard.
        one.catch(() => known.delete(text));
        known.set(text, one);
      }
    }
    await Promise.all(
      texts.map(async (text) => done.set(text, await (known.get(text) ?? { problem: 'There is nothing to draw' }))),
    );
    return (text) => {
      const drawn = done.get(text);
      if (drawn === undefined) throw new Error(`a diagram was not prepared: ${text.slice(0, 80)}`);
      return drawn;
    };
  };
}
