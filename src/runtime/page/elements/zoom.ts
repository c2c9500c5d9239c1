import type { PageElement } from './page-element.ts';

/**
 * Lets an image that is shown smaller than it is be opened in its own size, by its button or a click on it. Not where a
 * click on it is an answer.
 */
export const zoom: PageElement = (root) => {
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] => {
    const element = root.createElement(tag);
    element.className = className;
    return element;
  };
  const dialog = make('dialog', 'zoom-view');
  const close = make('button', 'zoom-close');
  const large = make('img', 'zoom-image');
  close.type = 'button';
  dialog.append(close, large);
  dialog.addEventListener('click', () => dialog.close());
  root.body.append(dialog);

  for (const figure of root.querySelectorAll<HTMLElement>('figure[data-zoom]:not(label *, .hotspot *)')) {
    const image = figure.querySelector('img');
    if (!image) continue;
    const button = make('button', 'zoom');
    const caption = figure.querySelector('figcaption');
    const name = caption?.textContent || image.alt;
    button.type = 'button';
    button.setAttribute('aria-label', `${figure.dataset['zoom']}: ${name}`);
    const open = (): void => {
      // The focus returns to what had it.
      button.focus();
      large.src = image.src;
      large.alt = image.alt;
      large.width = Number(image.getAttribute('width'));
      dialog.setAttribute('aria-label', name);
      close.setAttribute('aria-label', figure.dataset['close'] ?? '');
      dialog.showModal();
    };
    button.addEventListener('click', open);
    image.addEventListener('click', () => button.hidden || open());
    // A caption is the last of its figure.
    if (caption) caption.before(button);
    else figure.append(button);
    new ResizeObserver(() => {
      button.hidden = image.clientWidth * 1.1 > Number(image.getAttribute('width'));
      image.classList.toggle('zoomable', !button.hidden);
    }).observe(image);
  }
};
