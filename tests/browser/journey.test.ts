import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, smallCourse } from './harness/build-course.ts';
import type { Learner } from './harness/learner.ts';
import { storedAnswers } from './harness/lms-store.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(smallCourse);
});

const nothing = { problems: [], outside: [] };

/** Reads every page and answers every question, wrong where `isWrong` says so. */
async function takeAll(learner: Learner, isWrong: (question: string) => boolean = () => false): Promise<void> {
  await learner.arrived();
  for (const page of course.data.pages) {
    await learner.isOn(page.id);
    for (const quiz of page.quizzes) await learner.answerAll(quiz, ({ id }) => (isWrong(id) ? 'wrong' : 'right'));
    await learner.readToEnd();
    if (page !== course.data.pages.at(-1)) await learner.next();
  }
  await learner.untilSign('saved');
}

/** Every answer right, as SCORM 1.2 writes it: options by their letter, in the author's order. */
const allRight = [
  { id: 'harbor-check_loading', type: 'choice', response: 'b', pattern: 'b', result: 'correct' },
  { id: 'harbor-check_parts', type: 'choice', response: 'a,b', pattern: 'a,b', result: 'correct' },
  { id: 'harbor-check_pier-in-water', type: 'true-false', response: 't', pattern: 't', result: 'correct' },
  { id: 'tides-check_highest', type: 'choice', response: 'a', pattern: 'a', result: 'correct' },
  { id: 'tides-check_pulling', type: 'choice', response: 'a,b', pattern: 'a,b', result: 'correct' },
  { id: 'tides-check_once-a-day', type: 'true-false', response: 'f', pattern: 'f', result: 'correct' },
  { id: 'exam_exam-loading', type: 'choice', response: 'a', pattern: 'a', result: 'correct' },
  { id: 'exam_exam-pulling', type: 'choice', response: 'a,b', pattern: 'a,b', result: 'correct' },
  { id: 'exam_exam-twice', type: 'true-false', response: 't', pattern: 't', result: 'correct' },
  { id: 'exam_exam-fog', type: 'choice', response: 'a', pattern: 'a', result: 'correct' },
];

describe.each([
  { kind: 'simulator', shown: 'nested' },
  { kind: 'scorm-again', shown: 'nested' },
  { kind: 'simulator', shown: 'popup' },
] as const)('$kind, $shown', (settings) => {
  test('all read and all right is a pass with 100, each answer reported with its key', async () => {
    // As most people have it: pages scroll slowly.
    const { launch, server, watch, faults } = await tests.visit(course, settings, { reducedMotion: 'no-preference' });
    const { learner, tab, lms } = await launch();
    await takeAll(learner);
    expect(await learner.standing()).toBe('Passed Course score 100% 60% to pass');
    // The exit closes a window that the LMS opened, and stays in a frame.
    const closed = settings.shown === 'popup' ? tab.waitForEvent('close') : null;
    await learner.exit();
    if (closed) await closed;
    else await learner.player.locator('[data-panel="ended"]:not([hidden])').waitFor();
    await lms.close({ runBeforeUnload: true });

    const { values } = server.store;
    expect(values).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
    expect(storedAnswers(server.store)).toEqual(allRight);
    expect(faults()).toEqual([]);
    expect(watch).toEqual(nothing);
  });
});

describe.each(['simulator', 'scorm-again'] as const)('%s', (kind) => {
  test('half right is not passed: the score is told, the status stays incomplete', async () => {
    const { launch, server, watch, faults } = await tests.visit(course, { kind });
    const { learner } = await launch();
    const wrong = new Set(['loading', 'highest', 'once-a-day', 'exam-loading', 'exam-pulling', 'exam-fog']);
    await takeAll(learner, (id) => wrong.has(id));
    // Two thirds, one third, a quarter, of weight 1, 1, 2.
    expect(server.store.values).toMatchObject({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.score.raw': '37.49',
    });
    expect(await learner.standing()).toMatch(/^In progress Course score 37(\.\d+)?% 60% to pass$/);
    expect(await learner.lesson.locator('[data-result-title]').innerText()).toBe('Not passed yet');
    expect(storedAnswers(server.store).filter(({ result }) => result === 'wrong')).toHaveLength(6);
    expect(faults()).toEqual([]);
    expect(watch).toEqual(nothing);
  });

  test('who leaves in the middle of a quiz and of a lesson comes back to both as they were', async () => {
    const { launch, watch, faults } = await tests.visit(course, { kind });
    const first = await launch();
    await first.learner.arrived();
    await first.learner.check('harbor-check', 'loading', 'wrong');
    await first.learner.choose('harbor-check', 'parts', 'right');
    await first.learner.open('tides');
    await first.learner.choose('tides-check', 'highest', 'right');
    const order = await questionOrder(first.learner);
    await first.learner.untilSign('saved');
    await first.learner.open('weather');
    await first.learner.scrollTo('#section-part-3');
    const place = await first.learner.scrolled();
    await first.learner.exit();
    await first.learner.player.locator('[data-panel="ended"]:not([hidden])').waitFor();
    await first.lms.close({ runBeforeUnload: true });

    const { learner } = await launch();
    await learner.arrived();
    await learner.isOn('weather');
    await expect.poll(() => learner.scrolled()).toBeGreaterThan(place - 10);
    // Also though the note that the course goes on here takes a line of the frame's height.
    expect(await learner.scrolled()).toBeLessThan(place + 10);
    await learner.open('harbor');
    expect(await learner.chosen('harbor-check', 'loading')).not.toEqual([]);
    expect(await learner.verdict('harbor-check', 'loading')).toBe('wrong');
    expect(await learner.chosen('harbor-check', 'parts')).toHaveLength(2);
    expect(await learner.verdict('harbor-check', 'parts')).toBe('');
    await learner.open('tides');
    expect(await learner.chosen('tides-check', 'highest')).toHaveLength(1);
    expect(await questionOrder(learner)).toEqual(order);
    expect(faults()).toEqual([]);
    expect(watch).toEqual(nothing);
  });
});

test('`failed` is not said before the last attempt, and then it is', async () => {
  const strict = await buildCourse(smallCourse, {
    'course.yml': [
      'id: small-course',
      'title: A small course',
      'language: en',
      'report: passed-failed',
      'completion: quizzes',
      'passing:',
      '  score: 60',
      '  quizzes: [exam]',
    ].join('\n'),
  });
  const { launch, server, watch, faults } = await tests.visit(strict);
  const { learner } = await launch();
  await learner.arrived();
  await learner.open('exam');
  const status = (): string | undefined => server.store.values['cmi.core.lesson_status'];
  await learner.answerAll('exam', () => 'wrong');
  await learner.untilSign('saved');
  expect(status()).toBe('incomplete');
  await learner.retry('exam');
  expect(await learner.chosen('exam', 'exam-loading')).toEqual([]);
  await learner.answerAll('exam', () => 'wrong');
  await learner.untilSign('saved');
  await expect.poll(status).toBe('failed');
  expect(await learner.lesson.locator('[data-retry]').isVisible()).toBe(false);
  expect(await learner.lesson.locator('[data-result-title]').innerText()).toBe('Not passed');
  expect(faults()).toEqual([]);
  expect(watch).toEqual(nothing);
});

const questionOrder = (learner: Learner): Promise<string[]> =>
  learner.lesson.locator('[data-question]').evaluateAll((list) => list.map((each) => each.id));
