import type { QuestionView } from '../../../contract/frame-messages.ts';
import type { TextRef } from '../../../contract/rich-text.ts';
import { controlsIn, isGiven } from '../questions/question-control.ts';
import type { Word } from './bind-quiz.ts';
import { drawText } from './draw-text.ts';

/** Shows the verdict in words: at each option, and with the author's feedback in the question's live region. */
export function showFeedback(element: HTMLElement, view: QuestionView, announced: boolean, word: Word): void {
  const said: Node[] = [];
  const options = [...element.querySelectorAll<HTMLElement>('[data-option]')];
  const isChosen = (option: HTMLElement): boolean =>
    option.hasAttribute('data-chosen') || controlsIn(option).some(isGiven);
  // With several answers each remark names the answer it speaks of.
  const several = options.filter((option) => isNamed(option) || isChosen(option)).length > 1;
  for (const option of options) {
    const id = option.dataset['option'] ?? '';
    const known = Object.hasOwn(view.options, id) ? view.options[id] : undefined;
    const verdict = view.verdict === null ? '' : optionVerdict(isChosen(option), known?.correct ?? null);
    option.dataset['verdict'] = verdict;
    const label = option.querySelector('[data-verdict]');
    const judged = verdict && word(`quiz.${isBrief(option) ? 'part' : 'option'}.${verdict}`);
    // Where there is room beside it, the right answer stands there, by the word named in the page.
    const beside = option.dataset['beside'];
    const answer = known?.answer ?? null;
    const text = verdict && beside && answer !== null ? `${judged}. ${word(beside, { answer })}` : judged;
    if (label && label.textContent !== text) label.textContent = text;
    if (view.verdict === null || !known) continue;
    const remarks: Node[] = [];
    if (known.feedback !== null) remarks.push(rich('feedback-text', known.feedback));
    if (known.answer !== null && !beside) {
      remarks.push(paragraph('feedback-answer', word('quiz.rightAnswer', { answer: known.answer })));
    }
    if (several && remarks.length > 0) said.push(paragraph('feedback-of', nameOf(option)));
    said.push(...remarks);
  }

  const panel = element.querySelector<HTMLElement>('[data-feedback-panel]');
  if (!panel) return;
  // Only what the learner has just asked for is spoken; a page that opens with twenty verdicts stays silent.
  panel.setAttribute('aria-live', announced ? 'polite' : 'off');
  const parts: Node[] = [];
  if (view.verdict) parts.push(paragraph('feedback-verdict', word(`quiz.verdict.${view.verdict}`)), ...said);
  if (view.verdict && view.explanation !== null) {
    // Where nothing was judged there is no why.
    if (view.verdict !== 'noted') parts.push(paragraph('feedback-why', word('quiz.explanation')));
    parts.push(rich('feedback-text', view.explanation));
  }
  const box = document.createElement('div');
  box.append(...parts);
  if (panel.textContent !== box.textContent) panel.replaceChildren(...parts);
}

/** A part of a question that has a name of its own and a verdict in a word or two, such as a blank. */
const isNamed = (option: HTMLElement): boolean => option.dataset['name'] !== undefined;

/** Where it is plain whose answer the verdict speaks of, a word or two will do. */
const isBrief = (option: HTMLElement): boolean => isNamed(option) || option.hasAttribute('data-brief');

const nameOf = (option: HTMLElement): string =>
  option.dataset['name'] ?? option.querySelector('.choice-text')?.textContent ?? '';

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

function rich(name: string, text: TextRef): HTMLElement {
  const made = document.createElement('div');
  made.className = name;
  drawText(text, made);
  return made;
}
