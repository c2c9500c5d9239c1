import type { HintView } from '../../../contract/frame-messages.ts';
import type { SendToPlayer } from '../connect-player.ts';
import type { Word } from './bind-quiz.ts';
import { drawText } from './draw-text.ts';

/** A press on a question's hint button asks the player for the hint. */
export function bindHints(section: HTMLElement, quiz: string, send: SendToPlayer): void {
  section.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-ask-hint]') : null;
    const question = button?.closest<HTMLElement>('[data-question]')?.dataset['question'];
    if (question !== undefined && button?.getAttribute('aria-expanded') === 'false')
      send({ kind: 'hint', quiz, question });
  });
}

/** Offers a question's hint with its price, or shows it once it was asked for. */
export function showHint(element: HTMLElement, hint: HintView | null, readOnly: boolean, word: Word): void {
  const box = element.querySelector<HTMLElement>('[data-hint]');
  const button = box?.querySelector<HTMLElement>('[data-ask-hint]');
  const text = box?.querySelector<HTMLElement>('[data-hint-text]');
  if (!box || !button || !text) return;
  const shown = hint?.text ?? null;
  box.hidden = hint === null || (readOnly && shown === null);
  const cost = hint?.cost ?? 0;
  const label =
    shown !== null
      ? word('quiz.hint.shown')
      : cost > 0
        ? word('quiz.hint.costs', { percent: cost })
        : word('quiz.hint.show');
  // The button stays where it is, so that the focus is not lost with it.
  button.setAttribute('aria-expanded', String(shown !== null));
  if (button.textContent !== label) button.textContent = label;
  if ((shown !== null) === text.childNodes.length > 0) return;
  text.replaceChildren();
  if (shown !== null) drawText(shown, text);
}
