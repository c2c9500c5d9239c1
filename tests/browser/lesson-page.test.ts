import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildCourse } from './harness/build-course.ts';
import { launchBrowser } from './harness/launch-browser.ts';

const lesson = `---
title: Tides
id: tides
minutes: 5
---

The sea rises and falls. Go on to the [exam](02-exam.quiz.yml).

\`\`\`js title="tide.js"
export const tide = 'ebb';
\`\`\`

:::quiz[Check]{#tide-check pass=50 feedback=immediate reveal=attempt}
### What pulls the sea? {#pull}
- [x] The moon {#moon}
  > It does.
- [ ] The wind {#wind}
  > It only **pushes**.

> Gravity reaches far.

### Which two are tides? {#two}
- [x] Ebb {#ebb}
- [x] Flood {#flood}
- [ ] Fog {#fog}

### The sea is salty. {#salt type=true-false}
- [x] True
- [ ] False
:::
`;

const exam = `title: Exam
id: exam
pass: 100
attempts: 3
feedback: end
questions:
${['one', 'two']
  .map(
    (id) => `  - id: ${id}
    type: single
    prompt: Which is right in ${id}?
    choices:
      - {id: this, text: This, correct: true}
      - {id: that, text: That}
`,
  )
  .join('')}`;

let browser: Browser;
let folder: string;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(path.join(tmpdir(), 'lesson-page-'));
  const { files } = await buildCourse(null, {
    'course.yml': 'id: sea\ntitle: The sea\nlanguage: en\n',
    '01-tides.md': lesson,
    '02-exam.quiz.yml': exam,
  });
  for (const [name, bytes] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
});

afterEach(async () => {
  expect(faults).toEqual([]);
  await page.close();
});

const urlOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;

/** Opens the course without an LMS and gives the frame that shows this page. */
async function openCourse(name: string): Promise<Frame> {
  await openPlayer();
  await page.locator(`[data-outline] a[data-page="${name}"]`).click();
  const frame = await frameAt(name);
  // The player's welcome brings the buttons.
  await frame.locator('[data-question] button:visible, [data-submit]:visible').first().waitFor();
  return frame;
}

async function openPlayer(): Promise<void> {
  // The player looks for an LMS for ten seconds; the test need not wait for that.
  await page.clock.install();
  await page.goto(urlOf('index.html'));
  await page.clock.runFor(11_000);
  await page.clock.resume();
  await page.getByRole('button', { name: 'Go on without saving' }).click();
}

async function frameAt(name: string): Promise<Frame> {
  await page.waitForFunction(
    // Its document cannot be asked on file://, its title can.
    (title) => document.querySelector('iframe')?.title.endsWith(title) === true,
    name === 'exam' ? 'Exam' : 'Tides',
  );
  await expect
    .poll(() =>
      page
        .frames()
        .find((one) => one.url().endsWith(`/${name}.html`))
        ?.url(),
    )
    .toBeTruthy();
  const frame = page.frames().find((one) => one.url().endsWith(`/${name}.html`));
  if (!frame) throw new Error(`no frame shows ${name}`);
  return frame;
}

describe('a quiz with feedback at once', () => {
  test('is completed by keyboard alone; verdicts come in words; the focus is never lost', async () => {
    const frame = await openCourse('tides');
    const pull = frame.locator('[data-question="pull"]');
    await pull.getByLabel('The moon').focus();
    expect(await pull.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await pull.getByLabel('The wind').isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    const panel = pull.getByRole('status');
    await expect.poll(() => panel.textContent()).toContain('Not correct');
    expect(await panel.textContent()).toContain('It only pushes.');
    expect(await panel.textContent()).toContain('Gravity reaches far.');
    expect(await panel.locator('strong').textContent()).toBe('pushes');
    expect(await pull.locator('[data-option="wind"]').textContent()).toContain('Your answer, not correct');
    const focused = await frame.evaluate(() => [
      document.activeElement?.textContent,
      document.activeElement?.getAttribute('aria-disabled'),
    ]);
    expect(focused).toEqual(['Checked', 'true']);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => frame.locator('[data-question="two"]').getByRole('status').textContent())
      .toContain('Correct');
    const salt = frame.locator('[data-question="salt"]');
    await salt.getByLabel('True').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => frame.evaluate(() => document.activeElement?.textContent)).toBe('You passed');
    expect(await frame.locator('[data-result]').textContent()).toContain('66.66%');
    expect(await pull.locator('[data-option="moon"]').textContent()).toContain('Correct answer');
  });

  test('says at the question that an answer is missing, and takes it back with the answer', async () => {
    const frame = await openCourse('tides');
    const two = frame.locator('[data-question="two"]');
    await two.getByRole('button').click();
    expect(await two.getByRole('alert').textContent()).toBe('Choose at least one answer first.');
    await two.getByLabel('Ebb').check();
    expect(await two.getByRole('alert').textContent()).toBe('');
    expect(await two.getByRole('status').textContent()).toBe('');
  });

  test('lets a checked answer stand', async () => {
    const frame = await openCourse('tides');
    const pull = frame.locator('[data-question="pull"]');
    await pull.getByLabel('The moon').check();
    await pull.getByRole('button').click();
    await expect.poll(() => pull.getByRole('status').textContent()).toContain('Correct');
    await pull.locator('[data-option="wind"] label').click({ force: true });
    expect(await pull.locator('input[value="moon"]').isChecked()).toBe(true);
    expect(await pull.locator('input[value="moon"]').getAttribute('aria-disabled')).toBe('true');
  });

  test('keeps a choice that was not checked when the learner leaves and comes back', async () => {
    await openCourse('tides').then((frame) => frame.getByLabel('The wind').check());
    await page.locator('a[data-page="exam"]').first().click();
    await frameAt('exam');
    await page.locator('a[data-page="tides"]').first().click();
    const back = await frameAt('tides');
    await expect.poll(() => back.getByLabel('The wind').isChecked()).toBe(true);
    expect(await back.locator('[data-question="pull"]').getByRole('status').textContent()).toBe('');
  });
});

describe('a quiz with feedback at the end', () => {
  test('lists what is open, takes the focus there, and leads to the question', async () => {
    const frame = await openCourse('exam');
    await frame.getByRole('button', { name: 'Submit answers' }).click();
    const summary = frame.locator('[data-errors]');
    expect(await frame.evaluate(() => document.activeElement?.hasAttribute('data-errors'))).toBe(true);
    expect(await summary.getByRole('link').count()).toBe(2);
    expect(await frame.locator('[data-question="two"]').getByRole('alert').textContent()).toBe(
      'Choose an answer first.',
    );
    await summary.getByRole('link').nth(1).click();
    expect(await frame.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('exam.two');
    await page.keyboard.press('Space');
    expect(await summary.getByRole('link').count()).toBe(1);
    await frame.locator('[data-question="one"]').getByLabel('That').check();
    expect(await summary.isVisible()).toBe(false);
  });

  test('takes a double click as one submission, and moves the focus to the result', async () => {
    const frame = await openCourse('exam');
    await frame.locator('[data-question="one"]').getByLabel('This').check();
    await frame.locator('[data-question="two"]').getByLabel('That').check();
    await frame.getByRole('button', { name: 'Submit answers' }).dblclick();
    await expect.poll(() => frame.evaluate(() => document.activeElement?.textContent)).toBe('Not passed yet');
    const result = frame.locator('[data-result]');
    expect(await result.textContent()).toContain('50%');
    expect(await result.textContent()).toContain('2 attempts left');
    await result.getByRole('button', { name: 'Try again' }).dblclick();
    await expect.poll(() => result.isVisible()).toBe(false);
    expect(await frame.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await frame.locator('[data-attempt]').textContent()).toBe('Attempt 2');
    expect(await frame.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('exam.one');
  });
});

describe('the page', () => {
  test('hears nobody but the player', async () => {
    const frame = await openCourse('tides');
    const text = await frame.locator('body').textContent();
    await frame.evaluate(() => {
      window.postMessage({ app: 'build-scorm/1', kind: 'quiz', quiz: { id: 'tide-check' }, focus: null }, '*');
      window.postMessage(
        {
          app: 'build-scorm/1',
          kind: 'welcome',
          page: 'tides',
          quizzes: [],
          place: 1,
          fragment: '',
          previous: null,
          next: null,
          strings: {},
        },
        '*',
      );
    });
    await page.waitForTimeout(200);
    expect(await frame.locator('body').textContent()).toBe(text);
    expect(await frame.evaluate(() => window.scrollY)).toBe(0);
  });

  test('asks the player to follow links inside the course', async () => {
    const frame = await openCourse('tides');
    await frame.locator('.prose').getByRole('link', { name: 'exam' }).click();
    await frameAt('exam');
    expect(await page.title()).toBe('Exam – Lesson 2 of 2 – The sea');
    expect(await page.locator('[data-outline] a[aria-current="page"]').getAttribute('data-page')).toBe('exam');
  });

  test('reads on its own, quiz and all, and says where answers count', async () => {
    await page.goto(urlOf('pages/tides.html'));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tides');
    expect(await page.getByText('Your answers count when').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: /Copy/ }).isVisible()).toBe(true);
    expect(await page.locator('[data-check]:visible').count()).toBe(0);
    await page.getByLabel('The moon').focus();
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(urlOf('pages/tides.html'));
  });

  test('prints everything to read and nothing to press', async () => {
    await page.goto(urlOf('pages/tides.html'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('The moon').isVisible()).toBe(true);
    expect(await page.locator('button:visible, .pager:visible, .skip-link:visible').count()).toBe(0);
  });

  test.each([320, 390])('fits a screen of %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(urlOf('pages/tides.html'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

describe('the outline on a phone', () => {
  test('opens by its button, closes by Escape, and gives the focus back', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await openPlayer();
    const menu = page.getByRole('button', { name: 'Contents', exact: true });
    await menu.click();
    const drawer = page.getByRole('dialog', { name: 'Course contents' });
    expect(await drawer.isVisible()).toBe(true);
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await drawer.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-menu'))).toBe(true);
    await menu.click();
    await drawer.getByRole('link', { name: /Exam/ }).click();
    await frameAt('exam');
    expect(await drawer.isVisible()).toBe(false);
  });
});
