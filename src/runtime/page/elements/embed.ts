import type { PageElement } from './page-element.ts';

/** Puts a button on each card of an outside page; its frame is made when it is pressed, so nothing loads before. */
export const embed: PageElement = (root) => {
  for (const card of root.querySelectorAll<HTMLElement>('[data-embed]')) {
    const { embed: address = '', title = '', load = '' } = card.dataset;
    // With the LMS's own host a frame would share its rights.
    if (new URL(address).host === location.host) continue;
    const button = root.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = load;
    button.setAttribute('aria-label', `${load}: ${title}`);
    button.addEventListener('click', () => {
      const frame = root.createElement('iframe');
      frame.title = title;
      frame.setAttribute(
        'sandbox',
        'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation',
      );
      frame.allow = 'fullscreen';
      // Video sites refuse to play for a page that does not say where it is.
      frame.referrerPolicy = 'strict-origin';
      frame.src = address;
      button.remove();
      card.prepend(frame);
      card.classList.add('embed-live');
      frame.focus();
    });
    card.querySelector('.embed-actions')?.prepend(button, ' ');
  }
};
