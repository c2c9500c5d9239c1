import { expect, test } from 'vitest';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { storedAnswers } from './harness/lms-store.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();

const course = (settings: string): Promise<BuiltCourse> =>
  buildCourse(null, {
    'course.yml': 'id: attempts\ntitle: Attempts\nlanguage: en\npassing:\n  score: 50\n',
    '01-exam.quiz.yml': `title: Exam
id: exam
${settings}
questions:
  - id: one
    type: true-false
    prompt: Is it one?
    answer: true
    hint: Count *again*.
    explanation: It is one.
  - id: two
    type: true-false
    prompt: Is it two?
    answer: true
`,
  });

test('the last attempt counts where the author says so: the score falls, the pass stays', async () => {
  const { launch, server, faults } = await tests.visit(await course('pass: 50\nfeedback: end\ncounts: last'));
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.answerAll('exam', () => 'right');
  await learner.untilSign('saved');
  expect(server.store.values).toMatchObject({ 'cmi.core.score.raw': '100', 'cmi.core.lesson_status': 'passed' });
  await learner.retry('exam');
  await learner.answerAll('exam', (_question, index) => (index === 0 ? 'right' : 'wrong'));
  await learner.untilSign('saved');
  expect(server.store.values).toMatchObject({ 'cmi.core.score.raw': '50', 'cmi.core.lesson_status': 'passed' });
  await lms.reload();
  await learner.arrived();
  await learner.untilSign('saved');
  expect(server.store.values).toMatchObject({ 'cmi.core.score.raw': '50', 'cmi.core.lesson_status': 'passed' });
  // The one thing that the simulator finds is what the author asked for.
  expect(faults()).toEqual(['score-not-lowered: LMSSetValue ["cmi.core.score.raw","50"]']);
});

test('between two attempts the learner is told when the next may begin, and it begins then', async () => {
  const { launch, context } = await tests.visit(await course('pass: 50\nfeedback: end\ncooldown: 30\nattempts: 3'));
  await context.clock.install({ time: new Date('2030-01-07T14:00:00') });
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.answerAll('exam', () => 'wrong');
  const note = learner.lesson.locator('[data-retry-at]');
  await expect.poll(() => note.innerText()).toMatch(/^You can try again at 0?2:3[01] PM\.$/);
  expect(await learner.lesson.locator('[data-retry]').isVisible()).toBe(false);
  await learner.untilSign('saved');
  // Leaving and coming back is no way around it.
  await lms.reload();
  await learner.arrived();
  await learner.isOn('exam');
  await expect.poll(() => note.innerText()).toMatch(/try again at/);
  await context.clock.fastForward('31:00');
  await learner.lesson.locator('[data-retry]').waitFor();
  expect(await note.innerText()).toBe('');
  await learner.retry('exam');
  expect(await learner.chosen('exam', 'one')).toEqual([]);
});

test('`verdict` says what was right and what was not, and nothing else', async () => {
  const { launch } = await tests.visit(await course('pass: 100\nfeedback: verdict\nattempts: 1'));
  const { learner } = await launch();
  await learner.arrived();
  await learner.answerAll('exam', (_question, index) => (index === 0 ? 'right' : 'wrong'));
  expect([await learner.verdict('exam', 'one'), await learner.verdict('exam', 'two')]).toEqual(['right', 'wrong']);
  const text = await learner.lesson.locator('[data-questions]').innerText();
  expect(text).toContain('Correct');
  expect(text).toContain('Not correct');
  for (const hidden of ['It is one', 'Correct answer', 'Count again']) expect(text).not.toContain(hidden);
});

test('a hint is shown when asked for, by keyboard too, costs what it says, and is there again after a reload', async () => {
  const { launch, server } = await tests.visit(await course('feedback: immediate\nhintCost: 25%'));
  const { learner, lms } = await launch();
  await learner.arrived();
  const hint = learner.lesson.locator('[data-question="one"] [data-hint]');
  expect(await learner.lesson.locator('[data-question="two"] [data-hint]').count()).toBe(0);
  expect(await learner.lesson.locator('html').innerHTML()).not.toContain('Count');
  expect(await hint.innerText()).toBe('Show a hint (costs 25% of the points)');
  await hint.locator('button').focus();
  await lms.keyboard.press('Enter');
  await hint.locator('em').waitFor();
  expect(await hint.locator('[data-hint-text]').innerText()).toBe('Count again.');
  expect(await hint.locator('button').evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
  await learner.untilSign('saved');
  await lms.reload();
  await learner.arrived();
  await hint.locator('em').waitFor();
  await learner.answerAll('exam', () => 'right');
  await learner.untilSign('saved');
  expect(await learner.verdict('exam', 'one')).toBe('right');
  expect(await learner.lesson.locator('[data-result-facts]').innerText()).toContain('2 of 2');
  expect(server.store.values['cmi.core.score.raw']).toBe('87.5');
  expect(storedAnswers(server.store).map(({ result }) => result)).toEqual(['correct', 'correct']);
});

test('wrong answers cost what the author says, open ones nothing, and no score is below 0', async () => {
  const { launch, server } = await tests.visit(await course('feedback: end\npenalty: 0.5'));
  const { learner } = await launch();
  await learner.arrived();
  expect(await learner.lesson.locator('.quiz-facts').innerText()).toContain('Wrong answers cost 50% of their points');
  await learner.answerAll('exam', () => 'wrong');
  expect(await learner.lesson.locator('[data-result-score]').innerText()).toBe('0%');
  await learner.retry('exam');
  await learner.answerAll('exam', (_question, index) => (index === 0 ? 'right' : 'wrong'));
  expect(await learner.lesson.locator('[data-result-score]').innerText()).toBe('25%');
  await learner.untilSign('saved');
  expect(server.store.values['cmi.core.score.raw']).toBe('25');
});

test('a check of knowledge that does not count says so and leaves the score alone', async () => {
  const { launch, server } = await tests.visit(await course('feedback: end\ngraded: false'));
  const { learner } = await launch();
  await learner.arrived();
  expect(await learner.lesson.locator('.quiz-facts').innerText()).toContain('For practice, not counted');
  await learner.answerAll('exam', () => 'right');
  await learner.untilSign('saved');
  expect(server.store.values['cmi.core.score.raw']).toBeUndefined();
});
