import type { PageElement } from './page-element.ts';

/** Gives every code figure a button that copies its code. Its words stand in the page, since they serve without a player. */
export const copyButtons: PageElement = (root) => {
  const status = root.querySelector<HTMLElement>('[data-status]');
  const { copy = '', copied = '', copyFailed = '' } = status?.dataset ?? {};
  if (!status || !copy) return;
  for (const figure of root.querySelectorAll<HTMLElement>('figure.code')) {
    const button = root.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    // Several buttons of one name cannot be told apart by ear: the title tells them, or the first line.
    const [first = ''] = /\S.*/.exec(figure.querySelector('figcaption, code')?.textContent ?? '') ?? [];
    button.setAttribute('aria-label', `${copy}: ${first}`);
    let timer = 0;
    button.addEventListener('click', async () => {
      const text = figure.querySelector('code')?.textContent ?? '';
      const done = (await copyText(text, figure)) ? copied : copyFailed;
      button.textContent = done;
      status.textContent = done;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        button.textContent = copy;
        status.textContent = '';
      }, 2500);
    });
    figure.append(button);
  }
};

/** An LMS frame often lacks the clipboard permission, and `file://` is no secure context: then the old way is tried. */
async function copyText(text: string, figure: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const code = figure.querySelector('code');
    const selection = window.getSelection();
    if (!code || !selection) return false;
    selection.selectAllChildren(code);
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    }
  }
}
