import type { PageElement } from './page-element.ts';

/**
 * Shows what a term means below it, instead of going to the glossary. The box comes right behind its link, so that it is
 * read next; the focus stays where it is. Its words wait in a `<template>` of the page.
 */
export const terms: PageElement = (root) => {
  let close: (() => void) | null = null;

  const open = (link: HTMLElement, content: DocumentFragment): void => {
    const box = root.createElement('span');
    box.className = 'term-box';
    box.append(content);
    link.after(box);
    link.setAttribute('aria-expanded', 'true');
    close = () => {
      close = null;
      if (box.contains(root.activeElement)) link.focus();
      box.remove();
      link.setAttribute('aria-expanded', 'false');
    };
  };
  const wordsOf = (link: HTMLElement): DocumentFragment | undefined =>
    root.querySelector<HTMLTemplateElement>(`template[data-term="${CSS.escape(link.dataset['term'] ?? '')}"]`)?.content;

  for (const link of root.querySelectorAll<HTMLElement>('a.term')) {
    if (wordsOf(link)) link.setAttribute('aria-expanded', 'false');
  }
  // Before other listeners, which would follow the link.
  root.addEventListener(
    'click',
    (event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('.term-box') && !target.closest('a.term')) return;
      const link = target?.closest<HTMLElement>('a.term');
      const wasOpen = link?.getAttribute('aria-expanded') === 'true';
      const words = link && wordsOf(link);
      if (!words || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return close?.();
      event.preventDefault();
      close?.();
      if (!wasOpen) open(link, root.importNode(words, true));
    },
    true,
  );
  root.addEventListener('keydown', (event) => event.key === 'Escape' && close?.());
};
