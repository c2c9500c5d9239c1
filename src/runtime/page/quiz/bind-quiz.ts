import type { QuizFocus, QuizView } from '../../../contract/frame-messages.ts';
import type { SendToPlayer } from '../connect-player.ts';
import { type BoundQuestion, bindQuestion } from './bind-question.ts';
import { showErrors } from './show-errors.ts';
import { showResult } from './show-result.ts';

/** A learner word by key, gaps filled. */
export type Word = (key: string, gaps?: Readonly<Record<string, string | number>>) => string;

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

  for (const element of section.querySelectorAll<HTMLElement>('[data-question]')) {
    const question = bindQuestion(element, id, send, word, askOnce);
    if (question) questions.set(question.id, question);
  }

  const isOpen = (): boolean => view !== null && view.phase === 'open' && !view.readOnly;
  find('.quiz-form')?.addEventListener('submit', () => {
    if (!isOpen() || view?.feedback === 'immediate') return;
    const open = (view?.questions ?? []).flatMap(({ id: question }) => {
      const bound = questions.get(question);
      return bound?.complain() ? [bound] : [];
    });
    showErrors(section, open, true);
    if (open.length === 0) askOnce(() => send({ kind: 'submit', quiz: id }));
  });
  find('[data-retry]')?.addEventListener('click', () => {
    if (view?.canRetry) askOnce(() => send({ kind: 'retry', quiz: id }));
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
        const bound = questions.get(question.id);
        if (!bound) return;
        if (list && list.children[index] !== bound.element)
          list.insertBefore(bound.element, list.children[index] ?? null);
        const number = word('quiz.number', { number: index + 1, total: next.questions.length });
        const announced = focus?.at === 'question' && focus.question === question.id;
        bound.show(question, { quiz: next, number, again, announced });
      });
      // A drawn quiz asks only some of the questions that the page holds.
      const asked = new Set(next.questions.map((question) => question.id));
      for (const [name, bound] of questions) bound.element.hidden = !asked.has(name);

      const actions = find('.quiz-actions');
      if (actions) actions.hidden = next.phase !== 'open' || next.readOnly;
      if (again || next.phase === 'submitted') showErrors(section, [], false);
      showResult(section, next, word);
      if (focus?.at === 'result') find('[data-result-title]')?.focus();
      if (focus?.at === 'start') questions.get(next.questions[0]?.id ?? '')?.focusFirst();
    },
  };
}
