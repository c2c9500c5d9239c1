import { expect, test } from 'vitest';
import { createWorld, type Visit } from './learner-session.ts';
import { passAll } from './lms-facts/with-api.ts';
import { smallCourse } from './small-course.ts';

// A certificate says on which day its course was passed, not on which day it is looked at.

const day = 86_400_000;
const course = { ...smallCourse, dated: true } as const;
const earnedOn = (visit: Visit): string | null => {
  const days = visit.session.outcome().earnedOn;
  return days === null ? null : new Date(days * day).toISOString().slice(0, 10);
};

test('the day of the good end is kept, on any computer and whatever comes later', async () => {
  const world = createWorld({ course });
  const visit = await world.launch();
  expect(earnedOn(visit)).toBe(null);
  passAll(visit);
  await world.clock.advance(2_000);
  const now = new Date(world.clock.wall());
  const today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
  expect(earnedOn(visit)).toBe(today);
  await visit.exit();

  world.clock.turn(40 * day);
  const later = await world.launch({ machine: world.newMachine() });
  later.session.retry('mixed');
  later.answerAll('mixed', 'wrong');
  await world.clock.advance(2_000);
  expect(earnedOn(later)).toBe(today);
  expect(world.lms.violations()).toEqual([]);
});

test('where no certificate says it, no day is kept', async () => {
  const world = createWorld({ course: smallCourse });
  const visit = await world.launch();
  passAll(visit);
  await world.clock.advance(2_000);
  expect(visit.model().result.status).toBe('passed');
  expect(earnedOn(visit)).toBe(null);
});
