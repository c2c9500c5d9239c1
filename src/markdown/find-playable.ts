import type { Element } from 'hast';
import type { MediaFile } from '../course/project.ts';
import { findMedia } from './find-media.ts';
import type { Rendering } from './rendering.ts';

/** Endings of files that every browser of today plays. */
const played = {
  audio: ['mp3', 'm4a', 'aac', 'wav', 'flac', 'ogg', 'oga', 'opus', 'weba'],
  video: ['mp4', 'm4v', 'webm'],
} as const;

/** The sound or film that an author means, if browsers can play it. If not, that is a message. */
export function findPlayable(
  address: string,
  kind: keyof typeof played,
  at: Element['position'],
  rendering: Rendering,
): MediaFile | null {
  const file = findMedia(address, kind, at, rendering);
  if (file === null) return null;
  const ending = /\.([^.]*)$/.exec(file.path)?.[1]?.toLowerCase() ?? '';
  const known: readonly string[] = played[kind];
  if (known.includes(ending)) return file;
  rendering.note('media-type', {
    reason: `Browsers do not play \`${address}\` as ${kind}`,
    fix: kind === 'audio' ? 'Save it as MP3 or M4A' : 'Save it as MP4 (H.264 with AAC) or WebM',
    at,
  });
  return null;
}
