import { h } from 'hastscript';
import { findPlayable } from '../find-playable.ts';
import { hasText, transcript } from '../transcript.ts';
import type { ContentElement } from './element.ts';

/** A sound file with the browser's own controls, and what it says as text. */
export const audio: ContentElement = {
  name: 'audio',
  form: 'container',
  label: 'required',
  attributes: { src: 'required' },
  example: ':::audio[Title]{src="media/talk.mp3"}',
  style: 'media',
  render: ({ label, body, attributes, position, rendering }) => {
    const file = findPlayable(attributes['src'] ?? '', 'audio', position, rendering);
    if (!hasText(body)) {
      rendering.note('transcript-missing', {
        reason: 'The audio has no transcript',
        fix: 'Write what is said between the line `:::audio…` and the line `:::`',
        at: position,
      });
    }
    if (file === null) return body;
    return [
      h('div', { className: ['media'] }, [
        h('figure', [
          h('audio', { src: rendering.useMedia(file), controls: true, preload: 'metadata' }),
          h('figcaption', label ?? []),
        ]),
        transcript(body, [], rendering),
      ]),
    ];
  },
};
