import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, elementsCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(elementsCourse);
});

async function open(name: string, options: Parameters<typeof tests.visit>[2] = {}, script = ''): Promise<Page> {
  const { server, context } = await tests.visit(course, {}, { reducedMotion: 'reduce', ...options });
  if (script !== '') await context.addInitScript(script);
  const page = await context.newPage();
  await page.goto(`${server.origin}/content/pages/${name}.html`);
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe('tabs', () => {
  test('are one stop for the keyboard, and arrows, Home and End choose', async () => {
    const page = await open('choices');
    const shown = () => page.locator('.tab-panel:not([hidden])').evaluateAll((panels) => panels.map(({ id }) => id));
    await page.getByRole('tab', { name: 'Deck oven' }).focus();
    const seen: string[][] = [];
    for (const key of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
      await page.keyboard.press(key);
      seen.push([(await focused(page)) ?? '', ...(await shown())]);
    }
    expect(seen).toEqual([
      ['Convection oven', 'section-convection-oven-panel'],
      ['Wood', 'section-wood-panel'],
      ['Deck oven', 'section-deck-oven-panel'],
      ['Wood', 'section-wood-panel'],
      ['Deck oven', 'section-deck-oven-panel'],
    ]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.tab-panel')?.id)).toBe(
      'section-deck-oven-panel',
    );
    expect(await page.getByRole('tabpanel', { name: 'Deck oven' }).count()).toBe(1);
  });

  test('follow the direction of writing', async () => {
    const page = await open('choices');
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    await page.getByRole('tab', { name: 'Deck oven' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('Convection oven');
  });

  test('open for a link from another lesson and for a link in the page', async () => {
    const { launch } = await tests.visit(course, {}, { reducedMotion: 'reduce' });
    const { learner } = await launch();
    await learner.arrived();
    await learner.open('procedures');
    await learner.lesson.getByRole('link', { name: 'with wood' }).click();
    await learner.isOn('choices');
    await expect.poll(() => learner.lesson.getByText('Burn down to embers').isVisible()).toBe(true);

    const page = await open('choices');
    expect(await page.getByText('Burn down to embers').isVisible()).toBe(false);
    await page.evaluate(() => {
      location.hash = '#section-wood';
    });
    await expect.poll(() => page.getByText('Burn down to embers').isVisible()).toBe(true);
    expect(await page.getByRole('tab', { selected: true }).first().textContent()).toBe('Wood');
  });
});

test('an exclusive accordion closes one entry when another opens', async () => {
  const page = await open('choices');
  await page.getByText('Why is my crust pale?').focus();
  await page.getByText('Why is my crust pale?').click();
  await page.getByText('Can I freeze the dough?').click();
  expect(await page.locator('.accordion details[open] summary').allTextContents()).toEqual(['Can I freeze the dough?']);
});

describe('flip cards', () => {
  test('turn by keyboard, and what is on the back is only reached when it is shown', async () => {
    const page = await open('choices');
    const turn = page.getByRole('button', { name: 'Turn over: Poolish' });
    const link = page.locator('.flip-back a');
    await turn.focus();
    expect(await link.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await turn.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('the steps');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    expect(await turn.getAttribute('aria-expanded')).toBe('false');
    expect(await link.isVisible()).toBe(false);
  });

  test('turn by a click anywhere on them, once', async () => {
    const page = await open('choices');
    const card = page.locator('.flip-card').first();
    await card.click({ position: { x: 20, y: 20 } });
    expect(await card.getByRole('button').getAttribute('aria-expanded')).toBe('true');
    await card.getByRole('button').click();
    expect(await card.getByRole('button').getAttribute('aria-expanded')).toBe('false');
  });
});

describe('a checklist', () => {
  test('is remembered in this browser, and nothing of it reaches the LMS', async () => {
    const { launch, server } = await tests.visit(course, {}, { reducedMotion: 'reduce' });
    const { learner } = await launch();
    await learner.arrived();
    await learner.open('procedures');
    const before = JSON.stringify(server.store.calls).length;
    await learner.lesson.getByLabel('Oven off').check();
    await learner.lesson.getByLabel('Coins').check();
    await learner.open('choices');
    await learner.open('procedures');
    const ticked = () => learner.lesson.locator('.check input:checked').count();
    await expect.poll(ticked).toBe(2);
    expect(JSON.stringify(server.store.calls).slice(before)).not.toMatch(/Oven|Coins/);
  });

  test('works where storage is denied', async () => {
    const denied = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })";
    const page = await open('procedures', {}, denied);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.getByLabel('Oven off').check();
    expect(await page.getByLabel('Oven off').isChecked()).toBe(true);
    expect(faults).toEqual([]);
  });
});

/** Words of the course that an element could hide. */
const everything: Readonly<Record<string, readonly string[]>> = {
  choices: ['Burn down to embers', 'moving air carries more heat', 'Let it thaw overnight', 'left overnight. It gives'],
  procedures: ['Most ovens are off', 'set your oven higher', 'Fold, and shape', 'A second thermometer'],
  code: ['Every weight as a share', 'tears where it is weakest'],
};

describe('everything can be read', () => {
  test('on paper, with nothing to press', async () => {
    for (const [name, texts] of Object.entries(everything)) {
      const page = await open(name);
      await page.emulateMedia({ media: 'print' });
      for (const text of texts) {
        const seen = page.getByText(text, { exact: false }).first();
        expect([text, await seen.evaluate((node) => node.checkVisibility({ contentVisibilityAuto: true }))]).toEqual([
          text,
          true,
        ]);
        expect((await seen.boundingBox())?.height).toBeGreaterThan(0);
      }
      expect(await page.locator('button:visible').count()).toBe(0);
      await page.close();
    }
  });

  test('without JavaScript: tabs and cards lie open, the rest opens by itself', async () => {
    const page = await open('choices', { javaScriptEnabled: false });
    for (const text of everything['choices'] ?? []) {
      if (text.startsWith('Let it')) await page.getByText('Can I freeze the dough?').click();
      expect([text, await page.getByText(text).isVisible()]).toEqual([text, true]);
    }
    expect(await page.locator('[role="tab"], button').count()).toBe(0);
  });

  test.each([320, 390])('on %i pixels without scrolling sideways', async (width) => {
    const page = await open('choices', { viewport: { width, height: 700 } });
    for (const name of Object.keys(everything)) {
      await page.goto(page.url().replace(/[\w-]+\.html/, `${name}.html`));
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, width]);
    }
  });

  test('code is copied without the numbers of its lines', async () => {
    const page = await open('code');
    expect(await page.locator('figure.code code').first().innerText()).toMatch(/^export function preheat/);
  });
});
