import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Cue } from './captions.ts';
import type { Rendering } from './rendering.ts';

/** Seconds of silence that part two paragraphs. */
const pause = 2;

/** What is said and seen, as text, closed at first: as the author wrote it, else what the captions say. */
export function transcript(body: readonly ElementContent[], cues: readonly Cue[], { word }: Rendering): Element {
  return h('details', { className: ['transcript'] }, [
    h('summary', word('media.transcript')),
    h('div', { className: ['details-body'] }, hasText(body) ? [...body] : spoken(cues)),
  ]);
}

/** Whether anything is written there. */
export function hasText(body: readonly ElementContent[]): boolean {
  return body.some((node) => node.type !== 'text' || node.value.trim() !== '');
}

function spoken(cues: readonly Cue[]): ElementContent[] {
  const paragraphs: { speaker: string | null; text: string; end: number }[] = [];
  for (const { speaker, text, start, end } of cues) {
    const last = paragraphs.at(-1);
    if (last !== undefined && last.speaker === speaker && start - last.end < pause) {
      last.text += ` ${text}`;
      last.end = end;
    } else paragraphs.push({ speaker, text, end });
  }
  return paragraphs.map(({ speaker, text }) =>
    h('p', speaker === null ? text : [h('strong', `${speaker}:`), ` ${text}`]),
  );
}
