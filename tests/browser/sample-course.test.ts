import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, sampleCourse } from './harness/build-course.ts';
import { bringChecks } from './harness/check-page.ts';
import { clickHands, keyHands } from './harness/hands.ts';
import { optionsFor } from './harness/learner.ts';
import { storedAnswers } from './harness/lms-store.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  const config = await readFile(`${sampleCourse}/course.yml`, 'utf8');
  course = await buildCourse(sampleCourse, { 'course.yml': `${config}\nhome: true\n` });
});

test.each([
  ['keys alone', 'simulator', keyHands],
  ['single clicks alone', 'scorm-again', clickHands],
] as const)('by %s, from the home of the sample course to a pass, in two visits of %s', async (_way, kind, handsOn) => {
  const { context, launch, server, watch, faults } = await tests.visit(course, { kind }, { reducedMotion: 'reduce' });
  await bringChecks(context);
  const { pages, quizzes } = course.data;
  const half = Math.ceil(pages.length / 2);
  for (const [visit, part] of [pages.slice(0, half), pages.slice(half)].entries()) {
    const { learner, lms } = await launch();
    const hands = handsOn(lms);
    await learner.arrived();
    // The second visit begins where the first one ended, and goes on from there.
    await learner.isOn(visit === 0 ? '_home' : (pages[half - 1]?.id ?? ''));
    await hands.press(visit === 0 ? '[data-start]' : '[data-step="next"]');
    for (const page of part) {
      await learner.isOn(page.id);
      for (const quiz of quizzes.filter(({ id }) => page.quizzes.includes(id))) {
        for (const question of quiz.questions) {
          await hands.choose(question.id, optionsFor(question, 'right'));
          if (quiz.feedback !== 'immediate') continue;
          await hands.press(`[data-question="${question.id}"] [data-check]`);
          await learner.lesson.locator(`[data-question="${question.id}"][data-verdict="right"]`).waitFor();
        }
        if (quiz.feedback !== 'immediate') await hands.press(`[data-quiz="${quiz.id}"] [data-submit]`);
        // The result takes the focus, so that it is read out and the way on begins there.
        await learner.lesson
          .locator(`[data-quiz="${quiz.id}"][data-phase="submitted"] [data-result-title]:focus`)
          .waitFor();
      }
      if (page !== part.at(-1) || visit === 1) await hands.press('[data-step="next"]');
    }
    if (visit === 1) {
      await learner.isOn('_end');
      await learner.lesson.locator('[data-outcome="good"]').waitFor();
    }
    await learner.untilSign('saved');
    await hands.exit();
    await learner.player.locator('[data-panel="ended"]:not([hidden])').waitFor();
    await lms.close({ runBeforeUnload: true });
  }
  expect(server.store.values).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
  const answers = storedAnswers(server.store);
  const questions = quizzes.flatMap((quiz) => quiz.questions.map((question) => `${quiz.id}_${question.id}`));
  expect(questions).toHaveLength(65);
  expect(answers.map(({ id }) => id)).toEqual(questions);
  for (const answer of answers) {
    expect(answer.result).toBe('correct');
    expect(answer.response).toMatch(/^[a-z](,[a-z])*$/);
    expect(answer.pattern).toBe(answer.response);
  }
  expect(faults()).toEqual([]);
  expect(watch).toEqual({ problems: [], outside: [] });
});
