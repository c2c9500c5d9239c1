import { HtmlValidate } from 'html-validate';
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import type { Learner } from './harness/learner.ts';
import { useBrowser } from './harness/use-browser.ts';
import type { Launched, Visit } from './harness/visit.ts';

// Questions that are answered by typing: fill-in, numeric, blanks.
const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse('tests/browser/courses/typed');
});

const question = (learner: Learner, id: string): Locator => learner.lesson.locator(`[data-question="${id}"]`);
const field = (learner: Learner, id: string, index = 0): Locator =>
  question(learner, id).locator('input, select').nth(index);
const check = (learner: Learner, id: string): Promise<void> => question(learner, id).locator('[data-check]').click();
const error = (learner: Learner, id: string): Promise<string> =>
  question(learner, id).locator('[data-error]').innerText();

async function open(visit: Visit, page: string): Promise<Launched> {
  const launched = await visit.launch();
  await launched.learner.arrived();
  if (page !== 'path') await launched.learner.open(page);
  await launched.learner.isOn(page);
  return launched;
}

/** What the learner reads once the question is judged: the verdict first. */
async function verdict(learner: Learner, id: string): Promise<string> {
  await learner.lesson.locator(`[data-question="${id}"]:not([data-verdict=""])`).waitFor();
  return (await question(learner, id).locator('[data-feedback-panel]').innerText()).replace(/\s+/g, ' ').trim();
}

/** The reported answers, by element behind `cmi.interactions.n.`, the last of each question. */
function reported(visit: Visit): Record<string, Record<string, string>> {
  const byIndex = new Map<string, Record<string, string>>();
  for (const { fn, args } of visit.server.store.calls) {
    const [, index = '', element = ''] = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(String(args[0])) ?? [];
    if (fn === 'LMSSetValue' && element !== '')
      byIndex.set(index, { ...byIndex.get(index), [element]: String(args[1]) });
  }
  return Object.fromEntries([...byIndex.values()].map((elements) => [elements['id'], elements]));
}

describe('one typed answer', () => {
  test.each([
    ['nginx', 'Correct Why Lesson 3 installs it.'],
    ['  NGINX ', 'Correct Why Lesson 3 installs it.'],
    ['Engine X', 'Correct Why Lesson 3 installs it.'],
    ['apache', 'Not correct A fine server, but not this one. Why Lesson 3 installs it.'],
    ['Caddy', 'Not correct Why Lesson 3 installs it.'],
  ])('%j with mouse and keys', async (text, said) => {
    const { learner } = await open(await tests.visit(course), 'path');
    await field(learner, 'server').click();
    await field(learner, 'server').pressSequentially(text);
    await check(learner, 'server');
    expect(await verdict(learner, 'server')).toBe(said);
    expect(await field(learner, 'server').inputValue()).toBe(text.trim());
    expect(await field(learner, 'server').getAttribute('readonly')).not.toBeNull();
  });

  test('asks for an answer where there is none, and takes the complaint back while one is typed', async () => {
    const { learner } = await open(await tests.visit(course), 'path');
    await check(learner, 'server');
    expect(await error(learner, 'server')).toBe('Write an answer first.');
    expect(await field(learner, 'server').getAttribute('aria-invalid')).toBe('true');
    await field(learner, 'server').fill('a');
    expect(await error(learner, 'server')).toBe('');
    expect(await field(learner, 'server').getAttribute('aria-invalid')).toBe('false');
  });

  test('holds no more than is reported, by whole characters', async () => {
    const { learner } = await open(await tests.visit(course), 'exam');
    await field(learner, 'capital').fill('ä'.repeat(40));
    expect(await field(learner, 'capital').inputValue()).toBe('ä'.repeat(16));
  });
});

describe('a number', () => {
  test.each([
    ['2.5', 'Correct'],
    ['2,6', 'Correct'],
    ['2.4 s', 'Correct'],
    ['2.61', 'Not correct'],
    ['2500', 'Not correct That would be milliseconds.'],
  ])('%s', async (text, said) => {
    const { learner } = await open(await tests.visit(course), 'path');
    await field(learner, 'wait').fill(text);
    await check(learner, 'wait');
    expect(await verdict(learner, 'wait')).toBe(said);
  });

  test.each([
    ['', 'Write a number first.'],
    ['long', 'Write only a number, such as 2.5.'],
    ['2 ms', 'Write only a number, such as 2.5.'],
    ['2,500', '2,500 can be read in two ways. Write 2500 for the large number, or 2.500 for the small one.'],
  ])('%j is asked for again', async (text, complaint) => {
    const { learner } = await open(await tests.visit(course), 'path');
    await field(learner, 'wait').fill(text);
    await check(learner, 'wait');
    expect(await error(learner, 'wait')).toBe(complaint);
    expect(await learner.verdict('check', 'wait')).toBe('');
    await field(learner, 'wait').fill('2,5');
    await check(learner, 'wait');
    expect(await verdict(learner, 'wait')).toBe('Correct');
  });

  test('brings up the keys for numbers on a phone', async () => {
    const { learner } = await open(await tests.visit(course), 'path');
    expect(await field(learner, 'wait').getAttribute('inputmode')).toBe('decimal');
    expect(await learner.lesson.getByLabel('Your answer in s').count()).toBe(1);
  });
});

describe('blanks', () => {
  test('each has a name, its verdict and its feedback; credit is given for each', async () => {
    const { learner } = await open(await tests.visit(course), 'path');
    await learner.lesson.getByLabel('Blank 1 of 3').fill('CDN');
    await learner.lesson.getByLabel('Blank 2 of 3').selectOption('apache');
    await check(learner, 'travel');
    expect(await error(learner, 'travel')).toBe('Fill in every blank first.');
    expect(await learner.lesson.getByLabel('Blank 1 of 3').getAttribute('aria-invalid')).toBe('false');
    expect(await learner.lesson.getByLabel('Blank 3 of 3').getAttribute('aria-invalid')).toBe('true');
    await learner.lesson.getByLabel('Blank 3 of 3').fill('application');
    await check(learner, 'travel');
    expect(await verdict(learner, 'travel')).toBe('Partly correct Blank 1 of 3 It sits in front.');
    expect(await question(learner, 'travel').locator('[data-option] [data-verdict]').allInnerTexts()).toEqual([
      'Correct',
      'Not correct',
      'Correct',
    ]);
    expect(await question(learner, 'travel').getAttribute('data-verdict')).toBe('partly');
  });

  test('on paper, where no menu opens, what it offers stands below until it is judged', async () => {
    const { learner, tab } = await open(await tests.visit(course), 'path');
    const offered = question(learner, 'travel').locator('.menu-options');
    expect(await offered.isVisible()).toBe(false);
    await tab.emulateMedia({ media: 'print' });
    expect(await offered.locator('span').allInnerTexts()).toEqual(['2:', 'apache', 'nginx']);
    await tab.emulateMedia({ media: 'screen' });
    for (const [index, text] of ['edge', 'nginx', 'application'].entries()) {
      if (index === 1) await field(learner, 'travel', 1).selectOption(text);
      else await field(learner, 'travel', index).fill(text);
    }
    await check(learner, 'travel');
    await verdict(learner, 'travel');
    await tab.emulateMedia({ media: 'print' });
    expect(await offered.isVisible()).toBe(false);
  });

  test('a menu that was judged springs back', async () => {
    const { learner, tab } = await open(await tests.visit(course), 'path');
    for (const [index, text] of ['edge', 'nginx', 'application'].entries()) {
      if (index === 1) await field(learner, 'travel', 1).selectOption(text);
      else await field(learner, 'travel', index).fill(text);
    }
    await check(learner, 'travel');
    await verdict(learner, 'travel');
    await field(learner, 'travel', 1).focus();
    await tab.keyboard.press('a');
    await expect.poll(() => field(learner, 'travel', 1).inputValue()).toBe('nginx');
  });
});

test('all by keyboard alone: Enter checks, Tab goes on', async () => {
  const visit = await tests.visit(course);
  const { learner, tab } = await open(visit, 'path');
  await field(learner, 'server').focus();
  await tab.keyboard.type('nginx');
  await tab.keyboard.press('Enter');
  expect(await verdict(learner, 'server')).toContain('Correct');
  // The field keeps the focus, read-only; the button behind it stays as well.
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Tab');
  await tab.keyboard.type('2,55');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Space');
  expect(await verdict(learner, 'wait')).toBe('Correct');
  await tab.keyboard.press('Tab');
  await tab.keyboard.type('edge');
  await tab.keyboard.press('Tab');
  await tab.keyboard.type('n');
  await tab.keyboard.press('Tab');
  await tab.keyboard.type('application');
  await tab.keyboard.press('Enter');
  await learner.lesson.locator('section[data-phase="submitted"]').waitFor();
  expect(await learner.verdict('check', 'travel')).toBe('right');
  await learner.untilSign('saved');
  expect(reported(visit)).toMatchObject({
    check_server: {
      type: 'fill-in',
      student_response: 'nginx',
      'correct_responses.0.pattern': 'Nginx',
      result: 'correct',
    },
    check_wait: { type: 'numeric', student_response: '2.55', 'correct_responses.0.pattern': '2.5', result: 'correct' },
    check_travel: {
      type: 'fill-in',
      student_response: 'edge | nginx | application',
      'correct_responses.0.pattern': 'edge | nginx | application',
      result: 'correct',
    },
  });
  expect(visit.faults()).toEqual([]);
});

test('what is typed is there again after a crash, checked or not', async () => {
  const visit = await tests.visit(course);
  const first = await open(visit, 'path');
  await field(first.learner, 'server').fill('Ngi');
  await field(first.learner, 'wait').fill('2,');
  await field(first.learner, 'travel', 2).fill('appli');
  // A choice is sent at once, and so is what was typed before it.
  await first.learner.untilHeard('draft', () => field(first.learner, 'travel', 1).selectOption('apache'));
  await first.learner.untilSign('saved');
  await first.lms.close();
  const { learner } = await open(visit, 'path');
  expect(await field(learner, 'server').inputValue()).toBe('Ngi');
  expect(await field(learner, 'wait').inputValue()).toBe('2,');
  const values = [0, 1, 2].map((index) => field(learner, 'travel', index).inputValue());
  expect(await Promise.all(values)).toEqual(['', 'apache', 'appli']);
});

describe('in a quiz that is handed in as a whole', () => {
  test('Enter does not hand it in, errors lead to their fields, and it can be looked back at', async () => {
    const visit = await tests.visit(course);
    const { learner, lms, tab } = await open(visit, 'exam');
    await field(learner, 'capital').fill('Lyon');
    await tab.keyboard.press('Enter');
    await field(learner, 'pi').fill('3,142');
    await learner.lesson.locator('[data-submit]').click();
    const summary = learner.lesson.locator('[data-errors]');
    await summary.waitFor();
    expect(await summary.locator('a').allInnerTexts()).toEqual([
      'Question 2 of 3: What is pi?',
      'Question 3 of 3: Count on.',
    ]);
    await summary.locator('a').first().click();
    expect(await field(learner, 'pi').evaluate((element) => element === element.ownerDocument.activeElement)).toBe(
      true,
    );
    await field(learner, 'pi').fill('3.142');
    await field(learner, 'numbers').fill('ONE');
    await field(learner, 'numbers', 1).selectOption('three');
    await learner.submit('exam');
    expect(await verdict(learner, 'capital')).toBe('Not correct Correct answer: Paris');
    expect(await learner.verdict('exam', 'pi')).toBe('right');
    expect(await learner.verdict('exam', 'numbers')).toBe('right');
    await learner.untilSign('saved');
    await lms.close();
    const again = await open(visit, 'exam');
    await again.learner.lesson.locator('section[data-phase="submitted"]').waitFor();
    expect(await field(again.learner, 'capital').inputValue()).toBe('Lyon');
    expect(await field(again.learner, 'numbers', 1).inputValue()).toBe('three');
    expect(await verdict(again.learner, 'capital')).toBe('Not correct Correct answer: Paris');
    expect(visit.faults()).toEqual([]);
  });

  test('the page holds no key, and nothing is chosen beforehand', async () => {
    const page = String(course.files.get('pages/exam.html'));
    expect(page).not.toMatch(/Paris|3\.14159|value="three"|selected/);
    const lesson = String(course.files.get('pages/path.html'));
    expect(lesson).not.toMatch(/cdn|engine|data-correct|2\.5/i);
  });
});

describe('accessible', () => {
  test.each(['en', 'he'])('long answers fit a screen of 320 pixels, in %s', async (language) => {
    const narrow = await buildCourse(null, {
      'course.yml': `id: narrow\ntitle: Narrow\nlanguage: ${language}\n`,
      '01-path.md':
        '---\ntitle: Narrow\nid: path\n---\n\n:::quiz{#check}\n### Fill {#gap type=blanks}\n' +
        'The {{a rather long right answer}} and {{*an option that goes on and on and on and on | another}}.\n:::\n',
    });
    const { learner } = await open(await tests.visit(narrow, {}, { viewport: { width: 320, height: 700 } }), 'path');
    await field(learner, 'gap').fill('nothing like it');
    await field(learner, 'gap', 1).selectOption('another');
    await check(learner, 'gap');
    await verdict(learner, 'gap');
    expect(await learner.lesson.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('the HTML is valid', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      // As for all pages: see harness/check-page.ts.
      rules: { 'require-sri': 'off', 'long-title': 'off' },
    });
    for (const name of ['pages/path.html', 'pages/exam.html']) {
      const report = await validator.validateString(String(course.files.get(name)), name);
      const found = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line}: ${ruleId} ${message}`),
      );
      expect(found).toEqual([]);
    }
  });
});
