import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckName } from './accessibility/in-page.ts';
import {
  type BuiltCourse,
  buildCourse,
  elementsCourse,
  everyCourse,
  mediaCourse,
  sampleCourse,
} from './harness/build-course.ts';
import { bringChecks, check, courseFrames, inMode, type Mode, useKeys, validate } from './harness/check-page.ts';
import { useBrowser } from './harness/use-browser.ts';

// Every kind of page, in every state and mode, is asked by every check. That they can fail is proved by
// seeded-faults.test.ts. A page is loaded once; modes are emulated.

const tests = useBrowser();
let courses: Readonly<Record<'en' | 'ar' | 'sample' | 'elements' | 'media', BuiltCourse>>;
beforeAll(async () => {
  const config = `${await readFile(`${everyCourse}/course.yml`, 'utf8')}gating: sequential\n`;
  const [en, ar, sample, elements, media] = await Promise.all([
    buildCourse(everyCourse, { 'course.yml': config }),
    buildCourse(everyCourse, { 'course.yml': config.replace('language: en', 'language: ar') }),
    buildCourse(sampleCourse),
    buildCourse(elementsCourse),
    buildCourse(mediaCourse),
  ]);
  courses = { en, ar, sample, elements, media };
});

const modes: readonly Mode[] = ['usual', 'dark', 'forced', 'narrow', 'spaced', 'large'];

/** Where the look is the same as on pages that axe has been asked about in every colour: contrast is measured without it. */
const withoutAxeInColours = (mode: Mode, names: readonly CheckName[]): readonly CheckName[] =>
  mode === 'usual' ? names : names.filter((name) => name !== 'axe, colours');

/** All findings in one frame, in every mode, as `mode: check: what`. */
async function look(
  page: Page,
  frame: Frame,
  inModes = modes,
  choose: typeof withoutAxeInColours = (_mode, names) => names,
): Promise<string[]> {
  const found: string[] = [];
  await useKeys(page, frame);
  for (const mode of inModes) {
    await inMode(page, [frame], mode, async (names) => {
      found.push(...(await check(frame, choose(mode, names))).map((finding) => `${mode}: ${finding}`));
    });
  }
  return found;
}

describe.each([
  ['en', 'from left to right'],
  ['ar', 'from right to left'],
] as const)('%s, %s', (language, _direction) => {
  test('nothing is found in any page of a course, whatever it shows', async () => {
    const course = courses[language];
    const { launch, context } = await tests.visit(course, {}, { reducedMotion: 'reduce' });
    await bringChecks(context);
    const { learner, lms } = await launch();
    await learner.arrived();
    await learner.isOn('_home');
    const found: Record<string, readonly string[]> = {};
    const frame = async (which: 'player' | 'lesson'): Promise<Frame> => {
      const frames = await courseFrames(lms);
      const wanted = frames[which === 'player' ? 0 : 1];
      if (wanted === undefined) throw new Error(`the ${which} is not shown`);
      return wanted;
    };
    const lookAt = async (which: 'player' | 'lesson', state: string): Promise<void> => {
      found[`${which}, ${state}`] = await look(lms, await frame(which));
    };
    const open = async (id: string): Promise<Frame> => {
      await learner.open(id);
      if (['_home', '_end', '_review', '_certificate'].includes(id))
        await learner.lesson.locator('html[data-told]').waitFor();
      return frame('lesson');
    };

    await lookAt('player', 'running');
    await lookAt('lesson', 'home');
    await learner.player.locator('[data-outline] a[data-page="exam"]').click();
    await learner.player.locator('[data-panel="locked"]:not([hidden])').waitFor();
    await lookAt('player', 'locked');
    await learner.player.locator('[data-locked-back]').click();
    for (const id of ['_end', '_review', '_certificate']) {
      await open(id);
      await lookAt('lesson', `${id} at first`);
    }

    const lesson = await open('harbor');
    await lookAt('lesson', 'lesson');
    found['lesson, opening'] = await lesson.evaluate(() => accessibility.opening());
    await lesson.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      document.querySelector<HTMLElement>('a.term')?.click();
    });
    await lookAt('lesson', 'open');
    for (const id of ['loading', 'parts'])
      found[`lesson, ${id}`] = await lesson.evaluate((question) => accessibility.question(question), id);
    await lookAt('lesson', 'quiz in a lesson, done');
    await learner.readToEnd();

    const quiz = await open('questions');
    for (const button of await quiz.locator('[data-check]').all())
      await button.evaluate((each: HTMLElement) => each.click());
    await quiz.locator('[data-ask-hint]').first().click();
    await lookAt('lesson', 'every question, in error');
    for (const { id } of course.data.quizzes.find((each) => each.id === 'questions')?.questions ?? [])
      found[`lesson, ${id}`] = await quiz.evaluate((question) => accessibility.question(question), id);
    await lookAt('lesson', 'every question, judged');
    await learner.readToEnd();

    const exam = await open('exam');
    await lookAt('lesson', 'exam, before');
    await exam.locator('[data-begin]').click();
    await exam.locator('[data-submit]').click();
    await lookAt('lesson', 'exam, errors');
    found['lesson, exam'] = await exam.evaluate(() => accessibility.quiz('exam'));
    await lookAt('lesson', 'exam, result');
    await learner.readToEnd();

    for (const id of ['_home', '_end', '_review', '_certificate', '_glossary', '_search']) {
      await open(id);
      if (id === '_search') await learner.lesson.locator('[data-search-field]').fill('harbor');
      if (id === '_search') await learner.lesson.locator('mark').first().waitFor();
      await lookAt('lesson', `${id} at last`);
    }

    const player = await frame('player');
    await learner.untilSign('saved');
    await lms.evaluate("lms.fail({ fn: 'LMSCommit', do: 'false' })");
    await open('exam');
    await learner.retry('exam');
    await learner.untilSign('unsaved');
    await lookAt('player', 'not saved');
    await lms.evaluate('lms.heal()');
    await learner.untilSign('saved');
    found['player, opening'] = await player.evaluate(() => accessibility.opening());
    await learner.player.locator('[data-keys-open]').click();
    await lookAt('player', 'shortcuts');
    await learner.player.locator('[data-keys-close]').click();
    await lms.setViewportSize({ width: 390, height: 844 });
    found['player, opening on a phone'] = await player.evaluate(() => accessibility.opening());
    await learner.player.locator('[data-menu]').click();
    await learner.player.locator('[data-drawer][open]').waitFor();
    found['player, contents on a phone'] = await look(lms, player, ['usual', 'dark', 'forced']);
    await learner.player.locator('[data-drawer-close]').click();

    const second = await launch();
    await second.learner.player.locator('[data-panel="second"]:not([hidden])').waitFor();
    const [other] = await courseFrames(second.lms);
    if (other) found['player, second tab'] = await look(second.lms, other);
    await learner.exit();
    await learner.player.locator('[data-panel="ended"]:not([hidden])').waitFor();
    await lookAt('player', 'ended');

    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
    expect(Object.keys(found)).toHaveLength(41);
  });
});

test('nothing is found while the LMS is looked for, and when there is none', async () => {
  const { server, context } = await tests.visit(courses.en, {}, { reducedMotion: 'reduce' });
  await bringChecks(context);
  const address = `${server.origin}/content/index.html`;
  const looking = await context.newPage();
  await looking.goto(address);
  await looking.locator('[data-panel="opening"]:not([hidden])').waitFor();
  expect(await look(looking, looking.mainFrame())).toEqual([]);
  await looking.close();

  const page = await context.newPage();
  await page.clock.install();
  await page.goto(address);
  await page.clock.runFor(11_000);
  await page.clock.resume();
  await page.locator('[data-panel="ask"]:not([hidden])').waitFor();
  expect(await look(page, page.mainFrame())).toEqual([]);
});

test.each(['elements', 'media', 'sample'] as const)(
  'nothing is found in the pages of the course %s, opened alone',
  async (name) => {
    const { server, context } = await tests.visit(courses[name], {}, { reducedMotion: 'reduce' });
    await bringChecks(context);
    const page = await context.newPage();
    const found: Record<string, readonly string[]> = {};
    const { pages, specials } = courses[name].data;
    for (const { href } of [...pages, ...(name === 'sample' ? (specials ?? []) : [])]) {
      await page.goto(`${server.origin}/content/pages/${href}`);
      found[href] = await look(page, page.mainFrame(), modes, name === 'sample' ? withoutAxeInColours : undefined);
      if (name === 'sample') continue;
      found[`${href}, opening`] = await page.evaluate(() => accessibility.opening());
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const tab of document.querySelectorAll<HTMLElement>('.tab:last-child')) tab.click();
      });
      found[`${href}, open`] = await look(page, page.mainFrame());
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(3);
  },
);

test('html-validate finds nothing in any built page', async () => {
  const found: string[] = [];
  let count = 0;
  for (const { files } of [courses.en, courses.ar, courses.sample, courses.elements, courses.media]) {
    for (const [name, bytes] of files) {
      if (!name.endsWith('.html')) continue;
      count += 1;
      found.push(...(await validate(bytes.toString('utf8'))).map((finding) => `${name}: ${finding}`));
    }
  }
  expect(found).toEqual([]);
  expect(count).toBeGreaterThan(40);
});
