import { all, isSeen, named, textOf } from './dom.ts';
import { listen } from './speech.ts';

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until something holds, for a second and a half; false if it never does. */
export async function until(holds: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < 1500 && !holds(); waited += 15) await pause(15);
  return holds();
}

/** Answers every control of a question or quiz, by clicks and by typing. @returns what went wrong while it did */
export function answer(root: Element): string[] {
  const found: string[] = [];
  const chosen = new Set<string>();
  const work = (control: HTMLElement, act: () => void): void => {
    const before = location.href;
    control.focus();
    act();
    if (document.activeElement !== control) found.push(`${named(control)} loses the focus when it is used`);
    if (location.href !== before) found.push(`${named(control)} leads away when it is used`);
  };
  for (const control of all('[data-options] :is(input, select, textarea)', root)) {
    if (control instanceof HTMLSelectElement)
      work(control, () => {
        control.selectedIndex = 1;
        control.dispatchEvent(new Event('change', { bubbles: true }));
      });
    else if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) {
      if (!chosen.has(control.name)) work(control, () => control.click());
      chosen.add(control.name);
    } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
      work(control, () => {
        control.value = '3';
        control.dispatchEvent(new InputEvent('input', { bubbles: true }));
        control.dispatchEvent(new Event('change', { bubbles: true }));
      });
  }
  return found;
}

/** Moves the first item of a list down by a single click (2.5.7): said aloud, without losing the focus. */
async function arrange(list: Element): Promise<string[]> {
  const order = (): string => [...list.children].map((row) => (row as HTMLElement).dataset['option']).join();
  const button = list.querySelector<HTMLElement>('li:first-child [data-move="down"]');
  if (button === null || !isSeen(button)) return ['items can be moved by dragging alone'];
  const [before, { said, end }] = [order(), listen()];
  button.focus();
  button.click();
  await pause(0);
  end();
  const found: string[] = [];
  if (order() === before) found.push('a click on “down” moves nothing');
  if (document.activeElement !== button) found.push('moving an item loses the focus');
  if (!/\d/.test(said())) found.push('the new place of an item is not said');
  return found;
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Asks for the verdict on one question, first without an answer, then with one (1.4.1, 3.2.2, 3.3.1, 4.1.3). */
export async function question(id: string): Promise<string[]> {
  const root = document.querySelector<HTMLElement>(`[data-question="${id}"]`);
  const check = root?.querySelector<HTMLButtonElement>('[data-check]');
  if (!root || !check) return [`there is no question ${id}`];
  const found: string[] = [];

  const error = root.querySelector<HTMLElement>('[data-error]');
  const isNew = textOf(error) === '';
  const first = listen();
  check.focus();
  check.click();
  await pause(0);
  first.end();
  if (!error || !isSeen(error) || textOf(error) === '') found.push('a missing answer is not asked for');
  else {
    if (isNew && !first.said().includes(textOf(error))) found.push('the error is not said');
    const described = root.querySelector(`[aria-describedby~="${error.id}"]`);
    if (!described?.contains(error.closest('fieldset')) && !described)
      found.push('the error is not tied to its controls');
  }
  for (const field of all('[data-options] :is(input[type="text"], select, textarea)', root))
    if (field.getAttribute('aria-invalid') !== 'true') found.push(`${named(field)} is not marked as missing`);
  if (isLost()) found.push('the focus is lost with the error');

  found.push(...answer(root));
  for (const list of all('[data-order]', root)) found.push(...(await arrange(list)));
  if (root.dataset['verdict']) found.push('choosing an answer already hands it in');

  const then = listen();
  check.focus();
  check.click();
  if (!(await until(() => Boolean(root.dataset['verdict'])))) found.push('no verdict comes');
  await pause(30);
  then.end();
  const panel = root.querySelector('.feedback-verdict');
  if (!panel || !isSeen(panel)) found.push('the verdict is not in words');
  else if (!then.said().includes(textOf(panel)) && !document.activeElement?.matches('[data-result-title]'))
    found.push('the verdict is not said');
  for (const option of all('[data-option]', root)) {
    const words = option.querySelector('[data-verdict]');
    if (option.dataset['verdict'] && (!words || !isSeen(words) || !/\p{L}/u.test(textOf(words))))
      found.push(`${named(option)} is right or wrong by colour alone`);
  }
  if (isLost() || !check.isConnected) found.push('the focus is lost with the verdict');
  if (check.disabled) found.push('the button is disabled under the focus');
  if (check.isConnected && check.getAttribute('aria-disabled') !== 'true')
    found.push('the used button still seems to work');
  return found;
}

/** Hands in a quiz, first with nothing answered: a summary leads to each gap; then the result takes the focus (2.4.3, 3.3.1). */
export async function quiz(id: string): Promise<string[]> {
  const root = document.querySelector<HTMLElement>(`[data-quiz="${id}"]`);
  const submit = root?.querySelector<HTMLElement>('[data-submit]');
  if (!root || !submit) return [`there is no quiz ${id}`];
  const found: string[] = [];
  submit.focus();
  submit.click();
  const summary = root.querySelector<HTMLElement>('[data-errors]');
  if (!summary || !(await until(() => isSeen(summary)))) found.push('no summary of errors comes');
  else {
    if (document.activeElement !== summary) found.push('the summary of errors does not take the focus');
    const links = all('a', summary);
    if (links.length !== all('[data-question]', root).length) found.push('the summary does not name every gap');
    for (const link of links) {
      link.click();
      const target = document.querySelector(link.getAttribute('href') ?? '#none');
      if (
        !target?.contains(document.activeElement) ||
        !document.activeElement?.matches('input, select, textarea, button')
      )
        found.push(`${named(link)} does not lead to a control`);
    }
  }
  found.push(...answer(root));
  submit.focus();
  submit.click();
  if (!(await until(() => root.dataset['phase'] === 'submitted'))) found.push('the quiz is not handed in');
  const title = root.querySelector('[data-result-title]');
  if (!title || !(await until(() => document.activeElement === title)))
    found.push('the result does not take the focus');
  return found;
}
