import type { SendToPlayer } from './connect-player.ts';

/** Once connected, links inside the course ask the player to go there; a click for a new tab stays the browser's. */
export function followLinks(root: Document, send: SendToPlayer) {
  let connected = false;
  root.addEventListener('click', (event) => {
    if (!connected || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLAnchorElement>('a[data-page], a[data-step]');
    if (!link) return;
    const { page, step } = link.dataset;
    event.preventDefault();
    if (page) send({ kind: 'go', page, fragment: decodeFragment(link.hash) });
    else if (step === 'next' || step === 'previous') send({ kind: 'step', to: step });
  });
  return {
    connect(): void {
      connected = true;
    },
  };
}

function decodeFragment(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
