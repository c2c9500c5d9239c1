import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { MediaFile } from '../../course/project.ts';
import { type Cue, readCaptions } from '../captions.ts';
import { findMedia } from '../find-media.ts';
import { findPlayable } from '../find-playable.ts';
import type { Rendering } from '../rendering.ts';
import { transcript } from '../transcript.ts';
import type { ContentElement, ElementUse } from './element.ts';

/**
 * A film with the browser's own controls, captions, and its text. With `watched`, the lesson counts as read only when
 * that share of it, in percent, has been played.
 */
export const video: ContentElement = {
  name: 'video',
  form: 'container',
  label: 'required',
  attributes: { src: 'required', captions: 'optional', poster: 'optional', watched: 'optional' },
  example: ':::video[Title]{src="media/tour.mp4" captions="media/tour.vtt"}',
  style: 'media',
  script: 'captions',
  render: (use) => {
    const { attributes, position, rendering } = use;
    const file = findPlayable(attributes['src'] ?? '', 'video', position, rendering);
    const captions = findCaptions(use);
    const poster = findPoster(use);
    const watched = readWatched(use);
    if (file === null || captions === null) return use.body;
    return draw(use, { file, captions, poster, watched });
  },
};

interface Parts {
  readonly file: MediaFile;
  readonly captions: { readonly file: MediaFile; readonly cues: readonly Cue[] };
  readonly poster: MediaFile | null;
  readonly watched: number | null;
}

function draw({ label, body, rendering }: ElementUse, { file, captions, poster, watched }: Parts): ElementContent[] {
  const { context, word, useMedia, holdBack } = rendering;
  const title = textOf({ type: 'root', children: label ?? [] }).trim();
  const player = h(
    'video',
    {
      // The file itself and not a `source`, so that a fault of the file is told to the script.
      src: useMedia(file),
      controls: true,
      playsInline: true,
      preload: 'metadata',
      ariaLabel: title,
      ...(poster === null ? {} : { poster: useMedia(poster), width: poster.width, height: poster.height }),
      ...(watched === null ? {} : { dataWatch: String(watched), dataFilm: holdBack(file) }),
    },
    h('track', {
      kind: 'captions',
      src: useMedia(captions.file),
      srcLang: context.language,
      label: word('media.captions'),
      dataCues: captions.cues.map(cueLine).join('\n'),
    }),
  );
  return [
    h('div', { className: ['media'] }, [
      h('figure', [player, h('figcaption', label ?? [])]),
      ...(watched === null ? [] : [watchNote(watched, rendering)]),
      transcript(body, captions.cues, rendering),
    ]),
  ];
}

/** A caption as the page's script reads it (`src/runtime/page/elements/captions.ts`), its text as WebVTT escapes it. */
function cueLine({ start, end, speaker, text }: Cue): string {
  const safe = (said: string): string => said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `${start} ${end} ${speaker === null ? '' : `<v ${safe(speaker)}>`}${safe(text)}`;
}

function watchNote(watched: number, { word, use }: Rendering): Element {
  use({ script: 'watched' });
  return h(
    'p',
    { className: ['media-watch'], role: 'status', dataWatchNote: word('media.watched') },
    word('media.watch', { percent: watched }),
  );
}

function findCaptions({ attributes, position, rendering }: ElementUse): Parts['captions'] | null {
  const address = (attributes['captions'] ?? '').trim();
  if (address === '') {
    rendering.note('captions-missing', {
      reason: 'The video has no captions',
      fix: 'Write them as WebVTT and name the file: `captions="media/tour.vtt"`',
      at: position,
    });
    return null;
  }
  const file = findMedia(address, 'captions', position, rendering);
  if (file === null) return null;
  const read =
    file.vtt === undefined ? { problem: 'it is no file of WebVTT (`.vtt`)', line: null } : readCaptions(file.vtt);
  if ('cues' in read) return { file, cues: read.cues };
  rendering.note('captions-invalid', {
    reason: `The captions \`${address}\` cannot be used: ${read.line === null ? '' : `line ${read.line}: `}${read.problem}`,
    fix: 'Begin with a line `WEBVTT`, then blocks of a line `00:01.000 --> 00:04.000` and the text, a blank line between them',
    at: position,
  });
  return null;
}

function findPoster({ attributes, position, rendering }: ElementUse): MediaFile | null {
  const address = attributes['poster'];
  if (address === undefined) return null;
  const file = findMedia(address, 'poster', position, rendering);
  if (file === null || (file.svg === undefined && file.width !== undefined)) return file;
  rendering.note('media-type', {
    reason: `\`${address}\` is no picture for a poster`,
    fix: 'Take a still of the video as PNG, JPEG, WebP or AVIF',
    at: position,
  });
  return null;
}

function readWatched({ attributes, position, rendering }: ElementUse): number | null {
  const written = attributes['watched'];
  if (written === undefined) return null;
  const percent = Number(written);
  if (Number.isInteger(percent) && percent >= 1 && percent <= 100) return percent;
  rendering.note('directive-attribute', {
    reason: `\`watched\` is a share in percent, not \`${written}\``,
    fix: 'Write a whole number from 1 to 100: `watched=90`',
    at: position,
  });
  return null;
}
