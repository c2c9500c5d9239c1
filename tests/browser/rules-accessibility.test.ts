import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(null, {
    'course.yml': 'id: rules\ntitle: Rules of quizzes\nlanguage: en\ngating: sequential\n',
    '01-one.quiz.yml': `title: A timed quiz
id: timed
pass: 100
feedback: end
attempts: 3
minutes: 10
cooldown: 30
counts: average
hintCost: 25%
questions:
  - id: one
    type: single
    prompt: What sees a visitor's request first?
    hint: Think of **where** it sits, in front of everything else.
    choices:
      - text: The edge network
        correct: true
      - text: The web server
      - text: None of these
        last: true
  - id: two
    type: true-false
    prompt: The origin answers every request itself.
    answer: false
`,
    '02-two.md': '---\ntitle: What comes next\n---\n\nText.\n',
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const settings = JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  iframes: false,
});

/** What axe finds in the player and in the page it shows. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames().filter((each) => each.url().includes('/content/'))) {
    if (frame.parentFrame() !== null && !(await (await frame.frameElement()).isVisible())) continue;
    const { violations } = (await frame.evaluate(`axe.run(document, ${settings})`)) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    for (const { id, nodes } of violations) found.push(...nodes.map(({ html }) => `${id}: ${html}`));
  }
  return found;
}

/** Pictures for whoever wants to look: `RULES_PICTURES=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['RULES_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}

describe.each([
  ['light', 1280, 800],
  ['dark', 390, 844],
] as const)('%s, %i wide', (colorScheme, width, height) => {
  test('axe finds nothing in what the rules of a quiz show, and nothing is wider than the window', async () => {
    const { launch, context } = await tests.visit(
      course,
      {},
      { colorScheme, reducedMotion: 'reduce', viewport: { width, height } },
    );
    await context.addInitScript(axe);
    const { learner, lms } = await launch();
    await learner.arrived();
    await learner.isOn('timed');
    const found: Record<string, string[]> = {};
    const look = async (name: string): Promise<void> => {
      found[name] = await findings(lms);
      await picture(lms, `${colorScheme}-${name}`);
      const over = await learner.lesson.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(over, name).toBeLessThanOrEqual(0);
    };
    await look('before');
    await learner.lesson.locator('[data-begin]').click();
    await learner.lesson.locator('[data-question="one"]').waitFor();
    await look('running');
    await learner.lesson.locator('[data-ask-hint]').click();
    await learner.lesson.locator('[data-hint-text] strong').waitFor();
    await learner.choose('timed', 'one', 'wrong');
    await learner.choose('timed', 'two', 'right');
    await look('hint');
    await learner.player.locator('[data-next]').click();
    await learner.player.locator('[data-panel="locked"]').waitFor();
    found['locked'] = await findings(lms);
    await picture(lms, `${colorScheme}-locked`);
    await learner.player.locator('[data-locked-back]').click();
    await learner.submit('timed');
    await look('wait');
    expect(found).toEqual({ before: [], running: [], hint: [], locked: [], wait: [] });
  });
});
