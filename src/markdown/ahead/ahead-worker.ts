import { parentPort } from 'node:worker_threads';
import { colourCode } from '../colour-code.ts';
import type { Answer, Request } from './prepare-ahead.ts';

/** The worker's side of `prepareAhead`: each request is answered in the order it came. */
async function answer({ id, codes, diagrams }: Request): Promise<Answer> {
  if (diagrams.length === 0) return { id, drawn: [], coloured: codes.map(colourCode) };
  // Loaded for a course that has some: it is twice the size of all the rest.
  const { drawDiagram } = await import('../diagrams/draw-diagram.ts');
  return { id, drawn: diagrams.map(drawDiagram), coloured: codes.map(colourCode) };
}

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (request: Request) => {
  last = last.then(async () => parentPort?.postMessage(await answer(request)));
});
