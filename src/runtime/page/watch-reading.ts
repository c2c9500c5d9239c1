import type { SendToPlayer } from './connect-player.ts';

/** Milliseconds of rest after which the place on the page is worth noting. */
const rest = 1000;

/** Tells the player how far the learner has read. `start` puts the page where it was left and begins to watch. */
export function watchReading(page: string, send: SendToPlayer) {
  let started = false;
  let timer = 0;
  let told = -1;
  // Of the page, not of what can be scrolled: notices above the frame make it lower.
  const length = (): number => document.documentElement.scrollHeight;
  const tell = (): void => {
    window.clearTimeout(timer);
    timer = 0;
    const fraction = Math.min(1, Math.max(0, window.scrollY / length()));
    if (Math.abs(fraction - told) < 0.002) return;
    told = fraction;
    send({ kind: 'place', page, fraction });
  };

  return {
    start(place: number | null, fragment: string): void {
      if (started) return;
      started = true;
      const target = fragment ? document.getElementById(fragment) : null;
      if (target) {
        // As the browser does for a link of its own: what is closed around the target opens.
        target.closest('[hidden]')?.dispatchEvent(new Event('beforematch'));
        target.closest('details')?.setAttribute('open', '');
        target.scrollIntoView();
        // Whoever goes on by keyboard goes on from there.
        if (target.tabIndex < 0) target.tabIndex = -1;
        target.focus({ preventScroll: true });
      } else if (place) window.scrollTo({ top: place * length(), behavior: 'instant' });
      told = place ?? 0;

      window.addEventListener(
        'scroll',
        () => {
          window.clearTimeout(timer);
          timer = window.setTimeout(tell, rest);
        },
        { passive: true },
      );
      window.addEventListener('pagehide', () => timer && tell());

      const end = document.querySelector('[data-end]');
      if (!end) return;
      let reached = false;
      // A video that is to be watched bears the mark until then (`elements/watched.ts`).
      const judge = (): void => {
        if (reached && !document.querySelector('[data-watch]')) send({ kind: 'read', page });
      };
      document.addEventListener('watched', judge);
      const watcher = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watcher.disconnect();
        reached = true;
        judge();
      });
      watcher.observe(end);
    },
  };
}
