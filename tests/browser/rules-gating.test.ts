import { expect, test } from 'vitest';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();

const check = (id: string, settings = ''): string => `
:::quiz[Check of ${id}]{#${id} ${settings}}
### Is it so? {#${id}-q}
- [x] Yes
- [ ] No
:::
`;

const lesson = (title: string, front: string, text: string): string =>
  `---\ntitle: ${title}\n${front}---\n\n${text}\n\n[The third](03-three.md) and [the last](04-four.md).\n`;

function course(gating: 'sequential' | 'free'): Promise<BuiltCourse> {
  return buildCourse(null, {
    'course.yml': `id: gated\ntitle: Gated\nlanguage: en\ngating: ${gating}\n`,
    '01-one.md': lesson('One', '', `First.${check('first', 'pass=100')}`),
    '02-two.md': lesson('Two', '', 'Second.'),
    '03-three.md': lesson('Three', 'opens: always\n', 'Third.'),
    '04-four.md': lesson('Four', 'opens: when first passed\n', 'Fourth.'),
  });
}

test('pages open one after the other; what is locked says why, and the way there leads to what is to be done', async () => {
  const { launch, server, faults, watch } = await tests.visit(await course('sequential'));
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.isOn('one');
  const item = (page: string) => learner.player.locator(`[data-outline] a[data-page="${page}"]`);
  expect(await learner.outlineState('two')).toBe('locked');
  expect(await learner.outlineState('three')).toBe('todo');
  expect(await item('two').innerText()).toContain('Locked: Opens when you have finished “One”');
  expect(await item('four').innerText()).toContain('Locked: Opens when you have passed “Check of first”');

  // From the outline, by keyboard.
  await item('two').focus();
  await lms.keyboard.press('Enter');
  const panel = learner.player.locator('[data-panel="locked"]');
  await panel.waitFor();
  expect(await panel.innerText()).toContain('Two is not open yet');
  expect(await panel.innerText()).toContain('Opens when you have finished “One”.');
  expect(await panel.locator('h2').evaluate((title) => title === title.ownerDocument.activeElement)).toBe(true);
  expect(await learner.player.locator('[data-frame]').isVisible()).toBe(false);
  await panel.locator('[data-locked-go]').click();
  await learner.isOn('one');

  // By a link in a lesson.
  await learner.lesson.getByRole('link', { name: 'the last' }).click();
  await panel.waitFor();
  expect(await panel.innerText()).toContain('Opens when you have passed “Check of first”.');
  await panel.locator('[data-locked-back]').click();
  await learner.lesson.locator('body[data-page="one"]').waitFor();
  expect(await panel.isVisible()).toBe(false);

  // "Next" explains as well, until the quiz is done.
  await learner.next();
  await panel.waitFor();
  await panel.locator('[data-locked-back]').click();
  await learner.check('first', 'first-q', 'wrong');
  expect(await learner.outlineState('two')).toBe('todo');
  expect(await learner.outlineState('four')).toBe('locked');
  await learner.next();
  await learner.isOn('two');
  await learner.open('one');
  await learner.retry('first');
  await learner.check('first', 'first-q', 'right');
  await learner.open('four');
  await learner.untilSign('saved');
  await lms.reload();
  await learner.arrived();
  await learner.isOn('four');
  expect(server.store.values['cmi.core.lesson_location']).toBe('four');
  expect(faults()).toEqual([]);
  expect(watch).toEqual({ problems: [], outside: [] });
});

test('a page that the frame opens by its address is explained, not shown', async () => {
  const { launch, server } = await tests.visit(await course('sequential'));
  const { learner } = await launch();
  await learner.arrived();
  await learner.isOn('one');
  await learner.lesson.locator('body').evaluate((body, url) => {
    body.ownerDocument.location.href = url;
  }, `${server.origin}/content/pages/four.html`);
  const panel = learner.player.locator('[data-panel="locked"]');
  await panel.waitFor();
  expect(await learner.player.locator('[data-frame]').isVisible()).toBe(false);
  await panel.locator('[data-locked-back]').click();
  await learner.isOn('one');
});

test('a course without gates is open, whatever the order', async () => {
  const { launch } = await tests.visit(await course('free'));
  const { learner } = await launch();
  await learner.arrived();
  await learner.open('two');
  expect(await learner.outlineState('four')).toBe('locked');
});

test('in review everything may be looked at', async () => {
  const { launch } = await tests.visit(await course('sequential'), { launch: { mode: 'review' } });
  const { learner } = await launch();
  await learner.arrived();
  expect(await learner.sign()).toBe('review');
  await learner.open('four');
});

test('a passed quiz makes the pages it stands for done, and the course can be completed without them', async () => {
  const built = await buildCourse(null, {
    'course.yml': 'id: skipping\ntitle: Skipping\nlanguage: en\npassing:\n  score: 50\n',
    '01-one.md': `---\ntitle: One\n---\n\nA long text.\n${'\nMore.\n'.repeat(80)}${check('first')}`,
    '02-skip.quiz.yml':
      'title: Skip it\nid: skip\npass: 100\ntestsOut: [one]\nquestions:\n  - {id: q, type: true-false, prompt: Is it?, answer: true}\n',
  });
  const { launch, server } = await tests.visit(built);
  const { learner } = await launch();
  await learner.arrived();
  await learner.open('skip');
  await learner.check('skip', 'q', 'wrong');
  expect(await learner.outlineState('one')).toBe('todo');
  await learner.retry('skip');
  await learner.check('skip', 'q', 'right');
  expect(await learner.outlineState('one')).toBe('done');
  await learner.untilSign('saved');
  expect(server.store.values).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
});
