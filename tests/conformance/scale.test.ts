import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { CourseData } from '../../src/contract/course-data.ts';
import { readProject } from '../../src/course/read-project.ts';
import { loadToolbox } from '../../src/load-toolbox.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';
import { largeCourse, randomFrom } from '../arbitrary-course.ts';
import { createWorld, responseOf } from './learner-session.ts';

/** Everything read and answered, right or wrong as `right` says, all attempts used but the last question of each left open. */
async function playAll(course: CourseData, profile: 'moodle-standard', right: () => boolean, attempts: number) {
  const world = createWorld({ course, profile });
  const visit = await world.launch();
  visit.readAll();
  for (const quiz of course.quizzes) {
    for (let attempt = 1; attempt <= Math.min(attempts, quiz.attempts || attempts); attempt += 1) {
      if (attempt > 1) visit.session.retry(quiz.id);
      for (const { id } of quiz.questions) visit.answer(quiz.id, id, right() ? 'right' : 'wrong');
      if (quiz.feedback !== 'immediate') visit.session.submit(quiz.id);
    }
  }
  visit.session.place(course.pages[0]?.id ?? '', 0.5);
  await world.clock.advance(40_000);
  expect(visit.sign()).toBe('saved');
  const views = JSON.stringify(course.quizzes.map(({ id }) => visit.session.quiz(id)));
  const done = visit.session.exit();
  await world.clock.advance(1_000);
  await done;
  return { world, views, characters: world.record().suspendData.length, result: visit.model().result };
}

test('200 lessons with 800 answered questions fit the 4,096 characters of Moodle in its standard mode and come back exactly', async () => {
  const random = randomFrom(12);
  const course = largeCourse(
    Array.from({ length: 200 }, () => 4),
    random,
  );
  const { world, views, characters, result } = await playAll(course, 'moodle-standard', () => random() < 0.6, 1);
  expect(characters).toBeLessThanOrEqual(4_096);
  const again = await world.launch({ machine: world.newMachine(), lms: {} });
  expect(JSON.stringify(course.quizzes.map(({ id }) => again.session.quiz(id)))).toBe(views);
  expect(again.model()).toMatchObject({ result, done: 200, total: 200 });
  expect(world.record().interactions).toHaveLength(800);
  expect(world.lms.violations()).toEqual([]);
});

test('the sample course, all answered, takes at most 400 characters', async () => {
  const root = path.resolve('content/from-code-to-production');
  await readFile(path.join(root, 'course.yml'));
  const { output } = await compile(await readProject(root, process.cwd()), scorm12, await loadToolbox());
  expect(output).not.toBeNull();
  if (output === null) return;
  const { data } = output.rendered;
  const random = randomFrom(7);
  const sizes: Record<string, number> = {};
  for (const [name, right, attempts] of [
    ['all right', () => true, 1],
    ['all wrong', () => false, 1],
    ['half right', () => random() < 0.5, 1],
    ['half right, three attempts', () => random() < 0.5, 3],
  ] as const) {
    const { world, views, characters } = await playAll(data, 'moodle-standard', right, attempts);
    const again = await world.launch({ machine: world.newMachine(), lms: {} });
    if (again.sign() !== 'review')
      expect(JSON.stringify(data.quizzes.map(({ id }) => again.session.quiz(id)))).toBe(views);
    sizes[name] = characters;
  }
  process.stdout.write(`state of the sample course, characters: ${JSON.stringify(sizes)}\n`);
  expect(Math.max(...Object.values(sizes))).toBeLessThanOrEqual(400);
});

test('killing at any of 200 random moments loses nothing that was shown as saved, nor anything on the same machine', async () => {
  const random = randomFrom(3);
  const course = largeCourse([4, 3, 4], random);
  const steps = course.quizzes.flatMap((quiz) => [
    ...quiz.questions.map((question) => ({ quiz, question })),
    { quiz, question: null },
  ]);
  for (let moment = 0; moment < 200; moment += 1) {
    const world = createWorld({ course, profile: random() < 0.5 ? 'strict' : 'moodle-standard' });
    const visit = await world.launch();
    const end = world.clock.now() + random() * 5_000;
    const given = new Map<string, string>();
    let saved = new Map<string, string>();
    for (const { quiz, question } of steps) {
      if (question === null) visit.session.submit(quiz.id);
      else {
        visit.answer(quiz.id, question.id, responseOf(question, random() < 0.5 ? 'right' : 'wrong'));
        given.set(`${quiz.id} ${question.id}`, JSON.stringify(visit.shows(quiz.id, question.id)));
      }
      const wait = Math.min(random() * 800, end - world.clock.now());
      for (let slept = 0; slept < wait; slept += 100) {
        await world.clock.advance(Math.min(100, wait - slept));
        if (visit.sign() === 'saved') saved = new Map(given);
      }
      if (world.clock.now() >= end) break;
    }
    visit.crash();
    const shownBy = async (machine: typeof world.home) => {
      const again = await world.launch({ machine, lms: {} });
      return (key: string) => JSON.stringify(again.shows(key.split(' ')[0] ?? '', key.split(' ')[1] ?? ''));
    };
    const away = await shownBy(world.newMachine());
    for (const [key, response] of saved) expect(away(key)).toBe(response);
    const home = await shownBy(world.home);
    for (const [key, response] of given) expect(home(key)).toBe(response);
  }
});
