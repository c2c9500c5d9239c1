import type { QuestionView, QuizView } from '../../../contract/frame-messages.ts';
import type { LearnerResponse } from '../../../contract/response.ts';
import type { SendToPlayer } from '../connect-player.ts';
import { controlOf } from '../questions/index.ts';
import { controlsIn, firstToFill, isGiven, isTicked, isTyped, mayType } from '../questions/question-control.ts';
import { keepWithinLimit } from '../questions/typed-field.ts';
import type { Word } from './bind-quiz.ts';
import { createDraftTimer } from './draft-timer.ts';
import { showFeedback } from './show-feedback.ts';

export interface BoundQuestion {
  readonly id: string;
  readonly element: HTMLElement;
  readonly show: (view: QuestionView, setting: QuestionSetting) => void;
  /** Says at the question that an answer is missing or not yet one; true if so. */
  readonly complain: () => boolean;
  /** Whether that complaint is still up. */
  readonly isMissing: () => boolean;
  readonly focusFirst: () => void;
}

export interface QuestionSetting {
  readonly quiz: QuizView;
  readonly number: string;
  /** A new attempt began: what was chosen before goes. */
  readonly again: boolean;
  /** The learner has just asked for this verdict, so screen readers shall say it. */
  readonly announced: boolean;
}

/** Brings one question to life; null for one of an unknown type, which then stays a plain fieldset. */
export function bindQuestion(
  element: HTMLElement,
  quiz: string,
  send: SendToPlayer,
  word: Word,
  askOnce: (ask: () => void) => void,
): BoundQuestion | null {
  const id = element.dataset['question'] ?? '';
  const fieldset = element.querySelector('fieldset');
  const control = fieldset && controlOf(element.dataset['type'], fieldset);
  const error = element.querySelector<HTMLElement>('[data-error]');
  const check = element.querySelector<HTMLButtonElement>('[data-check]');
  if (!fieldset || !control || !error) return null;
  let locked = true;
  let answer: LearnerResponse | null = null;
  let start: readonly string[] = [];
  const isUnscored = element.hasAttribute('data-unscored');
  control.bind({ isLocked: () => locked, word });

  const setError = (text: string): void => {
    if (error.textContent !== text) error.textContent = text;
    const controls = controlsIn(fieldset);
    const isFull = controls.every(isGiven);
    for (const each of controls) {
      // Of radio buttons and checkboxes no single one is wrong: there the message at the group says it all.
      const isBad = text !== '' && (isTicked(each) || isFull || !isGiven(each));
      each.toggleAttribute('data-invalid', isBad);
      if (!isTicked(each)) each.setAttribute('aria-invalid', String(isBad));
    }
  };
  const complain = (): boolean => {
    const complaint = control.complaint();
    setError(complaint === null ? '' : word(complaint.word, complaint.gaps));
    return complaint !== null;
  };
  const drafts = createDraftTimer(() => {
    if (!locked) send({ kind: 'draft', quiz, question: id, response: control.read() });
  });

  // Arrow keys choose a radio by way of a click, so this holds for the keyboard as well. `disabled` would take the
  // controls, and with them what was chosen, out of the reach of screen readers.
  fieldset.addEventListener('click', (event) => {
    if (locked && event.target instanceof HTMLInputElement && isTicked(event.target)) event.preventDefault();
  });
  fieldset.addEventListener('change', () => {
    // A menu cannot be made read-only, so it springs back.
    if (locked) return control.write(answer, start);
    if (control.complaint() === null) setError('');
    drafts.now();
  });
  fieldset.addEventListener('input', (event) => {
    if (!mayType || locked || !(event.target instanceof Element) || !isTyped(event.target)) return;
    // An input method still holds the text while it is being composed.
    if (!(event instanceof InputEvent && event.isComposing)) keepWithinLimit(event.target);
    if (control.complaint() === null) setError('');
    drafts.soon();
  });
  // Enter checks a question that has a button of its own. It never hands in a whole quiz.
  fieldset.addEventListener('keydown', (event) => {
    if (
      mayType &&
      event.key === 'Enter' &&
      !check &&
      event.target instanceof HTMLInputElement &&
      isTyped(event.target)
    ) {
      event.preventDefault();
    }
  });
  element.addEventListener('submit', () => {
    if (locked || !check || complain()) return;
    drafts.flush();
    const response = control.read();
    if (response) askOnce(() => send({ kind: 'check', quiz, question: id, response }));
  });

  return {
    id,
    element,
    focusFirst: () => (firstToFill(controlsIn(fieldset)) ?? fieldset.querySelector('button'))?.focus(),
    isMissing: () => error.textContent !== '',
    complain() {
      drafts.flush();
      return complain();
    },
    show(view, { quiz: whole, number, again, announced }) {
      const checked = view.verdict !== null;
      // So it was before it was first shown, and while an attempt ended: one with a time limit comes without its questions.
      const wasLocked = locked;
      locked = whole.readOnly || whole.phase === 'submitted' || (checked && whole.feedback === 'immediate');
      // What the player says is a moment old: while the learner goes on choosing, their own choice stands.
      answer = view.response;
      start = view.order;
      if (again || locked || wasLocked) control.write(answer, start);
      if (again || locked) setError('');

      order(element, view.order);
      const label = element.querySelector('[data-number]');
      if (label && label.textContent !== number) label.textContent = number;
      for (const each of controlsIn(fieldset)) {
        if (isTyped(each)) each.readOnly = locked;
        else if (locked) each.setAttribute('aria-disabled', 'true');
        else each.removeAttribute('aria-disabled');
      }
      element.dataset['verdict'] = view.verdict ?? '';
      element.dataset['confidence'] = `${view.confidence ?? ''}`;
      element.toggleAttribute('data-locked', locked);
      if (check) {
        const done = checked || whole.phase === 'submitted';
        // A button never goes away under the finger, nor moves what is below it: it stays, marked as done.
        if (check.parentElement) check.parentElement.hidden = whole.readOnly;
        check.setAttribute('aria-disabled', String(done));
        check.textContent = word(`quiz.${isUnscored ? (done ? 'sent' : 'send') : done ? 'checked' : 'check'}`);
      }
      showFeedback(element, view, announced, word);
      control.shown();
    },
  };
}

/** Puts the choices in the order drawn for this attempt. Moving takes the focus away, so it is done only if needed. */
function order(element: HTMLElement, ids: readonly string[]): void {
  const list = element.querySelector('[data-options]');
  if (!list) return;
  const options = new Map(
    [...list.children].map((option) => [(option as HTMLElement).dataset['option'] ?? '', option]),
  );
  const wanted = ids.flatMap((id) => options.get(id) ?? []);
  if (wanted.some((option, index) => list.children[index] !== option)) list.append(...wanted);
}
