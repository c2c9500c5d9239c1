import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fault, LiveFault } from './accessibility/seeded-faults/fault.ts';
import { liveFaults, livePlayerFaults } from './accessibility/seeded-faults/live-faults.ts';
import { pageFaults, playerFaults } from './accessibility/seeded-faults/page-faults.ts';
import { type BuiltCourse, buildCourse, everyCourse } from './harness/build-course.ts';
import { check, courseFrames, inMode, type Mode, openPage, useKeys, validate } from './harness/check-page.ts';
import { useBrowser } from './harness/use-browser.ts';

// A check that finds nothing proves nothing until it has been seen to find something. Each fault is put into a good page,
// found, and taken back.

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(everyCourse);
});

/** Which checks caught a fault. */
const matrix: { readonly name: string; readonly breaks: string; readonly caught: readonly string[] }[] = [];
const checkOf = (finding: string): string => finding.slice(0, finding.indexOf(':')).replace(/^axe, .*/, 'axe');
function note({ name, breaks }: Fault | LiveFault, before: readonly string[], after: readonly string[]): void {
  const caught = new Set(after.filter((finding) => !before.includes(finding)).map(checkOf));
  matrix.push({ name, breaks, caught: [...caught] });
  expect.soft(caught, `nothing catches “${name}”`).not.toEqual(new Set());
}

const open = async (page: string): ReturnType<typeof openPage> =>
  openPage(await tests.visit(course, {}, { reducedMotion: 'reduce' }), page);

async function put(frame: Frame, fault: Fault | LiveFault): Promise<void> {
  const { script, name: _name, breaks: _breaks, ...change } = fault;
  await frame.evaluate((each) => accessibility.put(each), change);
  if (script) await frame.evaluate(script);
}

/** Without where it stands, which moves with every change; a live page has attributes that no author wrote. */
const validated = async (frame: Frame): Promise<string[]> =>
  (await validate(await frame.content())).map((finding) => finding.replace(/ \(\d+:\d+\)$/, ''));

/** Puts in, finds and takes back one fault after another, those of one mode together. */
async function seed(page: Page, frame: Frame, faults: readonly Fault[]): Promise<void> {
  await useKeys(page, frame);
  const look = async (mode: Mode, names: Parameters<typeof check>[1], isStyled = false): Promise<string[]> => [
    ...(mode === 'usual' && !isStyled ? await validated(frame) : []),
    ...(await check(
      frame,
      names.map((name) => (name === 'axe' && !isStyled ? 'axe, structure' : name)),
    )),
  ];
  for (const mode of ['usual', 'dark', 'forced', 'narrow', 'spaced', 'large'] as const) {
    const own = faults.filter(({ seen }) => (seen ?? 'usual') === mode);
    if (own.length === 0) continue;
    await inMode(page, [frame], mode, async (names) => {
      const before = await look(mode, names);
      expect(
        before.filter((finding) => checkOf(finding) !== 'html-validate'),
        mode,
      ).toEqual([]);
      for (const fault of own) {
        await frame.evaluate(() => accessibility.record());
        await put(frame, fault);
        note(fault, before, await look(mode, names, fault.style !== undefined));
        await frame.evaluate(() => accessibility.takeBack());
      }
      expect(await look(mode, names), 'the faults are gone again').toEqual(before);
    });
  }
}

test('faults in a page are found', async () => {
  const { lms, lesson } = await open('harbor');
  await seed(lms, lesson, pageFaults);
});

test('faults in the player are found', async () => {
  const { lms, player } = await open('harbor');
  await seed(lms, player, playerFaults);
});

test('faults that show in answering, handing in and opening are found', async () => {
  const { learner, lms, lesson, player } = await open('harbor');
  for (const fault of livePlayerFaults) await seedLive(lms, player, fault);
  for (const fault of liveFaults.filter(({ by }) => by === 'opening' || by === 'tab'))
    await seedLive(lms, lesson, fault);
  for (const page of course.data.pages) {
    await learner.open(page.id);
    const own = course.data.quizzes.filter(({ id }) => page.quizzes.includes(id));
    const questions = own.flatMap((quiz) => quiz.questions.map(({ id }) => id));
    for (const fault of liveFaults) {
      const isHere =
        typeof fault.by === 'object'
          ? questions.includes(fault.by.question)
          : fault.by === 'quiz' && page.id === 'exam';
      const frame = (await courseFrames(lms))[1];
      if (isHere && frame) await seedLive(lms, frame, fault);
    }
  }
  expect(matrix.map(({ name }) => name)).toEqual(expect.arrayContaining(liveFaults.map(({ name }) => name)));
});

/** What is done to show a fault; it gives findings. */
const acts = {
  opening: (_page: Page, frame: Frame) => frame.evaluate(() => accessibility.opening()),
  async quiz(_page: Page, frame: Frame) {
    const begin = frame.locator('[data-begin]');
    const submit = frame.locator('[data-submit]');
    if (!(await begin.isVisible())) await frame.locator('[data-retry]').click();
    await begin.click();
    await submit.waitFor();
    return frame.evaluate(() => accessibility.quiz('exam'));
  },
  tab: trapped,
};

/** What the last look found: a live fault stays while the next is put into something else. */
const last = new WeakMap<Frame, readonly string[]>();

async function seedLive(page: Page, frame: Frame, fault: LiveFault): Promise<void> {
  const { by } = fault;
  const isQuestion = typeof by === 'object';
  const look = async (): Promise<readonly string[]> => {
    const found = isQuestion
      ? await frame.evaluate((id) => accessibility.question(id), by.question)
      : await acts[by](page, frame);
    return found.map((finding) => `${isQuestion ? 'answering' : by}: ${finding}`);
  };
  const before = isQuestion ? [] : (last.get(frame) ?? (await look()));
  if (last.get(frame) === undefined) expect(before).toEqual([]);
  await put(frame, fault);
  const after = await look();
  if (!isQuestion) last.set(frame, [...before, ...after]);
  note(fault, before, after);
}

/** Where Tab goes no further, in a lesson. */
async function trapped(page: Page, frame: Frame): Promise<string[]> {
  await frame.evaluate(() => document.querySelector<HTMLElement>('main')?.focus());
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press('Tab');
    const [isSame, isOut] = await frame.evaluate(() => accessibility.stop());
    if (isOut) return [];
    if (isSame) return ['Tab goes no further'];
  }
  return ['Tab never leaves the page'];
}

afterAll(() => {
  const checks = [...new Set(matrix.flatMap(({ caught }) => caught))].sort();
  const lines = matrix.map(
    ({ name, breaks, caught }) =>
      `${breaks.padEnd(7)}${name.padEnd(34)}${checks.map((each) => (caught.includes(each) ? '●' : '·').padEnd(3)).join('')}`,
  );
  const head = checks.map((each, index) => `${''.padEnd(41)}${'│  '.repeat(index)}${each}`);
  const byAxe = matrix.filter(({ caught }) => caught.some((each) => each.startsWith('axe'))).length;
  process.stdout.write(
    `\n${head.join('\n')}\n${lines.join('\n')}\n${matrix.filter(({ caught }) => caught.length > 0).length} of ${matrix.length} seeded faults caught, ${byAxe} of them by axe.\n`,
  );
});
