import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, smallCourse } from './harness/build-course.ts';
import { optionsFor } from './harness/learner.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(smallCourse);
});

test('on a phone, by single taps alone: from the first page to a pass', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { launch, server, watch } = await tests.visit(course, {}, phone);
  const { learner } = await launch();
  await learner.arrived();
  for (const page of course.data.pages) {
    await learner.isOn(page.id);
    for (const id of page.quizzes) {
      const quiz = course.data.quizzes.find((each) => each.id === id);
      for (const question of quiz?.questions ?? []) {
        const at = learner.lesson.locator(`[data-question="${question.id}"]`);
        for (const value of optionsFor(question, 'right')) await at.locator(`[data-option="${value}"] label`).tap();
        if (quiz?.feedback === 'immediate') {
          await at.locator('[data-check]').tap();
          await learner.lesson.locator(`[data-question="${question.id}"][data-verdict="right"]`).waitFor();
        }
      }
      if (quiz?.feedback !== 'immediate') await learner.lesson.locator(`[data-quiz="${id}"] [data-submit]`).tap();
      await learner.lesson.locator(`[data-quiz="${id}"][data-phase="submitted"]`).waitFor();
    }
    if (page !== course.data.pages.at(-1)) await learner.player.locator('[data-next]').tap();
  }
  await learner.untilSign('saved');
  expect(server.store.values).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
  // The outline opens over the lesson, and closes when a page is chosen.
  await learner.player.locator('[data-menu]').tap();
  await learner.player.locator('[data-drawer][open] a[data-page="tides"]').tap();
  await learner.isOn('tides');
  expect(await learner.player.locator('[data-drawer]').isVisible()).toBe(false);
  expect(watch).toEqual({ problems: [], outside: [] });
});

test.each([390, 320])('with letters of twice the size all of the bar is on a screen of %i pixels', async (width) => {
  // A long word on the last button.
  const config = (await readFile(`${smallCourse}/course.yml`, 'utf8')).replace('language: en', 'language: de');
  const { launch } = await tests.visit(
    await buildCourse(smallCourse, { 'course.yml': config }),
    {},
    { viewport: { width, height: 844 } },
  );
  const { learner } = await launch();
  await learner.arrived();
  await learner.untilSign('saved');
  const { player } = learner;
  await player.locator('html').evaluate((html) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% }');
    html.ownerDocument.adoptedStyleSheets.push(sheet);
  });
  const parts = ['[data-menu]', '.bar-status', '[data-previous]', '[data-next]', '[data-exit]'];
  const boxes = await Promise.all(parts.map((part) => player.locator(part).boundingBox()));
  for (const [index, box] of boxes.entries()) {
    expect(box, parts[index]).toMatchObject({ width: expect.any(Number) });
    if (!box) continue;
    expect(box.x, parts[index]).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width, parts[index]).toBeLessThanOrEqual(width);
    const below = boxes
      .slice(index + 1)
      .filter((other) => other && other.y < box.y + box.height && other.y + other.height > box.y);
    for (const other of below) expect(other?.x, parts[index]).toBeGreaterThanOrEqual(box.x + box.width - 1);
  }
  const fits = (selector: string): Promise<boolean> =>
    player.locator(selector).evaluate((element) => element.scrollWidth <= element.clientWidth);
  expect(await fits('html')).toBe(true);
  expect(await fits('.bar')).toBe(true);
});
