import { expect, test } from 'vitest';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();

const trueFalseOnly = `  - id: one
    type: true-false
    prompt: Is it one?
    answer: true
  - id: two
    type: true-false
    prompt: Is it two?
    answer: true
`;

const course = (settings: string, questions = trueFalseOnly): Promise<BuiltCourse> =>
  buildCourse(null, {
    'course.yml': 'id: timed\ntitle: Timed\nlanguage: en\n',
    '01-exam.quiz.yml': `title: Exam
id: exam
pass: 50
feedback: end
attempts: 2
${settings}
questions:
${questions}`,
    '02-after.md': '---\ntitle: After\n---\n\nAfter the exam.\n',
  });

/** A visit with a clock of its own, and the quiz started. */
async function begun(settings: string, questions?: string) {
  const visit = await tests.visit(await course(settings, questions));
  await visit.context.clock.install({ time: new Date('2030-01-07T14:00:00') });
  const launched = await visit.launch();
  const { learner } = launched;
  await learner.arrived();
  await learner.isOn('exam');
  expect(await learner.lesson.locator('[data-question]').count()).toBe(0);
  await learner.lesson.locator('[data-begin]').click();
  await learner.lesson.locator('[data-question="one"]').waitFor();
  return { ...visit, ...launched };
}

test('time begins at the press of a button, is seen, announced three times, and hands in what there is', async () => {
  const { learner, context, server, watch } = await begun('minutes: 10');
  const left = learner.lesson.locator('[data-timer-left]');
  const said = learner.lesson.locator('[data-timer-said]');
  expect(await left.innerText()).toMatch(/^(10:00|9:5\d)$/);
  await learner.choose('exam', 'one', 'right');
  await context.clock.fastForward('05:00');
  await expect.poll(() => said.innerText()).toBe('5 minutes left.');
  await context.clock.fastForward('04:00');
  await expect.poll(() => said.innerText()).toBe('1 minute left.');
  await context.clock.fastForward('00:40');
  await expect.poll(() => said.innerText()).toMatch(/^20 seconds left/);
  await context.clock.fastForward('00:30');
  await learner.lesson.locator('section[data-quiz="exam"][data-phase="submitted"]').waitFor();
  expect(await learner.lesson.locator('[data-result-score]').innerText()).toBe('50%');
  expect(await said.innerText()).toContain('The time is over');
  await learner.untilSign('saved');
  expect(server.store.values['cmi.core.score.raw']).toBe('50');
  // Another attempt has its own time.
  await learner.lesson.locator('[data-retry]').click();
  await learner.lesson.locator('[data-begin]').waitFor();
  expect(await learner.lesson.locator('[data-question]').count()).toBe(0);
  expect(watch).toEqual({ problems: [], outside: [] });
});

test('a second attempt begins without the answers of the first', async () => {
  const { learner } = await begun(
    'minutes: 10',
    `${trueFalseOnly}  - {id: word, type: fill-in, prompt: Which word?, answers: [harbor]}\n`,
  );
  const field = learner.lesson.locator('[data-question="word"] input');
  await learner.choose('exam', 'one', 'wrong');
  await learner.choose('exam', 'two', 'wrong');
  await field.fill('pier');
  await learner.submit('exam');
  await learner.lesson.locator('[data-retry]').click();
  await learner.lesson.locator('[data-begin]').click();
  await field.waitFor();
  expect(await learner.chosen('exam', 'one')).toEqual([]);
  expect(await field.inputValue()).toBe('');
  // What is typed while the player says something of the quiz stays.
  await field.fill('harbor');
  await learner.lesson.locator('[data-unlimit]').click();
  await learner.lesson.locator('[data-timer-adjust]').waitFor({ state: 'hidden' });
  expect(await field.inputValue()).toBe('harbor');
});

test('time goes on while the course is closed', async () => {
  const { learner, context, lms, server } = await begun('minutes: 10');
  await learner.choose('exam', 'one', 'right');
  await learner.untilSign('saved');
  await context.clock.fastForward('04:00');
  await lms.reload();
  await learner.arrived();
  await learner.isOn('exam');
  await expect.poll(() => learner.lesson.locator('[data-timer-left]').innerText()).toMatch(/^(6:00|5:5\d)$/);
  expect(await learner.chosen('exam', 'one')).toEqual(['true']);
  await lms.goto('about:blank');
  await context.clock.fastForward('20:00');
  await lms.goto(`${server.origin}/lms/top.html`);
  await learner.arrived();
  await learner.lesson.locator('section[data-quiz="exam"][data-phase="submitted"]').waitFor();
  await learner.untilSign('saved');
  expect(server.store.values['cmi.core.score.raw']).toBe('50');
});

test('time runs out in another lesson, too', async () => {
  const { learner, context, server } = await begun('minutes: 10');
  await learner.choose('exam', 'one', 'right');
  await learner.open('after');
  await context.clock.fastForward('10:30');
  await expect.poll(() => server.store.values['cmi.core.score.raw']).toBe('50');
});

test('what is being typed when the time runs out counts', async () => {
  const { learner, context, server } = await begun(
    'minutes: 10',
    '  - {id: one, type: fill-in, prompt: Which word?, answers: [harbor]}\n',
  );
  const field = learner.lesson.locator('[data-question="one"] input');
  await learner.untilSign('saved');
  // From here time stands still but for what the test lets pass.
  await context.clock.pauseAt(new Date('2030-01-07T14:09:30'));
  const [minutes, seconds] = (await learner.lesson.locator('[data-timer-left]').innerText()).split(':').map(Number);
  await context.clock.runFor(((minutes ?? 0) * 60 + (seconds ?? 0)) * 1_000 - 1_500);
  await field.pressSequentially('harbor');
  // Less than the pause after which typing is sent, again and again, until the time is over.
  for (let tenth = 0; tenth < 25; tenth++) {
    await field.press('s');
    await field.press('Backspace');
    await context.clock.runFor(100);
  }
  await learner.lesson.locator('section[data-quiz="exam"][data-phase="submitted"]').waitFor();
  expect(await field.inputValue()).toBe('harbor');
  expect(await learner.lesson.locator('[data-result-score]').innerText()).toBe('100%');
  await context.clock.runFor(1_000);
  await expect.poll(() => server.store.values['cmi.core.score.raw']).toBe('100');
});

test('a learner who needs more time has ten times as long, or no limit', async () => {
  const { learner, context } = await begun('minutes: 10');
  await learner.lesson.locator('[data-extend]').click();
  await expect.poll(() => learner.lesson.locator('[data-timer-left]').innerText()).toMatch(/^1:(40:00|39:5\d)$/);
  expect(await learner.lesson.locator('[data-extend]').isVisible()).toBe(false);
  await context.clock.fastForward('11:00');
  expect(await learner.lesson.locator('section[data-quiz="exam"]').getAttribute('data-phase')).toBe('open');
  await learner.answerAll('exam', () => 'right');
  await learner.lesson.locator('[data-retry]').click();
  await learner.lesson.locator('[data-begin]').click();
  await learner.lesson.locator('[data-unlimit]').click();
  await expect.poll(() => learner.lesson.locator('[data-timer-left]').innerText()).toBe('No limit');
  await context.clock.fastForward('24:00:00');
  expect(await learner.lesson.locator('section[data-quiz="exam"]').getAttribute('data-phase')).toBe('open');
});

test('where the author does not allow it, nothing is offered', async () => {
  const { learner } = await begun('minutes: 10\nadjustable: false');
  expect(await learner.lesson.locator('[data-extend], [data-unlimit]').count()).toBe(0);
});
