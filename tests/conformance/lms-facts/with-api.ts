import type { CourseData } from '../../../src/contract/course-data.ts';
import type { Call } from '../../../src/simulator/strict-lms.ts';
import { createWorld, type LaunchOptions, type Visit, type World, type WorldOptions } from '../learner-session.ts';
import { smallCourse } from '../small-course.ts';

/** A world and a first visit, opened. */
export async function opened(
  options: Partial<WorldOptions> = {},
  how: LaunchOptions = {},
): Promise<{ readonly world: World; readonly visit: Visit }> {
  const world = createWorld({ course: smallCourse, ...options });
  const visit = await world.launch(how);
  return { world, visit };
}

/** Plays the whole course to a pass. */
export function passAll(visit: Visit): void {
  visit.readAll();
  for (const { id } of visit.course.quizzes) visit.answerAll(id, 'right');
}

export async function exit(world: World, visit: Visit): Promise<void> {
  const done = visit.session.exit();
  await world.clock.advance(1_000);
  await done;
}

/** Values set for an element, in order. */
export const written = (world: World, element: string): unknown[] =>
  world.lms.log.filter(({ fn, args }) => fn === 'LMSSetValue' && args[0] === element).map(({ args }) => args[1]);
export const calls = (world: World, fn: Call['fn']): readonly Call[] => world.lms.log.filter((call) => call.fn === fn);
export const rules = (world: World): string[] => world.lms.violations().map(({ rule }) => rule.id);
export const withRules = (course: CourseData, rules: Partial<CourseData['rules']>): CourseData => ({
  ...course,
  rules: { ...course.rules, ...rules },
});
