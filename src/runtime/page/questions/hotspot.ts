import { chooseIn, chosenIn, inputsOf, type QuestionControl } from './question-control.ts';

/** The list of regions holds the answer; the regions over the picture are buttons that press what is in the list. */
export const hotspot: QuestionControl<'hotspot'> = {
  read: (fieldset) => {
    const choices = chosenIn(fieldset);
    return choices.length === 0 ? null : { type: 'hotspot', choices };
  },
  write: (fieldset, response) => {
    chooseIn(fieldset, response?.choices ?? []);
    press(fieldset);
  },
  missing: 'quiz.errors.missingRegion',
  bind: (fieldset, { isLocked }) => {
    for (const region of regionsIn(fieldset)) {
      const [left, top, width, height] = (region.dataset['box'] ?? '').split(' ').map(Number);
      // Set by script, not by a style attribute, which the content security policy refuses. Placed by its middle, so
      // that a small region that is made large enough to press stays where it is.
      region.style.setProperty('left', `${(left ?? 0) + (width ?? 0) / 2}%`);
      region.style.setProperty('top', `${(top ?? 0) + (height ?? 0) / 2}%`);
      region.style.setProperty('width', `${width ?? 0}%`);
      region.style.setProperty('height', `${height ?? 0}%`);
      region.hidden = false;
      region.addEventListener('click', () => {
        const input = inputsOf(fieldset).find((each) => each.value === region.dataset['region']);
        if (!input || isLocked()) return;
        input.checked = input.type === 'radio' || !input.checked;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
    }
    fieldset.addEventListener('change', () => press(fieldset));
  },
  shown: (fieldset) => {
    for (const region of regionsIn(fieldset)) {
      const option = fieldset.querySelector<HTMLElement>(`[data-option="${region.dataset['region'] ?? ''}"]`);
      region.dataset['verdict'] = option?.dataset['verdict'] ?? '';
    }
  },
};

const regionsIn = (fieldset: HTMLElement): readonly HTMLElement[] => [
  ...fieldset.querySelectorAll<HTMLElement>('[data-region]'),
];

function press(fieldset: HTMLElement): void {
  const chosen = chosenIn(fieldset);
  for (const region of regionsIn(fieldset)) {
    region.setAttribute('aria-pressed', String(chosen.includes(region.dataset['region'] ?? '')));
  }
}
