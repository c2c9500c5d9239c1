import { filmParts } from '../../../contract/films.ts';
import { parseFilms } from '../../../contract/parse-film-message.ts';
import { connectPlayer } from '../connect-player.ts';
import type { PageElement } from './page-element.ts';

/**
 * Videos that must be played to the share in `data-watch`, in percent: the mark is taken off once they are, which the
 * reading of the page waits for. What counts is what the browser says was played, so that nobody gets there by dragging.
 * The player keeps which parts were played, and tells them when the page opens: the film then begins where it was left.
 */
export const watched: PageElement = (root, send) => {
  const page = root.body.dataset['page'] ?? '';
  const watching = [...root.querySelectorAll<HTMLVideoElement>('video[data-watch]')].map((video) => {
    const film = video.dataset['film'] ?? '';
    const told = watch(video, (parts, isDone) => {
      send({ kind: 'film', page, film, parts, isDone });
      if (isDone) root.dispatchEvent(new Event('watched'));
    });
    return { film, told };
  });
  connectPlayer(parseFilms, (message) => {
    if (message.page !== page) return;
    for (const { film, told } of watching) told(message.films[film] ?? 0);
  });
};

/**
 * @param tell is told of every part that is new, and when the video holds nothing back any more
 * @returns takes what was played in earlier visits
 */
function watch(video: HTMLVideoElement, tell: (parts: number, isDone: boolean) => void): (known: number) => void {
  const share = Number(video.dataset['watch']);
  const note = video.closest('.media')?.querySelector<HTMLElement>('[data-watch-note]');
  let seen = 0;
  let isDone = false;
  const update = (parts: number, enough: boolean): void => {
    if (parts === seen && enough === isDone) return;
    seen = parts;
    isDone = enough;
    if (isDone) delete video.dataset['watch'];
    tell(seen, isDone);
  };
  const count = (known: number): void => {
    const { played, duration } = video;
    let parts = known;
    for (let range = 0; range < played.length; range++) {
      for (let part = 0; part < filmParts; part++) {
        const middle = ((part + 0.5) / filmParts) * duration;
        if (played.start(range) <= middle && middle <= played.end(range)) parts |= 1 << part;
      }
    }
    const isEnough = ones(parts) * 100 >= share * filmParts;
    if (isEnough && note) note.textContent = note.dataset['watchNote'] ?? '';
    update(parts >>> 0, isDone || isEnough);
  };
  for (const event of ['timeupdate', 'pause', 'ended']) video.addEventListener(event, () => count(seen));
  // A film that this browser or server cannot play must not lock the lesson for good.
  video.addEventListener('error', () => update(seen, true));

  /** In the middle of the last part before the first one that is missing: nothing that was not played is left out. */
  const begin = (): void => {
    let first = 0;
    while (first < filmParts && (seen >> first) & 1) first++;
    if (first > 0 && first < filmParts && video.played.length === 0 && video.currentTime === 0)
      video.currentTime = ((first - 0.5) / filmParts) * video.duration;
  };
  return (known) => {
    count(seen | known);
    // The player may not have listened yet when it was told.
    tell(seen, isDone);
    if (video.readyState > 0) begin();
    else video.addEventListener('loadedmetadata', begin, { once: true });
  };
}

/** How many bits are set. */
const ones = (parts: number): number => (parts >>> 0).toString(2).replaceAll('0', '').length;
