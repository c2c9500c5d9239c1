import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FrameLocator } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { rolesOf, type Scheme } from '../../src/pages/theme/colour-roles.ts';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';
import { watchContext } from './harness/watch-context.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  // Any font does; this one is there already.
  const font = await readFile('node_modules/temml/dist/Temml.woff2');
  const config = await readFile('tests/browser/courses/themed/course.yml', 'utf8');
  course = await buildCourse('tests/browser/courses/themed', {
    'course.yml': config.replace('theme:', 'theme:\n  fonts: { headings: fonts/own.woff2 }'),
    'fonts/own.woff2': font,
  });
});

const styleOf = (frame: Pick<FrameLocator, 'locator'>, selector: string, property: string): Promise<string> =>
  frame
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

describe.each<[Scheme, string, string]>([
  ['light', '#9c2f6b', 'logo.svg'],
  ['dark', '', 'logo-dark.svg'],
])('a course with a theme on %s pages', (scheme, given, logo) => {
  test('has its colours, fonts, corners and logo in player and lesson', async () => {
    const { launch, watch } = await tests.visit(course, {}, { colorScheme: scheme });
    const { learner } = await launch();
    await learner.isOn('lines');
    const { player, lesson } = learner;
    const accent = (await styleOf(lesson, ':root', '--accent')).trim();
    if (given !== '') expect(accent).toBe(given);
    const roles = rolesOf(accent, scheme);
    expect(await styleOf(lesson, '.prose a', 'color')).toBe(rgb(accent));
    expect(await styleOf(lesson, '.objectives li', 'color')).not.toBe(rgb(accent));
    expect(await styleOf(player, '.bar-line', 'color')).toBe(rgb(roles.accent));
    expect(await styleOf(player, '.panel .button', 'background-color')).toBe(rgb(roles.accent));
    expect(await styleOf(player, '.panel .button', 'color')).toBe(rgb(roles['on-accent']));
    expect(await styleOf(lesson, '.pager-link', 'border-top-left-radius')).toBe('2px');
    expect(await styleOf(lesson, '.kicker', 'text-transform')).toBe('uppercase');
    const image = player.locator('.bar-logo img');
    expect(
      await image.evaluate((element: HTMLImageElement) => [element.currentSrc.split('/').at(-1), element.alt]),
    ).toEqual([logo, 'Harbour Academy']);
    expect(await image.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth > 0)).toBe(
      true,
    );
    const loaded = await lesson.locator('html').evaluate(async ({ ownerDocument }) => {
      await ownerDocument.fonts.ready;
      return [...ownerDocument.fonts].map(({ family, status, display }) => [
        family.replaceAll('"', ''),
        status,
        display,
      ]);
    });
    expect(loaded).toEqual([['own-headings', 'loaded', 'swap']]);
    expect(await styleOf(lesson, 'h1', 'font-family')).toMatch(/^"?own-headings/);
    expect(watch).toEqual({ problems: [], outside: [] });
  });
});

test('the theme loads from an unpacked folder, and nothing jumps', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'themed-'));
  try {
    for (const [name, bytes] of course.files) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), bytes);
    }
    const context = await tests.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const watch = watchContext(context, 'file:');
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.join(folder, 'pages', 'lines.html')).href);
    await page.evaluate(() => document.fonts.ready);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { readonly value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => setTimeout(() => resolve(sum), 100));
        }),
    );
    expect(shift).toBeLessThan(0.05);
    expect(await styleOf(page, '.prose a', 'color')).toBe(rgb('#9c2f6b'));
    expect(await page.locator('.site img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
      0,
    );
    expect(watch).toEqual({ problems: [], outside: [] });
    await context.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('paper and high contrast keep to themselves', async () => {
  const { launch, watch } = await tests.visit(course, {}, { forcedColors: 'active' });
  const { learner } = await launch();
  await learner.isOn('lines');
  const system = await learner.lesson.locator('body').evaluate((body) => {
    const probe = body.ownerDocument.createElement('a');
    probe.href = '#';
    body.append(probe);
    return getComputedStyle(probe).color;
  });
  expect(await styleOf(learner.lesson, '.prose a', 'color')).toBe(system);
  expect(watch.problems).toEqual([]);
});

test('what an author puts into places of the pages is there, with its values', async () => {
  const slot = (name: string, html: string) => [`templates/${name}.html`, html] as const;
  const filled = await buildCourse(
    'tests/browser/courses/themed',
    Object.fromEntries([
      slot('player-brand', '<img src="../media/logo.svg" alt="Harbour"> <a href="../02-loads.md">About loads</a>'),
      slot('home-intro', '<p>Welcome to {{course.title}}.</p>'),
      slot('lesson-header', '<p>{{lesson.title}} takes {{lesson.minutes}} minutes.</p>'),
      slot('lesson-footer', '<p>That was {{lesson.number}} of {{lesson.total}}.</p>'),
      slot('page-footer', '<p>Harbour Academy</p>'),
      slot('quiz-passed', '<p>Well done in {{quiz.title}}!</p>'),
      slot('quiz-failed', '<p>Ask the harbour about {{quiz.title}}.</p>'),
      slot('end-next', '<p>Tell your foreman.</p>'),
      slot(
        'certificate-body',
        '<p>{{learner.name}} may work on the quay, on {{result.date}}, by {{result.score}}.</p>',
      ),
    ]),
  );
  const { launch, watch } = await tests.visit(filled);
  const { learner } = await launch();
  const { lesson, player } = learner;
  await learner.isOn('lines');
  expect(await player.locator('.slot-player-brand img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(
    168,
  );
  expect(await player.locator('.slot-player-brand a').getAttribute('href')).toBe('pages/loads.html');
  expect(await lesson.locator('.slot-lesson-header').innerText()).toBe('Mooring lines takes 4 minutes.');
  expect(await lesson.locator('.slot-lesson-footer').innerText()).toBe('That was 1 of 2.');
  await learner.check('check', 'stand', 'right');
  await lesson.locator('.slot-quiz-passed').waitFor();
  expect(await lesson.locator('.slot-quiz-passed').innerText()).toBe('Well done in Check!');
  expect(await lesson.locator('.slot-quiz-failed').isVisible()).toBe(false);
  await learner.readToEnd();
  await learner.open('_home');
  expect(await lesson.locator('.slot-home-intro').innerText()).toBe('Welcome to Safe on the quay.');
  await learner.open('loads');
  await learner.readToEnd();
  await expect.poll(() => player.locator('[data-progress-text]').innerText()).toBe('2 of 2 done');
  await learner.open('_end');
  expect(await lesson.locator('.slot-end-next').innerText()).toBe('Tell your foreman.');
  await learner.open('_certificate');
  await expect
    .poll(() => lesson.locator('.slot-certificate-body').innerText())
    .toMatch(/^\S.* may work on the quay, on \S.*, by .*100/);
  expect(await lesson.locator('.slot-page-footer').innerText()).toBe('Harbour Academy');
  expect(watch).toEqual({ problems: [], outside: [] });
});
