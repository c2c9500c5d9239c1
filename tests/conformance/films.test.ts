import { expect, test } from 'vitest';
import type { CourseData } from '../../src/contract/course-data.ts';
import { wholeFilm } from '../../src/contract/films.ts';
import { decodeState } from '../../src/contract/state-codec.ts';
import { createWorld, type Visit } from './learner-session.ts';
import { calls } from './lms-facts/with-api.ts';
import { smallCourse } from './small-course.ts';

// What was played of a film that must be watched is kept like all that a learner does: in the LMS, on any computer.

const film = 'media/steam.mp4';
const [page = { id: '' }] = smallCourse.pages;
const course: CourseData = {
  ...smallCourse,
  pages: smallCourse.pages.map((each) => (each.id === page.id ? { ...each, films: [film] } : each)),
};
const play = (visit: Visit, parts: number): void => visit.session.films?.played({ page: page.id, film, parts });
const played = (visit: Visit): number | undefined => visit.session.films?.on(page.id)[film];

test('what was played holds on another computer, until the page is read', async () => {
  const world = createWorld({ course });
  const visit = await world.launch();
  expect(played(visit)).toBe(0);
  play(visit, 0b0111);
  play(visit, 2 ** 31);
  expect(played(visit)).toBe(2 ** 31 + 0b0111);
  await visit.exit();

  const later = await world.launch({ machine: world.newMachine() });
  expect(played(later)).toBe(2 ** 31 + 0b0111);
  later.session.read(page.id);
  expect(played(later)).toBe(wholeFilm);
  await later.exit();
  const { state } = decodeState(world.record().suspendData, course);
  expect(state.seen).toContain(page.id);
  expect(state).not.toHaveProperty('watched');
  expect(world.lms.violations()).toEqual([]);
  expect(world.thrown).toEqual([]);
});

test('a film that plays through is committed every half a minute, not with each of its parts', async () => {
  const world = createWorld({ course });
  const visit = await world.launch();
  await world.clock.advance(5_000);
  const before = calls(world, 'LMSCommit').length;
  for (let part = 0; part < 32; part += 1) {
    play(visit, 2 ** part);
    await world.clock.advance(3_750);
  }
  const commits = calls(world, 'LMSCommit').length - before;
  expect(commits).toBeGreaterThan(1);
  expect(commits).toBeLessThanOrEqual(4);
  expect(visit.sign()).toBe('saved');
});

test('after a crash the same browser knows every part, another one those of the last commit', async () => {
  const world = createWorld({ course });
  const visit = await world.launch();
  play(visit, 0b0011);
  await world.clock.advance(31_000);
  play(visit, 0b1100);
  visit.crash();
  expect(played(await world.launch())).toBe(0b1111);

  const other = createWorld({ course });
  const first = await other.launch();
  play(first, 0b0011);
  await other.clock.advance(31_000);
  play(first, 0b1100);
  first.crash();
  expect(played(await other.launch({ machine: other.newMachine() }))).toBe(0b0011);
});

test('parts watched on two computers are added up', async () => {
  const world = createWorld({ course });
  const atHome = await world.launch();
  play(atHome, 0b0001);
  await world.clock.advance(31_000);
  play(atHome, 0b0010);
  atHome.crash();
  const atWork = await world.launch({ machine: world.newMachine() });
  play(atWork, 0b0100);
  await atWork.exit();
  expect(played(await world.launch())).toBe(0b0111);
});

test('a new version without the film goes on without it', async () => {
  const world = createWorld({ course });
  const visit = await world.launch();
  play(visit, 0b0011);
  visit.session.read('second');
  await visit.exit();
  const next = await world.launch({ course: smallCourse });
  expect(next.session.films?.on(page.id)).toEqual({});
  await next.exit();
  const saved = world.record().suspendData;
  expect(saved.charAt(0)).toBe('1');
  expect(decodeState(saved, smallCourse).state.seen).toEqual(new Set(['second']));
});

test('who looks back, or plays a film of another page, changes nothing', async () => {
  const world = createWorld({ course });
  const visit = await world.launch();
  visit.session.films?.played({ page: page.id, film: 'media/other.mp4', parts: 1 });
  visit.session.films?.played({ page: 'nowhere', film, parts: 1 });
  expect(visit.session.films?.on(page.id)).toEqual({ [film]: 0 });
  await visit.exit();
  const review = await world.launch({ lms: { mode: 'review' } });
  const before = world.record().suspendData;
  play(review, 1);
  await world.clock.advance(31_000);
  expect(played(review)).toBe(0);
  expect(world.record().suspendData).toBe(before);
});
