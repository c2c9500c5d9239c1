import type { QuizView, ResultView } from '../../../contract/frame-messages.ts';
import type { Word } from './bind-quiz.ts';

/** Shows how the submitted attempt went, what is needed, and whether there is another go. */
export function showResult(section: HTMLElement, view: QuizView, word: Word): void {
  const find = (selector: string): HTMLElement | null => section.querySelector<HTMLElement>(selector);
  const setText = (selector: string, text: string): void => {
    const element = find(selector);
    if (element && element.textContent !== text) element.textContent = text;
  };
  setText('[data-attempt]', view.attempt > 1 ? word('quiz.attemptNumber', { number: view.attempt }) : '');

  const card = find('[data-result]');
  const { result } = view;
  if (!card) return;
  card.hidden = result === null || view.phase === 'open';
  if (!result) return;

  const percent = (hundredths: number): string => word('score', { score: hundredths / 100 });
  const outcome = resultOutcome(result, view);
  card.dataset['outcome'] = outcome;
  setText('[data-result-title]', word(`quiz.result.${outcome}`));
  // A survey has no score, so it shows none.
  const isScored = result.of > 0;
  for (const part of ['[data-result-score]', '.result-bar']) find(part)?.toggleAttribute('hidden', !isScored);
  setText('[data-result-score]', percent(result.score));
  const facts = find('[data-result-facts]');
  facts?.replaceChildren(
    ...[
      isScored ? word('quiz.result.right', { right: result.right, total: result.of }) : '',
      result.pass === null ? '' : word('quiz.pass', { pass: result.pass }),
      result.best === result.score
        ? ''
        : word(`quiz.result.${view.counts === 'best' ? 'best' : 'counted'}`, { score: percent(result.best) }),
      attemptsLeft(view, word),
    ]
      .filter(Boolean)
      .map((text) => {
        const fact = document.createElement('span');
        fact.textContent = text;
        return fact;
      }),
  );
  // Set by script, not by a style attribute, which the content security policy refuses.
  find('[data-result-bar]')?.style.setProperty('inline-size', `${result.score / 100}%`);
  const mark = find('[data-result-mark]');
  if (mark) {
    mark.hidden = result.pass === null;
    mark.style.setProperty('inset-inline-start', `${result.pass ?? 0}%`);
  }
}

function resultOutcome(result: ResultView, view: QuizView): 'passed' | 'failed' | 'failedFinal' | 'done' {
  if (result.passed === null) return 'done';
  if (result.passed) return 'passed';
  return view.canRetry ? 'failed' : 'failedFinal';
}

function attemptsLeft(view: QuizView, word: Word): string {
  if (view.attemptsLeft === null || !view.canRetry) return '';
  return word('quiz.attemptsLeft', { count: view.attemptsLeft });
}
