import type { QuestionView, QuizView } from '../../../contract/frame-messages.ts';
import type { SendToPlayer } from '../connect-player.ts';
import { controlOf } from '../questions/index.ts';
import { controlsIn, isGiven, isTyped } from '../questions/question-control.ts';
import { keepWithinLimit } from '../questions/typed-field.ts';
import type { Word } from './bind-quiz.ts';
import { showFeedback } from './show-feedback.ts';

export interface BoundQuestion {
  readonly id: string;
  readonly element: HTMLElement;
  readonly show: (view: QuestionView, setting: QuestionSetting) => void;
  /** Says at the question that an answer is missing; true if one is. */
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
  let shown = false;

  const setError = (text: string): void => {
    if (error.textContent !== text) error.textContent = text;
    for (const input of controlsIn(fieldset)) {
      input.toggleAttribute('data-invalid', text !== '');
      // Of radio buttons and checkboxes no single one is wrong: there the message at the group says it.
      if (isTyped(input) || input instanceof HTMLSelectElement) input.setAttribute('aria-invalid', String(text !== ''));
    }
  };
  const complain = (): boolean => {
    const complaint = control.complaint();
    setError(complaint === null ? '' : word(complaint.word, complaint.gaps));
    return complaint !== null;
  };
  const focusFirst = (): void => {
    const inputs = controlsIn(fieldset);
    const isOpen = (input: (typeof inputs)[number]): boolean => isGiven(input) === !('list' in input && !isTyped(input) ? false : true);
    (inputs.find(isOpen) ?? inputs[0])?.focus();
  };

  // Arrow keys choose a radio by way of a click, so this holds for the keyboard as well. `disabled` would take the
  // controls, and with them what was chosen, out of the reach of screen readers.
  fieldset.addEventListener('click', (event) => {
    if (locked && event.target instanceof HTMLInputElement) event.preventDefault();
  });
  fieldset.addEventListener('change', () => {
    if (locked) return;
    const response = control.read();
    if (response) setError('');
    send({ kind: 'draft', quiz, question: id, response });
  });
  element.addEventListener('submit', () => {
    if (locked || !check) return;
    const response = control.read();
    if (response) askOnce(() => send({ kind: 'check', quiz, question: id, response }));
    else setError(word(control.missing));
  });

  return {
    id,
    element,
    focusFirst,
    isMissing: () => error.textContent !== '',
    complain() {
      const missing = control.read() === null;
      setError(missing ? word(control.missing) : '');
      return missing;
    },
    show(view, { quiz: whole, number, again, announced }) {
      const checked = view.verdict !== null;
      locked = whole.readOnly || whole.phase === 'submitted' || (checked && whole.feedback === 'immediate');
      // What the player says is a moment old: while the learner goes on choosing, their own choice stands.
      if (again || locked || !shown) control.write(view.response);
      shown = true;
      if (again || locked) setError('');

      order(element, view.order);
      const label = element.querySelector('[data-number]');
      if (label && label.textContent !== number) label.textContent = number;
      for (const input of inputsOf(fieldset)) {
        if (locked) input.setAttribute('aria-disabled', 'true');
        else input.removeAttribute('aria-disabled');
      }
      element.dataset['verdict'] = view.verdict ?? '';
      element.toggleAttribute('data-locked', locked);
      if (check) {
        const done = checked || whole.phase === 'submitted';
        // A button never goes away under the finger, nor moves what is below it: it stays, marked as done.
        if (check.parentElement) check.parentElement.hidden = whole.readOnly;
        check.setAttribute('aria-disabled', String(done));
        check.textContent = word(done ? 'quiz.checked' : 'quiz.check');
      }
      showFeedback(element, view, inputsOf(fieldset), announced, word);
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
