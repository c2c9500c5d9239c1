import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, everyCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
let mirrored: BuiltCourse;
let tables: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(everyCourse);
  tables = await buildCourse(null, {
    'course.yml': 'id: bread\ntitle: Bread\nlanguage: en\n',
    '01-loaves.md': `---
title: Loaves
---

| Loaf | Flour | Water | Salt | Yeast | Hydration | Baking time |
| --- | ---: | ---: | ---: | ---: | ---: | --- |
| Sourdough boule | 500 g | 350 g | 10 g | 0 g | 70 % | 45 minutes |
| Tin loaf | 500 g | 325 g | 10 g | 7 g | 65 % | 35 minutes |
`,
  });
  mirrored = await buildCourse(null, {
    'course.yml': 'id: sea\ntitle: Sea\nlanguage: ar\n',
    '01-tides.md':
      '---\ntitle: Tides\n---\n\nRead [of the sea](https://example.org/sea).\n\n```js\nexport const tide = "ebb, and then the flood";\n```\n',
  });
});

test('printing the player prints the contents, though paper is narrow', async () => {
  const { launch } = await tests.visit(course);
  const { learner, tab } = await launch();
  await learner.arrived();
  await tab.emulateMedia({ media: 'print' });
  await tab.setViewportSize({ width: 700, height: 1000 });
  const entry = learner.player.locator('[data-outline] a[data-page="exam"]');
  await entry.waitFor();
  expect(await entry.innerText()).toContain('The exam');
  expect(await learner.player.locator('[data-drawer-close]').isVisible()).toBe(false);
});

test('paper is light, also where the system is dark', async () => {
  const { server, context } = await tests.visit(course);
  const page = await context.newPage();
  const colours = () =>
    page.evaluate(() => {
      const roles = getComputedStyle(document.documentElement);
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [
        color,
        backgroundColor,
        roles.colorScheme,
        roles.getPropertyValue('--accent'),
        roles.getPropertyValue('--code-ink'),
      ];
    });
  const names = [...course.files.keys()].filter((name) => /_(?:certificate|review|end|home)\.html$/.test(name));
  const [lesson = ''] = [...course.files.keys()].filter((name) => /pages\/[^_][^/]*\.html$/.test(name));
  expect(names.length).toBeGreaterThan(2);
  for (const name of [lesson, ...names]) {
    await page.goto(`${server.origin}/content/${name}`);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    const light = await colours();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await colours(), name).toEqual(light);
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    expect(await colours(), name).not.toEqual(light);
  }
});

test('trying again is the first thing to do after a failure, not after a pass', async () => {
  const { launch } = await tests.visit(course);
  const { learner } = await launch();
  await learner.isOn('_home');
  await learner.open('exam');
  const { lesson } = learner;
  const colours = () =>
    lesson.locator('[data-retry]').evaluate((button) => {
      const { color, backgroundColor } = getComputedStyle(button);
      const accent = getComputedStyle(button.ownerDocument.querySelector('a.pager-link') ?? button).color;
      return { isQuiet: color === accent, isFilled: backgroundColor === accent };
    });
  const hand = async (option: string): Promise<void> => {
    await lesson.locator('[data-begin]').click();
    await lesson.locator(`[data-question="highest"] [data-option="${option}"] label`).click();
    for (const id of ['sun', 'moon'])
      await lesson.locator(`[data-question="pulling"] [data-option="${id}"] label`).click();
    await lesson.locator('[data-question="name"] input').fill(option === 'full' ? 'ebb' : 'fog');
    if (option === 'half') await lesson.locator('[data-question="pulling"] [data-option="sun"] label').click();
    await lesson.locator('[data-submit]').click();
    await lesson.locator('[data-retry]').waitFor();
  };
  await hand('half');
  expect(await colours()).toEqual({ isQuiet: false, isFilled: true });
  await lesson.locator('[data-retry]').click();
  await hand('full');
  expect(await colours()).toEqual({ isQuiet: true, isFilled: false });
});

test('a table is as wide as what it says: short values stand in one line, and nothing is out of sight on a desk', async () => {
  const { server, context } = await tests.visit(tables);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${server.origin}/content/pages/loaves.html`);
  const box = page.locator('.table-scroll');
  const hidden = () => box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  const lines = () =>
    page.getByText('35 minutes').evaluate((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return words.getClientRects().length;
    });
  expect([await hidden(), await lines()]).toEqual([0, 1]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await lines()).toBe(1);
  const whole = await box.evaluate(({ scrollWidth }) => scrollWidth);
  expect(whole).toBeLessThan(600);
});

test('from right to left arrows turn round, and the button that copies leaves the code free', async () => {
  const { launch } = await tests.visit(mirrored);
  const { learner } = await launch();
  await learner.isOn('tides');
  const arrow = await learner.lesson
    .locator('.prose a')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(arrow).toContain('↖');
  const [button, code] = await Promise.all(
    ['.copy', 'pre code'].map((selector) => learner.lesson.locator(selector).boundingBox()),
  );
  expect(button?.x).toBeGreaterThan((code?.x ?? Number.POSITIVE_INFINITY) + 200);
});

test('the certificate says only once what it is', async () => {
  const { launch } = await tests.visit(course);
  const { learner } = await launch();
  await learner.isOn('_home');
  await learner.open('_certificate');
  await expect.poll(() => learner.lesson.locator('h1:visible').allInnerTexts()).toEqual(['Certificate']);
});

test('a place in a picture that was chosen wrongly bears a cross', async () => {
  const { launch } = await tests.visit(course);
  const { learner } = await launch();
  await learner.isOn('_home');
  await learner.open('questions');
  const question = learner.lesson.locator('[data-question="hotspot"]');
  await question.locator('[data-region="c"]').click();
  await question.locator('[data-check]').click();
  const sign = (region: string): Promise<string> =>
    question.locator(`[data-region="${region}"]`).evaluate((element) => getComputedStyle(element, '::after').content);
  await expect.poll(() => sign('c')).toContain('✕');
});
