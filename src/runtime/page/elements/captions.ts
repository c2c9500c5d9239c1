import type { PageElement } from './page-element.ts';

/**
 * Captions of a course opened from a folder: browsers load no `track` from `file://`, since each file there is a site of its
 * own. The page has their text as well, a line for each: when it begins, when it ends, what is said.
 */
export const captions: PageElement = (root) => {
  if (location.protocol !== 'file:') return;
  for (const track of root.querySelectorAll<HTMLTrackElement>('track[data-cues]')) {
    const shown = (track.parentElement as HTMLVideoElement).addTextTrack('captions', track.label, track.srclang);
    for (const line of (track.dataset['cues'] ?? '').split('\n')) {
      const [start, end, ...said] = line.split(' ');
      shown.addCue(new VTTCue(Number(start), Number(end), said.join(' ')));
    }
    track.remove();
  }
};
