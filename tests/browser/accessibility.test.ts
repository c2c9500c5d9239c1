import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, elementsCourse, sampleCourse, smallCourse } from './harness/build-course.ts';
import type { Learner } from './harness/learner.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let small: BuiltCourse;
let sample: BuiltCourse;
/** The small course with a home and a certificate. */
let certified: BuiltCourse;
let elements: BuiltCourse;
beforeAll(async () => {
  const config = await readFile(`${smallCourse}/course.yml`, 'utf8');
  [small, sample, certified, elements] = await Promise.all([
    buildCourse(smallCourse),
    buildCourse(sampleCourse),
    buildCourse(smallCourse, {
      'course.yml': `${config}
home: true
certificate: true
`,
    }),
    buildCourse(elementsCourse),
  ]);
});

/** Lessons, quizzes and the pages around them. */
const pagesOf = ({ data }: BuiltCourse) => [...data.pages, ...(data.specials ?? [])];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  // Each frame is asked by itself.
  iframes: false,
});

/** What axe finds in the player and in the lesson it shows, as `where: rule, element`. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames().filter((each) => each.url().includes('/content/'))) {
    if (frame.parentFrame() !== null && !(await (await frame.frameElement()).isVisible())) continue;
    const result = (await frame.evaluate(`axe.run(document, ${rules})`)) as {
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    };
    for (const { id, nodes } of result.violations) {
      for (const { html, failureSummary } of nodes)
        found.push(`${new URL(frame.url()).pathname}: ${id}, ${html}\n${failureSummary}`);
    }
  }
  return found;
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test('axe finds nothing in the player, lessons and quizzes, whatever they show', async () => {
    const { launch, context } = await tests.visit(small, {}, { colorScheme, reducedMotion: 'reduce' });
    await context.addInitScript(axe);
    const { learner, lms } = await launch();
    await learner.arrived();
    await learner.isOn('harbor');
    const found: Record<string, string[]> = {};
    found['lesson, open'] = await findings(lms);
    await learner.lesson.locator('[data-question="loading"] [data-check]').click();
    found['lesson, answer missing'] = await findings(lms);
    await learner.check('harbor-check', 'loading', 'wrong');
    await learner.check('harbor-check', 'parts', 'right');
    found['lesson, feedback'] = await findings(lms);
    await learner.check('harbor-check', 'pier-in-water', 'right');
    found['lesson, result'] = await findings(lms);
    await learner.open('exam');
    await learner.lesson.locator('[data-submit]').click();
    found['exam, errors'] = await findings(lms);
    await learner.answerAll('exam', (_question, index) => (index === 0 ? 'wrong' : 'right'));
    found['exam, result'] = await findings(lms);
    await learner.untilSign('saved');
    await lms.evaluate("lms.fail({ fn: 'LMSCommit', do: 'false' })");
    await learner.retry('exam');
    await learner.untilSign('unsaved');
    found['not saved'] = await findings(lms);
    await lms.evaluate('lms.heal()');
    await learner.untilSign('saved');
    await lms.setViewportSize({ width: 390, height: 844 });
    found['phone'] = await findings(lms);
    await learner.player.locator('[data-menu]').click();
    await learner.player.locator('[data-drawer][open]').waitFor();
    found['phone, outline'] = await findings(lms);
    await learner.player.locator('[data-drawer-close]').click();
    const second = await launch();
    await second.learner.player.locator('[data-panel="second"]:not([hidden])').waitFor();
    found['second tab'] = await findings(second.lms);
    await learner.exit();
    await learner.player.locator('[data-panel="ended"]:not([hidden])').waitFor();
    found['ended'] = await findings(lms);
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
    expect(Object.keys(found)).toHaveLength(11);
  });

  test('axe finds nothing while the LMS is looked for, and when there is none', async () => {
    const { server, context } = await tests.visit(small, {}, { colorScheme, reducedMotion: 'reduce' });
    await context.addInitScript(axe);
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${server.origin}/content/index.html`);
    await page.locator('[data-panel="opening"]:not([hidden])').waitFor();
    await page.clock.resume();
    expect(await findings(page)).toEqual([]);
    await page.clock.fastForward(11_000);
    await page.locator('[data-panel="ask"]:not([hidden])').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('axe finds nothing on any page of the sample course', async () => {
    const { server, context } = await tests.visit(sample, {}, { colorScheme, reducedMotion: 'reduce' });
    await context.addInitScript(axe);
    const page = await context.newPage();
    for (const { href } of pagesOf(sample)) {
      await page.goto(`${server.origin}/content/pages/${href}`);
      expect(await findings(page)).toEqual([]);
    }
  });

  test('axe finds nothing in home, result, answers and certificate, before and after', async () => {
    const { launch, context } = await tests.visit(certified, {}, { colorScheme, reducedMotion: 'reduce' });
    await context.addInitScript(axe);
    const { learner, lms } = await launch();
    await learner.isOn('_home');
    const found: Record<string, string[]> = {};
    const look = async (when: string): Promise<void> => {
      for (const id of ['_home', '_end', '_review', '_certificate']) {
        await learner.open(id);
        await learner.lesson.locator('html[data-told]').waitFor();
        found[`${when} ${id}`] = await findings(lms);
      }
    };
    await look('before');
    for (const page of certified.data.pages) {
      await learner.open(page.id);
      for (const quiz of page.quizzes) await learner.answerAll(quiz, () => 'right');
      await learner.readToEnd();
    }
    await look('after');
    await lms.setViewportSize({ width: 320, height: 640 });
    expect(await learner.lesson.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth])).toEqual(
      expect.arrayContaining([320]),
    );
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
    expect(Object.keys(found)).toHaveLength(8);
  });
});

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test('axe finds nothing in any element, closed or open', async () => {
    const { server, context } = await tests.visit(elements, {}, { colorScheme, reducedMotion: 'reduce' });
    await context.addInitScript(axe);
    const page = await context.newPage();
    for (const { href } of elements.data.pages) {
      await page.goto(`${server.origin}/content/pages/${href}`);
      expect(await findings(page)).toEqual([]);
      await page.evaluate(`{
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const button of document.querySelectorAll('.flip-turn, .tab:last-child')) button.click();
      }`);
      expect(await findings(page)).toEqual([]);
    }
  });
});

test('axe is really asked: it finds faults that are put in', async () => {
  const { server, context } = await tests.visit(small);
  await context.addInitScript(axe);
  const page = await context.newPage();
  await page.goto(`${server.origin}/content/pages/harbor.html`);
  await page.evaluate(`{
    document.documentElement.removeAttribute('lang');
    document.querySelector('img').removeAttribute('alt');
    document.querySelector('label').remove();
    document.querySelector('h1').style.setProperty('color', '#ddd');
  }`);
  const ids = (await findings(page)).map((finding) => /: ([\w-]+),/.exec(finding)?.[1]);
  expect(new Set(ids)).toEqual(new Set(['html-has-lang', 'image-alt', 'label', 'color-contrast']));
});

test('html-validate finds nothing in any built page', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document'],
    // No SRI: it fails on `file://`, where a course must open as well. A title names page, place and course, whatever its length.
    rules: { 'require-sri': 'off', 'long-title': 'off' },
  });
  const found: string[] = [];
  for (const { files } of [small, sample, elements]) {
    for (const [name, bytes] of files) {
      if (!name.endsWith('.html')) continue;
      const report = await validator.validateString(bytes.toString('utf8'), name);
      for (const { messages } of report.results) {
        found.push(...messages.map((each) => `${name}:${each.line}:${each.column} ${each.ruleId} ${each.message}`));
      }
    }
  }
  expect(found).toEqual([]);
});

test.each([
  { name: '320 pixels wide', viewport: { width: 320, height: 640 }, css: '' },
  {
    name: 'text spaced out',
    viewport: { width: 1280, height: 800 },
    css: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
  },
])('$name, no page scrolls sideways', async ({ viewport, css }) => {
  const { server, context } = await tests.visit(sample, {}, { viewport });
  const page = await context.newPage();
  for (const { href } of pagesOf(sample)) {
    await page.goto(`${server.origin}/content/pages/${href}`);
    if (css !== '') await addStyle(page, css);
    const [content, window] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
      number,
      number,
    ];
    expect(content, href).toBeLessThanOrEqual(window);
  }
});

/** The pages' policy refuses style elements, so the style comes as a sheet made by script. */
const addStyle = (page: Page, css: string): Promise<unknown> =>
  page.evaluate(
    `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets = [sheet]; }`,
  );

test('a verdict is said where screen readers listen, and focus stays with the learner', async () => {
  const { launch } = await tests.visit(small);
  const { learner } = await launch();
  await learner.arrived();
  const panel = learner.lesson.locator('[data-question="loading"] [data-feedback-panel]');
  expect(await panel.getAttribute('role')).toBe('status');
  await learner.check('harbor-check', 'loading', 'wrong');
  expect(await panel.getAttribute('aria-live')).toBe('polite');
  expect(await panel.innerText()).toContain(`${small.data.strings['quiz.verdict.wrong']}\n\nBoats are moored there.`);
  expect(await focusedIn(learner)).toBe('Checked');
  expect(
    await learner.lesson.locator('[data-question="loading"] [data-option] [data-verdict]').allInnerTexts(),
  ).toContain(small.data.strings['quiz.option.yourWrong']);
});

const focusedIn = (learner: Learner): Promise<string> =>
  learner.lesson.locator('html').evaluate((html) => html.ownerDocument.activeElement?.textContent ?? '');
