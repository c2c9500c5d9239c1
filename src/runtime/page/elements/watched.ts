import type { PageElement } from './page-element.ts';

/** A video counts in this many equal parts. */
const parts = 100;

/**
 * Videos that must be played to the share in `data-watch`, in percent: the mark is taken off once they are, which the
 * reading of the page waits for. What counts is what the browser says was played, so that nobody gets there by dragging.
 * Parts played stay known while the tab is open; a lesson that is read stays read.
 */
export const watched: PageElement = (root) => {
  for (const [index, video] of root.querySelectorAll<HTMLVideoElement>('video[data-watch]').entries()) {
    const key = `watched:${location.pathname}:${index}`;
    const seen = recall(key).padEnd(parts, '0').slice(0, parts).split('');
    const note = video.closest('.media')?.querySelector<HTMLElement>('[data-watch-note]');
    const release = (): void => {
      delete video.dataset['watch'];
      root.dispatchEvent(new Event('watched'));
    };
    const count = (): void => {
      const { played, duration } = video;
      for (let range = 0; range < played.length; range++) {
        for (let part = 0; part < parts; part++) {
          const middle = ((part + 0.5) / parts) * duration;
          if (played.start(range) <= middle && middle <= played.end(range)) seen[part] = '1';
        }
      }
      keep(key, seen.join(''));
      const share = seen.filter((part) => part === '1').length;
      if (!(share >= Number(video.dataset['watch']))) return;
      if (note) note.textContent = note.dataset['watchNote'] ?? '';
      release();
    };
    for (const event of ['timeupdate', 'pause', 'ended']) video.addEventListener(event, count);
    // A film that this browser or server cannot play must not lock the lesson for good.
    video.addEventListener('error', release);
    count();
  }
};

/** Some LMS frames have no storage: then it is known as long as the page is open. */
function recall(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {}
}
