import { withRules } from '../../../contract/features.ts';
import type { Word } from '../../../contract/fill-words.ts';
import type { QuizFocus, QuizView } from '../../../contract/frame-messages.ts';
import type { SendToPlayer } from '../connect-player.ts';
import { bindHints, showHint } from './bind-hints.ts';
import { type BoundQuestion, bindQuestion } from './bind-question.ts';
import { bindTimer } from './bind-timer.ts';
import { findQuestions } from './find-questions.ts';
import { showErrors } from './show-errors.ts';
import { showResult } from './show-result.ts';
import { showWait } from './show-wait.ts';

export type { Word };

export interface BoundQuiz {
  readonly show: (view: QuizView, focus: QuizFocus) => void;
}

/** Milliseconds after which a request that the player left unanswered may be sent again. */
const patience = 5000;

/** Brings one quiz of the page to life: the learner's doing goes to the player, the player's view comes back here. */
export function bindQuiz(section: HTMLElement, id: string, send: SendToPlayer, word: Word): BoundQuiz {
  const find = <T extends HTMLElement>(selector: string): T | null => section.querySelector<T>(selector);
  const questions = new Map<string, BoundQuestion>();
  let view: QuizView | null = null;
  let waiting = 0;

  /** A double click or a held key asks once. */
  const askOnce = (ask: () => void): void => {
    const now = Date.now();
    if (now - waiting < patience) return;
    waiting = now;
    ask();
  };

  const elements = findQuestions(section);
  /** Brought to life when it is first asked: a bank may hold hundreds that never are. */
  const bound = (question: string): BoundQuestion | undefined => {
    const element = questions.has(question) ? null : elements(question);
    const made = element && bindQuestion(element, id, send, word, askOnce);
    if (made) questions.set(question, made);
    return questions.get(question);
  };
  const timer = withRules ? bindTimer(section, id, send, word) : null;
  if (withRules) bindHints(section, id, send);
  let cancelWait = (): void => {};

  const isOpen = (): boolean => view !== null && view.phase === 'open' && !view.readOnly;
  find('.quiz-form')?.addEventListener('submit', () => {
    if (!isOpen() || view?.feedback === 'immediate') return;
    const open = (view?.questions ?? []).flatMap(({ id: question }) => {
      const asked = questions.get(question);
      return asked?.complain() ? [asked] : [];
    });
    showErrors(section, open, true);
    if (open.length === 0) askOnce(() => send({ kind: 'submit', quiz: id }));
  });
  find('[data-retry]')?.addEventListener('click', () => {
    if (view?.canRetry && (view.retryAt ?? 0) <= Date.now()) askOnce(() => send({ kind: 'retry', quiz: id }));
  });
  section.addEventListener('change', () => {
    const open = [...questions.values()].filter((question) => question.isMissing());
    showErrors(section, open, false);
  });

  return {
    show(next, focus) {
      const again = view !== null && next.attempt !== view.attempt;
      view = next;
      waiting = 0;
      section.dataset['phase'] = next.phase;
      const list = find('[data-questions]');
      next.questions.forEach((question, index) => {
        const asked = bound(question.id);
        if (!asked) return;
        if (list && list.children[index] !== asked.element)
          list.insertBefore(asked.element, list.children[index] ?? null);
        const number = word('quiz.number', { number: index + 1, total: next.questions.length });
        const announced = focus?.at === 'question' && focus.question === question.id;
        asked.show(question, { quiz: next, number, again, announced });
        if (withRules) showHint(asked.element, question.hint, next.readOnly, word);
      });
      // What is not asked in this attempt leaves the page: no key reaches it, nobody prints it.
      while (list && list.children.length > next.questions.length) list.lastElementChild?.remove();

      const actions = find('.quiz-actions');
      if (actions) actions.hidden = next.phase !== 'open' || next.readOnly || next.time?.phase === 'waiting';
      if (again || next.phase === 'submitted') showErrors(section, [], false);
      showResult(section, next, word);
      cancelWait();
      cancelWait = showWait(section, next, word);
      timer?.show(next, focus);
      if (focus?.at === 'result' || focus?.at === 'over') find('[data-result-title]')?.focus();
      if (focus?.at === 'start') questions.get(next.questions[0]?.id ?? '')?.focusFirst();
    },
  };
}
