import type { PlayerElements } from './bind-elements.ts';

/** The same width stands in `styles/player-layout.css`: from here on there is room for the outline beside the lesson. */
const wide = '(min-width: 58em)';

/**
 * The outline stands beside the lesson where there is room, and in a modal dialog elsewhere, which brings Escape, the
 * focus trap and the way back of the focus with it.
 */
export function bindDrawer(elements: PlayerElements): { readonly close: () => void; readonly show: () => void } {
  const { menu, sidebar, drawer, drawerClose, outline } = elements;
  const media = window.matchMedia(wide);
  let folded = false;

  const settle = (): void => {
    const home = media.matches ? sidebar : drawer;
    if (media.matches && drawer.open) drawer.close();
    if (outline.parentElement !== home) home.append(outline);
    sidebar.hidden = !media.matches || folded;
    menu.setAttribute('aria-expanded', String(media.matches ? !folded : drawer.open));
  };
  const here = (): HTMLElement | null => outline.querySelector<HTMLElement>('[aria-current="page"]');
  const open = (): void => {
    drawer.showModal();
    here()?.scrollIntoView({ block: 'nearest' });
  };
  menu.addEventListener('click', () => {
    if (media.matches) folded = !folded;
    else open();
    settle();
  });
  drawerClose.addEventListener('click', () => drawer.close());
  drawer.addEventListener('close', settle);
  drawer.addEventListener('click', (event) => {
    // A click on the backdrop hits the dialog itself, outside its box.
    if (event.target === drawer) drawer.close();
  });
  media.addEventListener('change', settle);
  settle();
  return {
    close: () => drawer.open && drawer.close(),
    show: () => {
      folded = false;
      if (!media.matches) open();
      settle();
      here()?.focus();
    },
  };
}
