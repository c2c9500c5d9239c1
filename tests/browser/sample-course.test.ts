import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, sampleCourse } from './harness/build-course.ts';
import { storedAnswers } from './harness/lms-store.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(sampleCourse);
});

test.each(['simulator', 'scorm-again'] as const)('the sample course, all right, in two visits of %s', async (kind) => {
  const { launch, server, watch, faults } = await tests.visit(course, { kind });
  const { pages, quizzes } = course.data;
  const half = Math.ceil(pages.length / 2);
  for (const part of [pages.slice(0, half), pages.slice(half)]) {
    const { learner, lms } = await launch();
    await learner.arrived();
    for (const page of part) {
      await learner.open(page.id);
      for (const quiz of page.quizzes) await learner.answerAll(quiz, () => 'right');
      await learner.readToEnd();
    }
    await learner.untilSign('saved');
    await learner.exit();
    await learner.player.locator('[data-panel="ended"]:not([hidden])').waitFor();
    await lms.close({ runBeforeUnload: true });
  }
  expect(server.store.values).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
  const answers = storedAnswers(server.store);
  const questions = quizzes.flatMap((quiz) => quiz.questions.map((question) => `${quiz.id}_${question.id}`));
  expect(answers.map(({ id }) => id)).toEqual(questions);
  for (const answer of answers) {
    expect(answer.result).toBe('correct');
    expect(answer.response).toMatch(/^[a-z](,[a-z])*$/);
    expect(answer.pattern).toBe(answer.response);
  }
  expect(faults()).toEqual([]);
  expect(watch).toEqual({ problems: [], outside: [] });
});
