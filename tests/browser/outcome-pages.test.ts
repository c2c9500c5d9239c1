import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { serve } from './harness/serve.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(null, {
    'course.yml': [
      'id: sea',
      'title: The sea',
      'description: All about it.',
      'language: en',
      'home: true',
      'passing:\n  score: 50\n  quizzes: [exam]',
      'certificate:\n  issuer: The harbour\n  signature: Harbour master\n  logo: media/wave.svg',
    ].join('\n'),
    'media/wave.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 10h40" stroke="#000"/></svg>',
    '01-tides.md': `---
title: Tides
minutes: 5
objectives:
  - Read a tide table
---

The sea rises and falls.

:::quiz{#check pass=50 feedback=end reveal=done attempts=2}
### What pulls the sea? {#pull}
- [x] The moon
- [ ] The wind
  > It makes waves, not tides.

> The moon is near.
:::
`,
    '02-survey.quiz.yml': `title: Survey
id: survey
weight: 0
feedback: never
questions:
  - { id: salty, type: true-false, prompt: Is it salty?, answer: true }
  - { id: why, type: open, prompt: Why did you come? }
`,
    '03-exam.quiz.yml': `title: Exam
id: exam
pass: 100
attempts: 3
feedback: end
questions:
  - id: ebb
    type: single
    prompt: What is low water called?
    explanation: From an old word for flowing back.
    choices:
      - { id: ebb, text: Ebb, correct: true }
      - { id: flood, text: Flood }
`,
  });
});

const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.frameLocator('#activity').frameLocator('#course').frameLocator('[data-frame]').locator(selector).allInnerTexts();

test('home, result, answers and certificate tell a learner where they stand, and no more than the rules allow', async () => {
  const { launch, server, watch, faults } = await tests.visit(course, {
    learner: { id: 'learner-1', name: '<b>Doe</b>, Jane' },
  });
  const { learner, lms } = await launch();
  await learner.isOn('_home');
  const texts = (selector: string) => textsOf(lms, selector);
  expect(await texts('.kicker span')).toEqual(['1 lesson', 'About 5 min', '4 questions']);
  expect(await texts('.objectives li')).toEqual(['Read a tide table']);
  expect(await texts('.home-rules li')).toEqual([
    'Read every lesson to its end, and hand in every quiz that counts.',
    'Reach 50% over all quizzes.',
    'Pass, each by its own mark: Exam.',
    '“Check your understanding” can be taken 2 times.',
    '“Exam” can be taken 3 times.',
    'You can stop at any time and go on later where you were.',
  ]);

  // Nothing is handed in yet.
  await learner.open('_review');
  await learner.lesson.getByText('You have not handed in any quiz yet.').waitFor();
  expect(await learner.lesson.locator('[data-quiz]:visible').count()).toBe(0);
  await learner.open('_certificate');
  await learner.lesson.getByText('Your certificate appears here as soon as').waitFor();
  expect(await learner.lesson.locator('[data-earned]').isVisible()).toBe(false);
  expect(await learner.lesson.locator('[data-name]').textContent()).toBe('');

  // Handed in wrongly with an attempt left: the verdict, not the right answer.
  await learner.open('tides');
  await learner.answerAll('check', () => 'wrong');
  await learner.readToEnd();
  await learner.open('_review');
  const question = learner.lesson.locator('[data-question="pull"]');
  await question.locator('[data-feedback-panel] p').first().waitFor();
  expect(await question.locator('.choice-verdict').allInnerTexts()).toEqual(['', 'Your answer, not correct']);
  expect(await question.locator('input').first().getAttribute('aria-disabled')).toBe('true');
  expect(await learner.lesson.locator('[data-retry]:visible, [data-submit]:visible').count()).toBe(0);

  await learner.open('_end');
  expect(await texts('[data-outcome-status]')).toEqual(['You are on the way']);
  expect(await texts('[data-missing-list] li')).toEqual(['Pass the quiz: Exam', 'Raise your course score to 50%']);
  await learner.lesson.getByRole('link', { name: 'Pass the quiz: Exam' }).click();
  await learner.isOn('exam');
  await learner.answerAll('exam', () => 'right');
  expect(await learner.player.locator('[data-notice-text]').innerText()).toBe(
    'You have come to the end of this course.',
  );
  await learner.untilSign('saved');
  expect(server.store.values).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '50' });
  await learner.player.locator('[data-notice-go]').click();
  await learner.isOn('_end');
  expect(await learner.player.locator('[data-notice-text]').innerText()).toBe('');
  expect(await texts('[data-outcome-status], [data-outcome-score], [data-outcome-text]')).toEqual([
    'You have passed this course',
    '50%',
    'Well done. Your learning platform has your result.',
  ]);
  expect(await texts('[data-quiz-rows] td:last-child')).toEqual(['Not passed yet', 'Not handed in', 'Passed']);

  // What was never to be judged stays so; the learner's own words are there.
  await learner.open('survey');
  await learner.lesson.locator('[data-option="true"] label').click();
  await learner.lesson.locator('textarea').fill('To learn to sail');
  await learner.submit('survey');
  await learner.open('_review');
  const survey = learner.lesson.locator('[data-quiz="survey"]');
  await survey.getByText('This quiz does not say which answers were correct.').waitFor();
  expect(await survey.locator('textarea').inputValue()).toBe('To learn to sail');
  expect(await survey.locator('[data-question="salty"]').getAttribute('data-verdict')).toBe('');
  await learner.lesson.getByText('From an old word for flowing back.').waitFor();

  // A name is a text, whatever it holds.
  await learner.open('_certificate');
  expect(await texts('[data-name], .certificate-course, [data-certificate-score]')).toEqual([
    'Jane <b>Doe</b>',
    'The sea',
    'with a score of 50%',
  ]);
  expect(await learner.lesson.locator('.certificate-logo img').getAttribute('alt')).toBe('The harbour');
  expect(JSON.stringify(await lms.evaluate('({ ...localStorage })'))).not.toContain('Jane');

  await learner.open('_home');
  await learner.lesson.getByRole('link', { name: 'See your result' }).click();
  await learner.isOn('_end');
  await learner.lesson.getByRole('button', { name: 'Save and leave' }).click();
  await learner.player.locator('[data-panel="ended"]:not([hidden])').waitFor();
  await lms.close({ runBeforeUnload: true });

  const again = await launch();
  await again.learner.isOn('survey');
  expect(await again.learner.player.locator('[data-notice-text]').innerText()).toBe(
    'Welcome back. You go on at “Survey”.',
  );
  await again.learner.open('exam');
  expect(await again.learner.player.locator('[data-notice-text]').innerText()).toBe('');
  expect(faults()).toEqual([]);
  expect(watch).toEqual({ problems: [], outside: [] });
});

describe('without a learning platform', () => {
  test('the certificate says that there is none', async () => {
    const server = await serve(course);
    const context = await tests.browser.newContext();
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(`${server.origin}/content/index.html`);
    await page.clock.fastForward(11_000);
    await page.locator('[data-accept]').click();
    await page.clock.resume();
    await page.locator('[data-outline] a[data-page="_certificate"]').click();
    const frame = page.frameLocator('[data-frame]');
    await frame.getByText('Both come from your learning platform').waitFor();
    await context.close();
    await server.close();
  });

  test('a page opened alone says where it comes to life, and shows no empty shell', async () => {
    const { server, context } = await tests.visit(course);
    const page = await context.newPage();
    for (const [id, alone] of [
      ['_end', 'Your result appears here'],
      ['_review', 'Your answers appear here'],
      ['_certificate', 'Your certificate appears here'],
    ]) {
      await page.goto(`${server.origin}/content/pages/${id}.html`);
      await page.getByText(alone ?? '').waitFor();
      expect(await page.locator('[data-told-part]:visible, [data-earned]:visible, [data-quiz]:visible').count()).toBe(
        0,
      );
    }
  });
});
