import { withRules } from '../../../contract/features.ts';
import type { QuizView } from '../../../contract/frame-messages.ts';
import { wordsLanguage } from '../words-language.ts';
import type { Word } from './bind-quiz.ts';

/** The longest a browser's timer can be set to, milliseconds. */
const longest = 2 ** 31 - 1;

/**
 * Says when the next attempt may begin, in place of the button for it, which comes when the time has come.
 *
 * @returns stops waiting
 */
export function showWait(section: HTMLElement, view: QuizView, word: Word): () => void {
  const retry = section.querySelector<HTMLElement>('[data-retry]');
  const note = section.querySelector<HTMLElement>('[data-retry-at]');
  if (!retry || !note) return () => {};
  let timer = 0;
  const show = (): void => {
    const left = withRules && view.canRetry && view.retryAt !== null ? view.retryAt - Date.now() : 0;
    retry.hidden = !view.canRetry || left > 0;
    const text = left > 0 ? word('quiz.retryAt', { time: momentText(view.retryAt ?? 0) }) : '';
    if (note.textContent !== text) note.textContent = text;
    if (left > 0) timer = window.setTimeout(show, Math.min(left, longest));
  };
  show();
  return () => window.clearTimeout(timer);
}

/** The time of day, and the day where it is not today's, as the course's language writes it. */
function momentText(time: number): string {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ weekday: 'long', day: 'numeric', month: 'long' } as const);
  return new Intl.DateTimeFormat(wordsLanguage(), { ...day, hour: '2-digit', minute: '2-digit' }).format(date);
}
