import { parentPort } from 'node:worker_threads';
import { drawDiagram } from './draw-diagram.ts';

/** The worker's side of `createDiagramDrawer`: a list of texts comes in, the list of their drawings goes back. */
parentPort?.on('message', ({ id, texts }: { readonly id: number; readonly texts: readonly string[] }) => {
  parentPort?.postMessage({ id, drawn: texts.map(drawDiagram) });
});
