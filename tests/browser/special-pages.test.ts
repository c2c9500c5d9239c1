import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(null, {
    'course.yml': 'id: sea\ntitle: The sea\ndescription: All about it.\nlanguage: en\nhome: true\n',
    '01-tides.md': '---\ntitle: Tides\n---\n\nThe sea rises and falls.\n',
    '02-waves.md': `---\ntitle: Waves\n---\n\n${'They come and go.\n\n'.repeat(120)}`,
    '03-exam.quiz.yml':
      'id: exam\ntitle: Exam\npass: 50\nquestions:\n  - { id: salty, type: true-false, prompt: Is it salty?, answer: true }\n',
  });
});

test('who has not begun is greeted by the course home, which is neither counted nor kept as the place', async () => {
  const { launch, server, watch, faults } = await tests.visit(course);
  const { learner, lms } = await launch();
  await learner.isOn('_home');
  expect(await learner.lesson.locator('h1').allInnerTexts()).toEqual(['The sea']);
  expect(await lms.title()).toBe('An LMS');
  expect(await learner.player.locator('title').textContent()).toBe('Course home – The sea');
  expect(await learner.player.locator('[data-progress-text]').innerText()).toBe('0 of 3 done');
  expect(await learner.player.locator('[data-previous]').getAttribute('aria-disabled')).toBe('true');
  await learner.untilSign('saved');
  expect(server.store.values).toMatchObject({
    'cmi.core.lesson_location': 'tides',
    'cmi.core.lesson_status': 'incomplete',
  });
  await lms.close({ runBeforeUnload: true });

  const again = await launch();
  await again.learner.isOn('_home');
  await again.learner.lesson.locator('[data-start]').click();
  await again.learner.isOn('tides');
  await again.learner.readToEnd();
  await again.learner.next();
  await again.learner.isOn('waves');
  await again.learner.scrollTo('.prose > :nth-child(60)');
  const place = await again.learner.scrolled();
  expect(place).toBeGreaterThan(500);

  // There and back, the lesson is where it was left.
  await again.learner.open('_home');
  const start = again.learner.lesson.locator('[data-start]');
  expect(await start.innerText()).toBe('Continue at “Waves”');
  expect(await again.learner.outlineState('waves')).toBe('todo');
  await start.click();
  await again.learner.isOn('waves');
  await expect.poll(() => again.learner.scrolled()).toBeGreaterThan(place - 40);
  await again.learner.open('_home');
  await again.lms.close({ runBeforeUnload: true });
  await expect.poll(() => server.store.values['cmi.core.lesson_location']).toBe('waves');

  const resumed = await launch();
  await resumed.learner.isOn('waves');
  await expect.poll(() => resumed.learner.scrolled()).toBeGreaterThan(place - 40);
  expect(faults()).toEqual([]);
  expect(watch).toEqual({ problems: [], outside: [] });
});

test('the way back from the first lesson, and on from the home, is where one was', async () => {
  const { launch } = await tests.visit(course);
  const { learner } = await launch();
  await learner.isOn('_home');
  await learner.next();
  await learner.isOn('tides');
  const previous = learner.player.locator('[data-previous]');
  expect(await previous.innerText()).toBe('Course home');
  await previous.click();
  await learner.isOn('_home');
  await learner.open('exam');
  await learner.open('_home');
  expect(await learner.player.locator('[data-next]').innerText()).toBe('Next lesson: Exam');
  await learner.next();
  await learner.isOn('exam');
});

test('a quiz that was not passed is no tick, and open as long as it can be taken again', async () => {
  const { launch } = await tests.visit(course);
  const { learner } = await launch();
  await learner.open('exam');
  await learner.check('exam', 'salty', 'wrong');
  await learner.open('_home');
  const progress = learner.player.locator('[data-progress-text]');
  const exam = learner.lesson.locator('[data-standing="exam"]');
  await expect.poll(() => learner.outlineState('exam')).toBe('again');
  expect(await learner.player.locator('a[data-page="exam"] [data-state]').textContent()).toBe('Not passed yet');
  await expect.poll(() => exam.locator('[data-standing-text]').textContent()).toContain('Not passed yet');
  expect(await exam.getAttribute('data-state')).toBe('again');
  expect(await progress.innerText()).toBe('0 of 3 done');

  await learner.open('exam');
  await learner.retry('exam');
  await learner.check('exam', 'salty', 'right');
  await learner.open('_home');
  await expect.poll(() => learner.outlineState('exam')).toBe('done');
  await expect.poll(() => exam.locator('[data-standing-text]').textContent()).toContain('Done');
  expect(await progress.innerText()).toBe('1 of 3 done');
});

test('without JavaScript the home reads as a page', async () => {
  const { server, context } = await tests.visit(course, {}, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.origin}/content/pages/_home.html`);
  await page.getByText('All about it.').waitFor();
  await page.getByRole('link', { name: 'Start' }).click();
  await page.getByRole('heading', { name: 'Tides', level: 1 }).waitFor();
});
