import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
const built = new Map<string, BuiltCourse>();

const course = (language: string): Promise<BuiltCourse> =>
  buildCourse(null, {
    'course.yml': `id: tea\ntitle: '0'\nlanguage: ${language}\n`,
    '01-tea.md': `---\ntitle: '1'\n---\n\nA \`b --c\` d.\n\n:::quiz{#check pass=50 attempts=3 reveal=attempt}
### 1 {#first type=numeric}
- [x] -2.5
### 2 {#second type=fill-in}
- [x] a
### 3 {#third type=fill-in}
- [x] a
:::\n`,
    '02-more.md': `---\ntitle: '2'\n---\n\nMore.\n`,
  });

beforeAll(async () => {
  for (const language of ['ar', 'de']) built.set(language, await course(language));
});

function courseIn(language: string): BuiltCourse {
  const found = built.get(language);
  if (found === undefined) throw new Error(`There is no course in ${language}.`);
  return found;
}

test.each([
  ['de', 'Noch 2 Versuche', '33,33 %'],
  ['ar', 'بقيت محاولتان', '33.33'],
])('%s: plurals and numbers are those of the language', async (language, left, score) => {
  const { launch, faults } = await tests.visit(courseIn(language));
  const { learner } = await launch();
  await learner.arrived();
  const field = (id: string) => learner.lesson.locator(`[data-question="${id}"] input`);
  await field('first').fill('-2,5');
  await field('first').press('Enter');
  for (const id of ['second', 'third']) {
    await field(id).fill('b');
    await field(id).press('Enter');
  }
  await expect.poll(() => learner.lesson.locator('[data-result-facts]').innerText()).toContain(left);
  const shown = await learner.lesson.locator('[data-result-score]').innerText();
  expect(shown.replaceAll('\u00a0', ' ')).toContain(score);
  expect(faults()).toEqual([]);
});

test('from right to left everything changes sides but code and what is typed in Latin letters', async () => {
  const { launch } = await tests.visit(courseIn('ar'));
  const { tab, learner } = await launch();
  await learner.arrived();
  const frame = tab.frames().find((each) => each.url().includes('/pages/'));
  if (frame === undefined) throw new Error('no lesson is open');
  const directionOf = (selector: string): Promise<string> =>
    frame
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await directionOf('h1')).toBe('rtl');
  expect(await directionOf('code')).toBe('ltr');
  expect(await directionOf('[data-question="first"] input')).toBe('ltr');
  const typed = frame.locator('[data-question="second"] input');
  await typed.fill('tea');
  expect(await directionOf('[data-question="second"] input')).toBe('ltr');
  await typed.fill('شاي');
  expect(await directionOf('[data-question="second"] input')).toBe('rtl');
  // Nothing sticks out, and what leads on stands left of what leads back.
  expect(await frame.locator('html').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  const [next, previous] = await Promise.all(
    ['[data-next]', '[data-previous]'].map((selector) => learner.player.locator(selector).boundingBox()),
  );
  expect(next?.x).toBeLessThan(previous?.x ?? 0);
});
