import type { QuestionControl } from './question-control.ts';

/** Most characters that are sent: more than any limit, and what a message may hold. */
const mostSent = 9_000;

/** Milliseconds after the last key until the count is spoken: it must not talk over the learner's own typing. */
const pause = 1200;

/** A text may grow beyond its limit, so that it can be shortened where the learner wishes; it is taken in when it fits. */
export const open: QuestionControl<'open'> = {
  read: (fieldset) => {
    const text = areaIn(fieldset)?.value ?? '';
    return text.trim() === '' ? null : { type: 'open', text: text.slice(0, mostSent) };
  },
  write: (fieldset, response) => {
    const area = areaIn(fieldset);
    if (!area) return;
    area.value = response?.text ?? '';
    area.dispatchEvent(new Event('count'));
  },
  missing: 'quiz.errors.missingText',
  complaint: (fieldset, { text }) => {
    const beyond = text.length - mostOf(areaIn(fieldset));
    return beyond > 0 ? { word: 'quiz.errors.tooLong', gaps: { beyond } } : null;
  },
  bind: (fieldset, { word }) => {
    const area = areaIn(fieldset);
    const count = fieldset.querySelector('[data-count]');
    const said = fieldset.querySelector('[data-said]');
    if (!area || !count || !said) return;
    let timer = 0;
    const text = (): string => {
      const left = mostOf(area) - area.value.length;
      return left < 0 ? word('quiz.openText.beyond', { beyond: -left }) : word('quiz.openText.left', { left });
    };
    const show = (): void => {
      count.textContent = text();
      count.toggleAttribute('data-beyond', area.value.length > mostOf(area));
    };
    area.addEventListener('count', show);
    area.addEventListener('input', () => {
      show();
      window.clearTimeout(timer);
      // Far from the end the count is nobody's concern.
      if (area.value.length < mostOf(area) * 0.75) return;
      timer = window.setTimeout(() => {
        said.textContent = text();
      }, pause);
    });
    show();
  },
};

const areaIn = (fieldset: HTMLElement): HTMLTextAreaElement | null => fieldset.querySelector('textarea');
const mostOf = (area: HTMLTextAreaElement | null): number => Number(area?.dataset['most'] ?? 0);
