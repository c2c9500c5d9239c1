import type { Frame, Page } from 'playwright-core';

/** One way of working a course, and nothing but this way. Selectors name controls of the lesson or the player. */
export interface Hands {
  /** Presses a button or a link of the lesson. */
  press(selector: string): Promise<void>;
  /** Chooses these options of a question: one of several radio buttons, or checkboxes. */
  choose(question: string, values: readonly string[]): Promise<void>;
  /** Leaves the course by its button. */
  exit(): Promise<void>;
}

const lessonIn = (page: Page): Frame => {
  const frame = page.frames().find((each) => each.url().includes('/content/pages/'));
  if (frame === undefined) throw new Error('no lesson is open');
  return frame;
};
const playerIn = (page: Page): Frame => {
  const frame = page.frames().find((each) => each.url().endsWith('/content/index.html'));
  if (frame === undefined) throw new Error('the course is not open');
  return frame;
};
const option = (question: string, value: string): string => `[data-question="${question}"] input[value="${value}"]`;

/** Real keys alone. Needs the checks in the page (`bringChecks`), which count how often Tab is to be pressed. */
export function keyHands(page: Page): Hands {
  const press = async (key: string, times = 1): Promise<void> => {
    await Promise.all(Array.from({ length: times }, () => page.keyboard.press(key)));
  };
  const hasFocus = (frame: Frame, selector: string): Promise<boolean> =>
    frame.evaluate((wanted) => document.hasFocus() && document.activeElement?.matches(wanted) === true, selector);
  /** Presses Tab until the focus is there; a learner has no more patience than this. */
  const reach = async (frame: Frame, selector: string): Promise<void> => {
    await press('Tab', await frame.evaluate((wanted) => accessibility.tabsTo(wanted), selector));
    for (let more = 0; more < 80; more++) {
      if (await hasFocus(frame, selector)) return;
      await press('Tab');
    }
    throw new Error(`Tab never reaches ${selector}`);
  };
  const enter = async (frame: Frame, selector: string): Promise<void> => {
    await reach(frame, selector);
    await press('Enter');
  };
  return {
    press: (selector) => enter(lessonIn(page), selector),
    exit: () => enter(playerIn(page), '[data-exit]'),
    async choose(question, values) {
      const lesson = lessonIn(page);
      const options = await lesson
        .locator(`[data-question="${question}"] [data-options] input`)
        .evaluateAll((list: HTMLInputElement[]) => list.map(({ value, type }) => [value, type] as const));
      if (options[0]?.[1] === 'radio') {
        await reach(lesson, `[data-question="${question}"] [data-options] input`);
        await press('Space');
        // From one radio button to the next the arrows lead, and choose as they go.
        await press(
          'ArrowDown',
          options.findIndex(([value]) => value === values[0]),
        );
        return;
      }
      for (const [value] of options) {
        if (!values.includes(value)) continue;
        await reach(lesson, option(question, value));
        await press('Space');
      }
    },
  };
}

/** Single clicks of a mouse alone: no key, no dragging, no double click. */
export function clickHands(page: Page): Hands {
  /** Brings the middle of an element into view, and tells where it is in the window. */
  const click = async (frame: Frame, selector: string): Promise<void> => {
    const place = await frame.evaluate((wanted) => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = element?.getClientRects()[0];
      if (!box) return null;
      let [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const top = document.elementFromPoint(x, y);
      if (top === null || !(element?.contains(top) || top.contains(element))) return null;
      for (let at: Window = window; at.frameElement; at = at.parent) {
        const around = at.frameElement.getBoundingClientRect();
        x += around.x + at.frameElement.clientLeft;
        y += around.y + at.frameElement.clientTop;
      }
      return [x, y] as const;
    }, selector);
    if (place === null) throw new Error(`${selector} cannot be clicked`);
    await page.mouse.click(...place);
  };
  return {
    press: (selector) => click(lessonIn(page), selector),
    exit: () => click(playerIn(page), '[data-exit]'),
    async choose(question, values) {
      for (const value of values)
        await click(lessonIn(page), `[data-question="${question}"] [data-option="${value}"] label`);
    },
  };
}
