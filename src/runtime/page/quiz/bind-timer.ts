import type { QuizFocus, QuizView } from '../../../contract/frame-messages.ts';
import type { SendToPlayer } from '../connect-player.ts';
import type { Word } from './bind-quiz.ts';

/** Seconds left at which it is said, politely, how much time there is. The last leaves enough to ask for more. */
const warnings = [300, 60, 20] as const;

export interface BoundTimer {
  readonly show: (view: QuizView, focus: QuizFocus) => void;
}

/** The time limit of a quiz: the button that starts it, the time left, more time. The player keeps the time itself. */
export function bindTimer(section: HTMLElement, quiz: string, send: SendToPlayer, word: Word): BoundTimer {
  const find = (name: string): HTMLElement | null => section.querySelector<HTMLElement>(`[data-${name}]`);
  const [box, start, running, left, said] = ['timer', 'timer-start', 'timer-running', 'timer-left', 'timer-said'].map(
    find,
  );
  const adjust = find('timer-adjust');
  let tick = 0;
  let ends = 0;
  let spoken = Number.POSITIVE_INFINITY;

  find('begin')?.addEventListener('click', () => send({ kind: 'begin', quiz }));
  find('extend')?.addEventListener('click', () => send({ kind: 'limit', quiz, limit: 'extended' }));
  find('unlimit')?.addEventListener('click', () => send({ kind: 'limit', quiz, limit: 'off' }));

  const say = (text: string): void => {
    if (said) said.textContent = text;
  };
  const count = (): void => {
    const seconds = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
    const text = clockText(seconds);
    if (left && left.textContent !== text) left.textContent = text;
    running?.toggleAttribute('data-short', seconds <= 60);
    const due = warnings.filter((limit) => seconds <= limit).at(-1);
    if (due !== undefined && due < spoken && seconds > 0) say(word(`quiz.time.left${due}`));
    if (due !== undefined) spoken = due;
    if (seconds > 0)
      tick = window.setTimeout(count, 1000 - ((((performance.now() - ends) % 1000) + 1000) % 1000) || 1000);
  };

  return {
    show(view, focus) {
      if (!box) return;
      window.clearTimeout(tick);
      const { time } = view;
      box.hidden = time === null;
      if (start) start.hidden = time?.phase !== 'waiting';
      if (running) running.hidden = time?.phase !== 'running';
      if (adjust) adjust.hidden = time?.adjustable !== true || time.left === null;
      if (time?.phase === 'running' && time.left === null) {
        if (left) left.textContent = word('quiz.time.off');
        running?.removeAttribute('data-short');
      } else if (time?.phase === 'running' && time.left !== null) {
        const next = performance.now() + time.left;
        // More time: the warnings come again.
        if (next > ends + 5000) spoken = Number.POSITIVE_INFINITY;
        ends = next;
        count();
      }
      if (focus?.at === 'over') say(word('quiz.time.over'));
      if (view.phase === 'submitted') ends = 0;
      if (focus?.at === 'start' && time?.phase === 'waiting') find('begin')?.focus();
    },
  };
}

/** `12:05`, `1:02:05`. */
function clockText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
