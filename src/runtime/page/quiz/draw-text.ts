import type { TextRef } from '../../../contract/rich-text.ts';
import { drawRichText } from '../draw-rich-text.ts';

/** Draws a text of a question, which the player only knows by its number. One that is not there is left out. */
export function drawText(text: TextRef, into: Node): void {
  drawRichText(globalThis.buildScormTexts?.[text] ?? [], into);
}
