import type { LiveFault } from './fault.ts';

const within = (question: string, selector: string): string => `[data-question="${question}"] ${selector}`;

/** Put into the quizzes of the course `every`, and shown by answering them. */
export const liveFaults: readonly LiveFault[] = [
  {
    name: 'feedback that is not said',
    breaks: '4.1.3',
    by: { question: 'single' },
    set: [within('single', '[data-feedback-panel]'), 'role', null],
    script: () => {
      const panel = document.querySelector('[data-question="single"] [data-feedback-panel]');
      const drop = (): void => panel?.removeAttribute('aria-live');
      if (panel) new MutationObserver(drop).observe(panel, { attributeFilter: ['aria-live'] });
    },
  },
  {
    name: 'a status added with its text',
    breaks: '4.1.3',
    by: { question: 'multiple' },
    script: () => {
      const panel = document.querySelector('[data-question="multiple"] [data-feedback-panel]');
      if (panel) panel.replaceWith(panel.cloneNode());
    },
  },
  {
    name: 'a status hidden from readers',
    breaks: '4.1.3',
    by: { question: 'true-false' },
    set: [within('true-false', '[data-feedback-panel]'), 'aria-hidden', 'true'],
  },
  {
    name: 'an error that is not said',
    breaks: '3.3.1',
    by: { question: 'fill-in' },
    set: [within('fill-in', '[data-error]'), 'role', null],
  },
  {
    name: 'an error tied to nothing',
    breaks: '3.3.1',
    by: { question: 'numeric' },
    set: [within('numeric', '[data-error]'), 'id', null],
  },
  {
    name: 'a field not marked as wrong',
    breaks: '3.3.1',
    by: { question: 'open' },
    script: () => {
      const field = document.querySelector('[data-question="open"] textarea');
      if (field)
        new MutationObserver(() => field.removeAttribute('aria-invalid')).observe(field, {
          attributeFilter: ['aria-invalid'],
        });
    },
  },
  {
    name: 'choosing hands in',
    breaks: '3.2.2',
    by: { question: 'likert' },
    script: () => {
      const question = document.querySelector('[data-question="likert"]');
      question?.addEventListener('change', () => question.setAttribute('data-verdict', 'noted'));
    },
  },
  {
    name: 'a menu that drops the focus',
    breaks: '3.2.2',
    by: { question: 'matching' },
    script: () => {
      const menu = document.querySelector<HTMLElement>('[data-question="matching"] select');
      menu?.addEventListener('change', () => menu.blur());
    },
  },
  { name: 'dragging alone', breaks: '2.5.7', by: { question: 'ordering' }, remove: within('ordering', '.order-moves') },
  {
    name: 'a disabled button in focus',
    breaks: '2.4.3',
    by: { question: 'hotspot' },
    script: () => {
      const button = document.querySelector<HTMLButtonElement>('[data-question="hotspot"] [data-check]');
      if (button)
        new MutationObserver(() => (button.disabled = true)).observe(button, { attributeFilter: ['aria-disabled'] });
    },
  },
  {
    name: 'a used button that looks new',
    breaks: '4.1.2',
    by: { question: 'blanks' },
    script: () => {
      const button = document.querySelector('[data-question="blanks"] [data-check]');
      if (button)
        new MutationObserver(() => button.removeAttribute('aria-disabled')).observe(button, {
          attributeFilter: ['aria-disabled'],
        });
    },
  },
  {
    name: 'right and wrong by colour',
    breaks: '1.4.1',
    by: { question: 'parts' },
    remove: within('parts', '.choice-verdict'),
  },
  {
    name: 'a button gone when pressed',
    breaks: '2.4.3',
    by: { question: 'loading' },
    script: () => {
      const button = document.querySelector('[data-question="loading"] [data-check]');
      if (button) new MutationObserver(() => button.remove()).observe(button, { attributeFilter: ['aria-disabled'] });
    },
  },
  { name: 'errors that take no focus', breaks: '3.3.1', by: 'quiz', set: ['[data-errors]', 'tabindex', null] },
  {
    name: 'errors without links',
    breaks: '3.3.3',
    by: 'quiz',
    script: () => {
      const list = document.querySelector('[data-error-list]');
      if (list)
        new MutationObserver(() => {
          for (const link of list.querySelectorAll('a')) link.replaceWith(link.textContent);
        }).observe(list, { childList: true });
    },
  },
  { name: 'a result that takes no focus', breaks: '2.4.3', by: 'quiz', set: ['[data-result-title]', 'tabindex', null] },
  {
    name: 'a term that seems closed',
    breaks: '4.1.2',
    by: 'opening',
    script: () => {
      const term = document.querySelector('a.term');
      if (term)
        new MutationObserver(() => term.removeAttribute('aria-expanded')).observe(term, {
          attributeFilter: ['aria-expanded'],
        });
      term?.removeAttribute('aria-expanded');
    },
  },
  {
    name: 'a card that seems unturned',
    breaks: '4.1.2',
    by: 'opening',
    script: () => {
      const card = document.querySelector('.flip-turn');
      const drop = (): void => {
        for (const name of ['aria-expanded', 'aria-pressed']) card?.removeAttribute(name);
      };
      if (card) new MutationObserver(drop).observe(card, { attributeFilter: ['aria-expanded', 'aria-pressed'] });
      drop();
    },
  },
  {
    name: 'a field that keeps Tab',
    breaks: '2.1.2',
    by: 'tab',
    script: () =>
      document.querySelector('[data-check]')?.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Tab') event.preventDefault();
      }),
  },
];

/** Put into the player, and shown by opening what it has. */
// biome-ignore format: a table
export const livePlayerFaults: readonly LiveFault[] = [
  { name: 'a menu that does not say so', breaks: '4.1.2', by: 'opening', script: () => { const menu = document.querySelector('[data-menu]'); if (menu) new MutationObserver(() => menu.removeAttribute('aria-expanded')).observe(menu, { attributeFilter: ['aria-expanded'] }); menu?.removeAttribute('aria-expanded'); } },
  { name: 'a dialog that drops the focus', breaks: '2.4.3', by: 'opening', script: () => document.querySelector('[data-keys]')?.addEventListener('close', () => setTimeout(() => (document.activeElement as HTMLElement).blur())) },
  { name: 'a dialog beside the focus', breaks: '2.4.3', by: 'opening', script: () => { const dialog = document.querySelector<HTMLDialogElement>('[data-keys]'); if (dialog) dialog.showModal = () => dialog.setAttribute('open', ''); } },
];
