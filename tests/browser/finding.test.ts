import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
let folder: string;
beforeAll(async () => {
  const source = 'tests/browser/courses/found';
  course = await buildCourse(source);
  folder = await mkdtemp(path.join(tmpdir(), 'unzipped-'));
  for (const [name, bytes] of course.files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a search leads to the section, says what is locked, and tells no answer', async () => {
  const { launch, watch } = await tests.visit(course);
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.player.locator('[data-search]').click();
  await learner.isOn('_search');
  const { lesson } = learner;
  const status = lesson.locator('[data-search-status]');
  await lms.keyboard.type('mooring');
  await expect.poll(() => status.textContent()).toBe('2 results');
  expect(await lesson.locator('mark').allInnerTexts()).toEqual(['Moored', 'moored', 'Mooring']);
  await expect
    .poll(() => lesson.locator('.search-locked').allInnerTexts())
    .toEqual(['Locked: Opens when you have finished “Tides”']);

  await lesson.locator('[data-search-field]').fill('secretmoon');
  await expect.poll(() => status.textContent()).toContain('Nothing found for “secretmoon”');
  expect(await lesson.locator('[data-search-all]').isVisible()).toBe(true);
  await lesson.locator('[data-search-field]').fill('sextnat');
  await expect.poll(() => status.textContent()).toBe('1 result');

  await lesson.getByRole('link', { name: 'Moored boats' }).click();
  await learner.isOn('tides');
  await expect.poll(() => lesson.locator('#section-boats').evaluate((heading) => heading.matches(':focus'))).toBe(true);
  // What was searched stands there again; a special page is no place to come back to.
  await lms.keyboard.press('/');
  await learner.isOn('_search');
  expect(await lesson.locator('[data-search-field]').inputValue()).toBe('sextnat');
  expect(watch).toEqual({ problems: [], outside: [] });
});

test('a term says what it means in place, and leads to the glossary and back', async () => {
  const { launch } = await tests.visit(course);
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.isOn('tides');
  const { lesson } = learner;
  const term = lesson.locator('#term-ebb');
  await term.focus();
  await lms.keyboard.press('Enter');
  expect(await lesson.locator('.term-box').innerText()).toContain('The tide that runs out.');
  expect(await term.getAttribute('aria-expanded')).toBe('true');
  await lms.keyboard.press('Tab');
  await lms.keyboard.press('Escape');
  expect(await lesson.locator('.term-box').count()).toBe(0);
  expect(await term.evaluate((link) => link.matches(':focus'))).toBe(true);
  await lms.keyboard.press('Enter');
  await lesson.getByRole('link', { name: 'In the glossary' }).click();
  await learner.isOn('_glossary');
  expect(await lesson.locator('dt').allInnerTexts()).toEqual(['ebb', 'flood']);
  await lesson.locator('.glossary-used a').first().click();
  await learner.isOn('tides');
  await expect.poll(() => term.evaluate((link) => link.matches(':focus'))).toBe(true);
});

test('shortcuts work in player and page, not in fields, and can be switched off', async () => {
  const { launch } = await tests.visit(course);
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.isOn('tides');
  const help = learner.player.locator('[data-keys]');
  await learner.lesson.locator('h1').click();
  await lms.keyboard.press('g');
  await learner.isOn('_glossary');
  await lms.keyboard.press('Control+/');
  await lms.keyboard.press('/');
  await learner.isOn('_search');
  await learner.lesson.locator('[data-search-field]').focus();
  await lms.keyboard.type('pg?');
  expect(await learner.lesson.locator('[data-search-field]').inputValue()).toBe('pg?');
  expect(await help.isVisible()).toBe(false);
  await learner.player.locator('[data-menu]').focus();
  await lms.keyboard.press('?');
  await help.getByRole('checkbox').uncheck();
  await lms.keyboard.press('Escape');
  expect(await help.isVisible()).toBe(false);
  await lms.keyboard.press('g');
  await lms.keyboard.press('?');
  expect(await help.isVisible()).toBe(false);
  await learner.isOn('_search');
  await learner.player.locator('[data-keys-open]').click();
  expect(await help.getByRole('checkbox').isChecked()).toBe(false);
  await help.getByRole('checkbox').check();
  await help.getByRole('button').click();
  await lms.keyboard.press('c');
  expect(await learner.player.locator('[data-outline] [aria-current]').evaluate((link) => link.matches(':focus'))).toBe(
    true,
  );
});

test('from the disk, search and glossary work alone, with JavaScript and without', async () => {
  const fromDisk = (name: string): string => pathToFileURL(path.join(folder, 'pages', name)).href;
  const context = await tests.browser.newContext();
  const page = await context.newPage();
  await page.goto(fromDisk('_search.html'));
  await page.getByLabel('Search the whole course').fill('moored');
  // The list of all sections goes when the results come.
  await page.locator('[data-search-results]').getByRole('link', { name: 'Moored boats' }).click();
  await page.waitForURL('**/tides.html#section-boats');
  await context.close();

  const plain = await tests.browser.newContext({ javaScriptEnabled: false });
  const reader = await plain.newPage();
  await reader.goto(fromDisk('_search.html'));
  expect(await reader.locator('[data-search]').isVisible()).toBe(false);
  await reader.getByRole('link', { name: 'Moored boats' }).click();
  await reader.waitForURL('**/tides.html#section-boats');
  await reader.getByRole('link', { name: 'ebb' }).click();
  await reader.waitForURL('**/_glossary.html#term-ebb');
  await reader.getByRole('link', { name: 'Tides' }).first().click();
  await reader.waitForURL('**/tides.html#term-ebb');
  await plain.close();
});
