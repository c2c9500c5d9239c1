import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, smallCourse } from './harness/build-course.ts';
import { type Learner, optionsFor } from './harness/learner.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(smallCourse);
});

/** What has the focus, through all frames. */
const inFocus = `(() => {
  let at = document.activeElement;
  while (at?.tagName === 'IFRAME' && at.contentDocument) at = at.contentDocument.activeElement;
  return at;
})()`;

/** Presses Tab until what has the focus matches; a learner has no more patience than this. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await page.evaluate(`${inFocus}?.matches(${JSON.stringify(selector)}) === true`)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never reaches ${selector}`);
}

/** Chooses the right options of the open page's quiz by keys alone, and sends them off. */
async function answerByKeys(page: Page, learner: Learner, quizId: string): Promise<void> {
  const quiz = course.data.quizzes.find(({ id }) => id === quizId);
  const shown = await learner.lesson
    .locator(`[data-quiz="${quizId}"] [data-question]`)
    .evaluateAll((list) => list.map((each) => each.getAttribute('data-question')));
  for (const id of shown) {
    const question = quiz?.questions.find((each) => each.id === id);
    if (!question) throw new Error(`no question ${id}`);
    const right = optionsFor(question, 'right');
    const inputs = `[data-question="${id}"] input`;
    if (question.type === 'multiple') {
      for (const value of right) {
        await tabTo(page, `${inputs}[value="${value}"]`);
        await page.keyboard.press('Space');
      }
      // Options may be shuffled; from the last one chosen the way on is forwards again.
    } else {
      await tabTo(page, inputs);
      await page.keyboard.press('Space');
      for (let step = 0; step < 5; step++) {
        if (await page.evaluate(`${inFocus}.value === ${JSON.stringify(right[0])} && ${inFocus}.checked`)) break;
        await page.keyboard.press('ArrowDown');
      }
    }
    if (quiz?.feedback === 'immediate') {
      await tabTo(page, `[data-question="${id}"] [data-check]`);
      await page.keyboard.press('Enter');
      await learner.lesson.locator(`[data-question="${id}"][data-verdict="right"]`).waitFor();
    }
  }
  if (quiz?.feedback !== 'immediate') {
    await tabTo(page, `[data-quiz="${quizId}"] [data-submit]`);
    await page.keyboard.press('Enter');
  }
  await learner.lesson.locator(`[data-quiz="${quizId}"][data-phase="submitted"]`).waitFor();
  // The result takes the focus, so that it is read out and the way on begins there.
  await expect.poll(() => page.evaluate(`${inFocus}.matches('[data-result-title]')`)).toBe(true);
}

test('by keyboard alone: from the first page to a pass', async () => {
  const { launch, server, watch, faults } = await tests.visit(course);
  const { learner, lms } = await launch();
  await learner.arrived();
  for (const page of course.data.pages) {
    await learner.isOn(page.id);
    for (const quiz of page.quizzes) await answerByKeys(lms, learner, quiz);
    if (page === course.data.pages.at(-1)) break;
    await tabTo(lms, '[data-next], [data-step="next"]');
    await lms.keyboard.press('Enter');
  }
  await learner.untilSign('saved');
  expect(server.store.values).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
  await tabTo(lms, '[data-exit]');
  await lms.keyboard.press('Enter');
  await expect.poll(() => lms.evaluate(`${inFocus}.id`)).toBe('ended-title');
  expect(faults()).toEqual([]);
  expect(watch).toEqual({ problems: [], outside: [] });
});

test('a focus ring is seen on everything that Tab reaches, and nothing hides it', async () => {
  const { launch } = await tests.visit(course, {}, { reducedMotion: 'reduce' });
  const { learner, lms } = await launch();
  await learner.arrived();
  const seen = new Set<string>();
  for (let pressed = 0; pressed < 60; pressed++) {
    await lms.keyboard.press('Tab');
    const found = (await lms.evaluate(`(() => {
      const at = ${inFocus};
      const style = at.ownerDocument.defaultView.getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const x = box.x + box.width / 2, y = box.y + Math.min(box.height / 2, 20);
      const top = at.ownerDocument.elementFromPoint(x, y);
      const label = at.labels?.[0];
      return {
        name: at.tagName + ' ' + (at.id || at.getAttribute('class') || at.textContent.trim().slice(0, 30)),
        outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
          || (label && at.ownerDocument.defaultView.getComputedStyle(label).outlineStyle !== 'none'),
        free: top !== null && (at === top || at.contains(top) || top.contains(at) || label?.contains(top) === true || label === top),
      };
    })()`)) as { name: string; outline: boolean; free: boolean };
    if (found.name.startsWith('BODY') || found.name.startsWith('IFRAME') || seen.has(found.name)) continue;
    seen.add(found.name);
    expect(found, found.name).toMatchObject({ outline: true, free: true });
  }
  expect(seen.size).toBeGreaterThan(10);
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
