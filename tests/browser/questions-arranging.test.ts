import type { FrameLocator, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { storedAnswers } from './harness/lms-store.ts';
import { useBrowser } from './harness/use-browser.ts';

const pier = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="160" viewBox="0 0 480 160">
  <rect width="480" height="160" fill="#dceaf4"/><path d="M60 96h260v10H60z" fill="#6b4a2b"/></svg>`;

const questions = `
### Match each part with what it does. {#parts}

| Part          | What it does         | Why                  |
| ------------- | -------------------- | -------------------- |
| Nginx {#nginx} | Terminates TLS      | It stands in front.  |
| Redis {#redis} | Keeps data in memory |                     |
|               | Draws the pages      |                      |

### Put the steps in order. {#steps credit=per-position}

1. Test {#test}
2. Build {#build}
3. Push {#push}

### Where would you moor? {#moor}

![A pier](media/pier.svg)

- [x] The left side {#left at="10 10 30 60"}
  > Sheltered.
- [ ] The water {#water at="70 70 2 2"}

### How was it for you? {#survey}

|                             | No {#no} | Yes {#yes} |
| --------------------------- | -------- | ---------- |
| The pace was right. {#pace} |          |            |
| I can use this. {#use}      |          |            |

### What will you do? {#plan type=open limit=20}
`;
const lesson = (title: string, quiz: string): string =>
  `---\ntitle: ${title}\nid: ${title.toLowerCase()}\n---\n\nSome text.\n\n:::quiz[Check]{${quiz}}\n${questions}\n:::\n`;

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(null, {
    'course.yml': 'id: kinds\ntitle: Kinds of questions\nlanguage: en\n',
    '01-now.md': lesson('Now', '#now-check reveal=attempt'),
    '02-later.md': lesson('Later', '#later-check feedback=end reveal=attempt pass=60'),
    'media/pier.svg': pier,
  });
});

const inFocus = `(() => {
  let at = document.activeElement;
  while (at?.tagName === 'IFRAME' && at.contentDocument) at = at.contentDocument.activeElement;
  return at;
})()`;

/** Presses Tab until what has the focus matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await page.evaluate(`${inFocus}?.matches(${JSON.stringify(selector)}) === true`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector}`);
}

const inQuiz = (lessonFrame: FrameLocator, quiz: string, id: string): Locator =>
  lessonFrame.locator(`[data-quiz="${quiz}"] [data-question="${id}"]`);
const verdictOf = (question: Locator): Promise<string | null> => question.getAttribute('data-verdict');
const ids = (question: Locator): Promise<(string | null)[]> =>
  question.locator('li').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-option')));

/** Moves the steps into this order by its buttons, however it has to press them. */
async function arrange(
  steps: Locator,
  wanted: readonly string[],
  press: (button: Locator) => Promise<void>,
): Promise<void> {
  for (const [place, id] of wanted.entries()) {
    for (let at = (await ids(steps)).indexOf(id); at > place; at--)
      await press(steps.locator(`[data-option="${id}"] [data-move="up"]`));
  }
}

const choose = async (question: Locator, item: string, label: string): Promise<void> => {
  await question.getByLabel(item).selectOption({ label });
};

describe('checked one by one', () => {
  test('by single clicks; verdicts in words; the LMS gets each in its own form', async () => {
    const { launch, server, watch, faults } = await tests.visit(course);
    const { learner } = await launch();
    await learner.arrived();
    await learner.isOn('now');
    const of = (id: string): Locator => inQuiz(learner.lesson, 'now-check', id);

    await choose(of('parts'), 'Nginx', 'Terminates TLS');
    await choose(of('parts'), 'Redis', 'Draws the pages');
    await of('parts').locator('[data-check]').click();
    await expect.poll(() => verdictOf(of('parts'))).toBe('partly');
    expect(await of('parts').locator('[data-option="nginx"] [data-verdict]').textContent()).toBe('Correct');
    expect(await of('parts').getByRole('status').textContent()).toContain('It stands in front.');
    // A checked answer stands.
    await of('parts').getByLabel('Redis').press('ArrowDown');
    expect(await of('parts').getByLabel('Redis').locator('option:checked').textContent()).toBe('Draws the pages');

    expect(await ids(of('steps'))).not.toEqual(['test', 'build', 'push']);
    await arrange(of('steps'), ['test', 'build', 'push'], (button) => button.click());
    await of('steps').locator('[data-check]').click();
    await expect.poll(() => verdictOf(of('steps'))).toBe('right');

    await of('moor').locator('[data-region="left"]').click();
    expect(await of('moor').locator('input[value="left"]').isChecked()).toBe(true);
    const small = await of('moor').locator('[data-region="water"]').boundingBox();
    expect(Math.min(small?.width ?? 0, small?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await of('moor').locator('[data-check]').click();
    await expect.poll(() => verdictOf(of('moor'))).toBe('right');
    expect(
      await of('moor')
        .getByRole('button', { name: /The left side.*Your answer, correct/ })
        .getAttribute('aria-pressed'),
    ).toBe('true');

    await of('survey').locator('[data-statement="pace"] label').nth(1).click();
    await of('survey').locator('[data-check]').click();
    expect(await of('survey').getByRole('alert').textContent()).toBe('Choose an answer for every statement first.');
    await of('survey').locator('[data-statement="use"] label').nth(0).click();
    await of('survey').locator('[data-check]').click();
    await expect.poll(() => verdictOf(of('survey'))).toBe('noted');

    await of('plan').getByLabel('Your answer').fill('Ask for a review\nearly, and often');
    await of('plan').locator('[data-check]').click();
    expect(await of('plan').getByRole('alert').textContent()).toBe('Your answer is 13 characters too long.');
    await of('plan').getByLabel('Your answer').fill('Ask for\na review');
    expect(await of('plan').locator('[data-count]').textContent()).toBe('4 characters left');
    await of('plan').locator('[data-check]').click();
    await expect.poll(() => verdictOf(of('plan'))).toBe('noted');

    const result = learner.lesson.locator('[data-quiz="now-check"] [data-result]');
    expect(await result.textContent()).toContain('2 of 3 correct');
    expect(await result.textContent()).toContain('83.33%');
    await learner.untilSign('saved');
    expect(storedAnswers(server.store)).toEqual([
      { id: 'now-check_parts', type: 'matching', response: 'a.1,b.3', pattern: 'a.1,b.2', result: 'wrong' },
      { id: 'now-check_steps', type: 'sequencing', response: 'a,b,c', pattern: 'a,b,c', result: 'correct' },
      { id: 'now-check_moor', type: 'choice', response: 'a', pattern: 'a', result: 'correct' },
      { id: 'now-check_survey_pace', type: 'likert', response: '2', pattern: '', result: 'neutral' },
      { id: 'now-check_survey_use', type: 'likert', response: '1', pattern: '', result: 'neutral' },
      { id: 'now-check_plan', type: 'fill-in', response: 'Ask for a review', pattern: '', result: 'neutral' },
    ]);
    expect(faults()).toEqual([]);
    expect(watch).toEqual({ problems: [], outside: [] });
  });

  test('by keyboard alone; moving keeps the focus and says where the item is now', async () => {
    const { launch } = await tests.visit(course);
    const { learner, lms } = await launch();
    await learner.arrived();
    await learner.isOn('now');
    const of = (id: string): Locator => inQuiz(learner.lesson, 'now-check', id);
    const key = (name: string): Promise<void> => lms.keyboard.press(name);

    await tabTo(lms, '[data-question="parts"] [data-option="nginx"] select');
    await lms.keyboard.type('Term');
    await tabTo(lms, '[data-question="parts"] [data-option="redis"] select');
    await lms.keyboard.type('Keeps');
    await tabTo(lms, '[data-question="parts"] [data-check]');
    await key('Enter');
    await expect.poll(() => verdictOf(of('parts'))).toBe('right');

    const [first] = await ids(of('steps'));
    await tabTo(lms, `[data-question="steps"] [data-option="${first}"] [data-move="down"]`);
    await key('Enter');
    expect(await of('steps').locator('[data-said]').textContent()).toMatch(/, position 2 of 3$/);
    expect(await lms.evaluate(`${inFocus}.dataset.move`)).toBe('down');
    await key('Space');
    await key('Space');
    expect((await ids(of('steps')))[2]).toBe(first);
    expect(await of('steps').locator('[data-said]').textContent()).toMatch(/, position 3 of 3$/);
    expect(await lms.evaluate(`${inFocus}.getAttribute('aria-disabled')`)).toBe('true');
    await tabTo(lms, '[data-question="steps"] [data-check]');
    await key('Enter');
    await expect.poll(() => verdictOf(of('steps'))).not.toBe('');

    await tabTo(lms, '[data-question="moor"] [data-region="left"]');
    await key('Space');
    await tabTo(lms, '[data-question="moor"] [data-check]');
    await key('Enter');
    await expect.poll(() => verdictOf(of('moor'))).toBe('right');

    for (const statement of ['pace', 'use']) {
      await tabTo(lms, `[data-statement="${statement}"] input`);
      await key('Space');
    }
    await key('Enter');
    await expect.poll(() => verdictOf(of('survey'))).toBe('noted');

    await tabTo(lms, '[data-question="plan"] textarea');
    await lms.keyboard.type('Test first');
    await tabTo(lms, '[data-question="plan"] [data-check]');
    await key('Enter');
    await expect.poll(() => verdictOf(of('plan'))).toBe('noted');
    expect(await lms.evaluate(`${inFocus}.hasAttribute('data-result-title')`)).toBe(true);
  });

  test('what was begun is there after a new launch, and nothing is chosen before', async () => {
    const { launch } = await tests.visit(course);
    const { learner, lms } = await launch();
    await learner.arrived();
    await learner.isOn('now');
    const of = (id: string): Locator => inQuiz(learner.lesson, 'now-check', id);
    expect(await learner.lesson.locator('[data-quiz="now-check"] input:checked').count()).toBe(0);
    await of('steps').locator('[data-check]').click();
    expect(await of('steps').getByRole('alert').textContent()).toBe('Move the items into order first.');
    await arrange(of('steps'), ['build', 'push', 'test'], (button) => button.click());
    const order = await ids(of('steps'));
    await choose(of('parts'), 'Redis', 'Draws the pages');
    await of('moor').locator('[data-region="water"]').click();
    await of('survey').locator('[data-statement="use"] label').nth(1).click();
    await of('plan').getByLabel('Your answer').fill('Über alles\nnachdenken ✓');
    await of('plan').getByLabel('Your answer').blur();
    await learner.untilSign('saved');
    await lms.close();

    const again = await launch();
    await again.learner.arrived();
    await again.learner.isOn('now');
    const now = (id: string): Locator => inQuiz(again.learner.lesson, 'now-check', id);
    expect(await ids(now('steps'))).toEqual(order);
    expect(await now('parts').getByLabel('Redis').locator('option:checked').textContent()).toBe('Draws the pages');
    expect(await now('parts').getByLabel('Nginx').inputValue()).toBe('');
    expect(await now('moor').locator('[data-region="water"]').getAttribute('aria-pressed')).toBe('true');
    expect(await now('survey').locator('[data-statement="use"] input').nth(1).isChecked()).toBe(true);
    expect(await now('plan').getByLabel('Your answer').inputValue()).toBe('Über alles\nnachdenken ✓');
  });
});

describe('submitted at the end', () => {
  test('open ones are listed with a way to each; looked back at with the right answers; a new attempt begins anew', async () => {
    const { launch, watch } = await tests.visit(course, {}, { viewport: { width: 390, height: 844 } });
    const { learner } = await launch();
    await learner.arrived();
    await learner.lesson.locator('[data-step="next"], .pager-next').first().click();
    await learner.lesson.locator('section[data-quiz="later-check"][data-phase]').waitFor();
    const of = (id: string): Locator => inQuiz(learner.lesson, 'later-check', id);
    await learner.lesson.locator('[data-submit]').click();
    const links = learner.lesson.locator('[data-error-list] a');
    expect(await links.count()).toBe(5);
    await links.nth(1).click();
    expect(await of('steps').locator('button:focus').count()).toBe(1);
    await arrange(of('steps'), ['push', 'test', 'build'], (button) => button.click());
    if ((await ids(of('steps'))).join() === 'push,test,build')
      await of('steps').locator('[data-option="push"] [data-move="down"]').click();
    await arrange(of('steps'), ['push', 'test', 'build'], (button) => button.click());
    expect(await links.count()).toBe(4);
    await choose(of('parts'), 'Nginx', 'Draws the pages');
    await choose(of('parts'), 'Redis', 'Keeps data in memory');
    await of('moor').locator('[data-option="water"] label').click();
    expect(await of('moor').locator('[data-region="water"]').getAttribute('aria-pressed')).toBe('true');
    for (const statement of ['pace', 'use'])
      await of('survey').locator(`[data-statement="${statement}"] label`).first().click();
    await of('plan').getByLabel('Your answer').fill('Rest');
    await learner.submit('later-check');

    expect(await of('parts').locator('[data-option="nginx"] [data-verdict]').textContent()).toBe(
      'Not correct. Correct answer: Terminates TLS',
    );
    expect(await of('steps').locator('[data-option="push"] [data-verdict]').textContent()).toBe(
      'Not correct. Correct position: 3',
    );
    expect(await of('moor').locator('[data-option="left"]').textContent()).toContain('Correct answer');
    expect(await of('survey').getAttribute('data-verdict')).toBe('noted');
    expect(await of('steps').locator('[data-move]:visible').count()).toBe(0);

    await learner.retry('later-check');
    expect(await learner.lesson.locator('[data-quiz="later-check"] input:checked').count()).toBe(0);
    expect(await of('parts').getByLabel('Nginx').inputValue()).toBe('');
    expect(await of('plan').getByLabel('Your answer').inputValue()).toBe('');
    expect(await ids(of('steps'))).not.toEqual(['test', 'build', 'push']);
    expect(watch).toEqual({ problems: [], outside: [] });
  });
});

test('a survey is sent and thanked for; neither it nor the course shows a score', async () => {
  const survey = `title: Survey
id: survey
feedback: end
questions:
  - id: pace
    type: likert
    prompt: How was it?
    statements: [The pace was right.]
    scale: ["No", "Yes"]
`;
  const built = await buildCourse(null, {
    'course.yml': 'id: survey-course\ntitle: Survey\nlanguage: en\ncompletion: both\n',
    '01-survey.quiz.yml': survey,
  });
  const { launch, server, faults } = await tests.visit(built);
  const { learner } = await launch();
  await learner.arrived();
  await learner.isOn('survey');
  await learner.lesson.locator('[data-statement] label').last().click();
  await learner.submit('survey');
  const result = learner.lesson.locator('[data-result]');
  expect(await result.locator('[data-result-title]').textContent()).toBe('Finished');
  expect(await result.locator('[data-result-score]').isVisible()).toBe(false);
  expect(await result.innerText()).not.toMatch(/%|right/);
  await learner.untilSign('saved');
  expect(await learner.player.locator('[data-outline]').innerText()).not.toContain('%');
  expect(server.store.values['cmi.core.lesson_status']).toBe('completed');
  expect(server.store.values['cmi.core.score.raw'] ?? '').toBe('');
  expect(faults()).toEqual([]);
});
