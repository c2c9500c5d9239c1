import type { QuestionView } from '../../../contract/frame-messages.ts';
import { drawRichText } from '../draw-rich-text.ts';
import type { Word } from './bind-quiz.ts';

/** Shows the verdict in words: at each option, and with the author's feedback in the question's live region. */
export function showFeedback(
  element: HTMLElement,
  view: QuestionView,
  inputs: readonly HTMLInputElement[],
  announced: boolean,
  word: Word,
): void {
  const said: Node[] = [];
  const chosenCount = inputs.filter((input) => input.checked).length;
  for (const option of element.querySelectorAll<HTMLElement>('[data-option]')) {
    const id = option.dataset['option'] ?? '';
    const known = Object.hasOwn(view.options, id) ? view.options[id] : undefined;
    const chosen = option.querySelector('input')?.checked ?? false;
    const verdict = view.verdict === null ? '' : optionVerdict(chosen, known?.correct ?? null);
    option.dataset['verdict'] = verdict;
    const label = option.querySelector('[data-verdict]');
    const text = verdict && word(`quiz.option.${verdict}`);
    if (label && label.textContent !== text) label.textContent = text;
    if (view.verdict === null || !chosen || !known?.feedback) continue;
    // With several answers each remark names the answer it speaks of.
    if (chosenCount > 1) said.push(paragraph('feedback-of', option.querySelector('.choice-text')?.textContent ?? ''));
    said.push(rich('feedback-text', known.feedback));
  }

  const panel = element.querySelector<HTMLElement>('[data-feedback-panel]');
  if (!panel) return;
  // Only what the learner has just asked for is spoken; a page that opens with twenty verdicts stays silent.
  panel.setAttribute('aria-live', announced ? 'polite' : 'off');
  const parts: Node[] = [];
  if (view.verdict) parts.push(paragraph('feedback-verdict', word(`quiz.verdict.${view.verdict}`)), ...said);
  if (view.verdict && view.explanation) {
    parts.push(paragraph('feedback-why', word('quiz.explanation')), rich('feedback-text', view.explanation));
  }
  const box = document.createElement('div');
  box.append(...parts);
  if (panel.textContent !== box.textContent) panel.replaceChildren(...parts);
}

function optionVerdict(chosen: boolean, correct: boolean | null): '' | 'yourRight' | 'yourWrong' | 'yours' | 'right' {
  if (chosen) return correct === null ? 'yours' : correct ? 'yourRight' : 'yourWrong';
  return correct ? 'right' : '';
}

function paragraph(name: string, text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = name;
  made.textContent = text;
  return made;
}

function rich(name: string, text: Parameters<typeof drawRichText>[0]): HTMLElement {
  const made = document.createElement('div');
  made.className = name;
  drawRichText(text, made);
  return made;
}
