import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, smallCourse } from './harness/build-course.ts';
import { learnerAt } from './harness/learner.ts';
import { type Unpacked, unpack } from './harness/unpack.ts';
import { useBrowser } from './harness/use-browser.ts';
import { watchContext } from './harness/watch-context.ts';

const tests = useBrowser();
let course: BuiltCourse;
let unpacked: Unpacked;
beforeAll(async () => {
  course = await buildCourse(smallCourse);
  unpacked = await unpack(course);
});
afterAll(() => unpacked.end());

test('opened from the disk, it says that nothing is tracked, and then all works', async () => {
  const context = await tests.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const watch = watchContext(context, 'file://');
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(unpacked.at('index.html'));
  await page.locator('[data-panel="opening"]:not([hidden])').waitFor();
  await page.clock.runFor(1_500);
  await page.locator('[data-panel="ask"]:not([hidden])').waitFor();
  await page.clock.resume();
  expect(await page.locator('[data-panel="ask"]').innerText()).toContain('cannot be saved');
  await page.locator('[data-accept]').click();

  const learner = learnerAt(page, course.data);
  await learner.arrived();
  expect(await learner.sign()).toBe('none');
  for (const each of course.data.pages) {
    await learner.isOn(each.id);
    for (const quiz of each.quizzes) await learner.answerAll(quiz, () => 'right');
    if (each !== course.data.pages.at(-1)) await learner.next();
  }
  expect(await learner.standing()).toBe('Passed Course score 100% 60% to pass');
  await learner.open('harbor');
  await learner.lesson.locator('a[data-page="tides"]').last().click();
  await learner.isOn('tides');
  await expect.poll(() => learner.scrolled()).toBeGreaterThan(100);
  await learner.exit();
  await page.locator('[data-panel="ended"]:not([hidden])').waitFor();
  expect(await page.locator('[data-panel="ended"]').innerText()).toContain('Nothing was saved');
  expect(watch).toEqual({ problems: [], outside: [] });
  await context.close();
});

test.each(['served', 'from the disk'])('%s without JavaScript, every lesson can be read', async (how) => {
  const { server, context } = await tests.visit(course, {}, { javaScriptEnabled: false });
  const page = await context.newPage();
  const base = how === 'served' ? `${server.origin}/content/` : unpacked.at('');
  await page.goto(new URL('index.html', base.endsWith('/') ? base : `${base}/`).href);
  const links = page.locator('noscript a');
  expect(await links.allInnerTexts()).toEqual(course.data.pages.map(({ title }) => title));
  await links.first().click();
  await page.waitForURL('**/pages/*.html');
  expect(await page.locator('h1').innerText()).toBe('The harbor');
  expect(await page.locator('main').innerText()).toContain('Boats come in at the pier');
  expect(await page.locator('[data-quiz]').innerText()).toContain('Your answers count when you open the course');
  await page.locator('a[rel="next"]').click();
  await page.waitForURL(`**/${course.data.pages[1]?.href}`);
  expect(await page.locator('h1').innerText()).toBe('The tides');
});
