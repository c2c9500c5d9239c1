import { describe, expect, test } from 'vitest';
import type { ObjectiveData } from '../../src/contract/course-data.ts';
import type { Fault } from '../../src/simulator/faults.ts';
import type { Profile, ProfileId } from '../../src/simulator/profile.ts';
import { profiles } from '../../src/simulator/profiles/index.ts';
import { optionalElements } from '../../src/simulator/profiles/optional-elements.ts';
import { createWorld, type Visit, type World, type WorldOptions } from './learner-session.ts';
import { courseWith, courseWithObjectives, quizOf, trueFalse } from './small-course.ts';

// `cmi.objectives`: optional in SCORM 1.2, so it may be absent, in part or whole, and must never cost a result.

async function opened(options: Partial<WorldOptions> = {}): Promise<{ world: World; visit: Visit }> {
  const world = createWorld({ course: courseWithObjectives, ...options });
  const visit = await world.launch();
  await world.clock.advance(1_000);
  return { world, visit };
}
const play = async (world: World, run: () => void): Promise<void> => {
  run();
  await world.clock.advance(2_000);
};
const rows = (world: World) => world.record().objectives.map(({ id, score, status }) => [id, score.raw, status]);
const sets = (world: World, from = 0) =>
  world.lms.log.slice(from).flatMap(({ fn, args }) => (fn === 'LMSSetValue' ? [`${args[0]} ${args[1]}`] : []));

test('each objective gets a row once it has a score: id first, then score, then status, behind score and status of the course', async () => {
  const { world, visit } = await opened();
  expect(rows(world)).toEqual([]);
  await play(world, () => visit.answerAll('exam', 'right'));
  expect(sets(world).filter((set) => set.startsWith('cmi.objectives'))).toEqual([
    'cmi.objectives.0.id edges',
    'cmi.objectives.0.score.min 0',
    'cmi.objectives.0.score.max 100',
    'cmi.objectives.0.score.raw 100',
    'cmi.objectives.0.status passed',
    'cmi.objectives.1.id depths',
    'cmi.objectives.1.score.min 0',
    'cmi.objectives.1.score.max 100',
    'cmi.objectives.1.score.raw 100',
    'cmi.objectives.1.status completed',
  ]);
  const order = sets(world).map((set) => set.split(' ')[0]);
  expect(order.indexOf('cmi.core.score.raw')).toBeLessThan(order.indexOf('cmi.objectives.0.id'));
  expect(order.indexOf('cmi.objectives.1.status')).toBeLessThan(order.indexOf('cmi.interactions.0.id'));
  await play(world, () => visit.answerAll('warm-up', 'right'));
  expect(rows(world)).toEqual([
    ['edges', '100', 'passed'],
    ['depths', '100', 'completed'],
    ['basics', '50', 'incomplete'],
  ]);
  expect(world.lms.violations()).toEqual([]);
});

test('each answer names its objectives', async () => {
  const { world, visit } = await opened();
  await play(world, () => visit.answerAll('warm-up', 'right'));
  expect(world.record().interactions.map(({ id, objectives }) => [id, objectives])).toEqual([
    ['warm-up_w1', ['basics']],
    ['warm-up_w2', ['basics']],
  ]);
});

test('a second visit writes nothing that the LMS has, and finds rows by id where a new version has them elsewhere', async () => {
  const { world, visit } = await opened();
  await play(world, () => visit.answerAll('exam', 'wrong'));
  await visit.close();
  const before = world.lms.log.length;
  const again = await world.launch({
    course: {
      ...courseWithObjectives,
      objectives: [
        { id: 'new', title: 'New', pass: 50, quizzes: [{ quiz: 'warm-up', questions: ['w1'] }] },
        ...(courseWithObjectives.objectives ?? []).toReversed(),
      ],
    },
  });
  await world.clock.advance(2_000);
  expect(sets(world, before).filter((set) => set.startsWith('cmi.objectives'))).toEqual([]);
  await play(world, () => again.session.retry('exam'));
  await play(world, () => again.answerAll('exam', 'right'));
  await play(world, () => again.answerAll('warm-up', 'right'));
  expect(rows(world)).toEqual([
    ['edges', '100', 'passed'],
    ['depths', '100', 'completed'],
    ['new', '100', 'passed'],
    ['basics', '50', 'incomplete'],
  ]);
  expect(world.lms.violations()).toEqual([]);
});

test('what an LMS remembers beyond the state is not lowered; a score that may fall is', async () => {
  const objectives: readonly ObjectiveData[] = [
    { id: 'best', title: 'Best', pass: 50, quizzes: [{ quiz: 'a' }] },
    { id: 'last', title: 'Last', pass: 50, quizzes: [{ quiz: 'b' }] },
  ];
  const quizzes = [quizOf('a', 'first', [trueFalse('q')]), quizOf('b', 'second', [trueFalse('q')], { counts: 'last' })];
  const row = (index: number, id: string) => ({
    [`cmi.objectives.${index}.id`]: id,
    [`cmi.objectives.${index}.score.raw`]: '90',
    [`cmi.objectives.${index}.status`]: 'passed',
  });
  const { world, visit } = await opened({
    course: { ...courseWith({ quizzes }), objectives },
    stored: { ...row(0, 'best'), ...row(1, 'last') },
  });
  await play(world, () => visit.answerAll('a', 'wrong'));
  await play(world, () => visit.answerAll('b', 'wrong'));
  expect(rows(world)).toEqual([
    ['best', '90', 'passed'],
    ['last', '0', 'passed'],
  ]);
});

test('without credit and in review nothing is written', async () => {
  for (const launch of [{ credit: 'no-credit' }, { mode: 'review' }] as const) {
    const { world, visit } = await opened({ launch });
    await play(world, () => visit.answerAll('exam', 'right'));
    expect(sets(world).filter((set) => set.startsWith('cmi.objectives'))).toEqual([]);
  }
});

/** An LMS whose objectives lack something. */
const without = (pattern: RegExp): Profile => ({
  ...profiles.strict,
  refuses: (name) => (pattern.test(name) ? 401 : 0),
});
const refusing: readonly Fault[] = [{ fn: 'LMSSetValue', element: 'cmi.objectives*', always: true, do: 'false' }];
const throwing: readonly Fault[] = [{ fn: 'any', element: 'cmi.objectives*', always: true, do: 'throw' }];

describe('an LMS that will not have objectives gets all the rest', () => {
  test.each<[string, Partial<WorldOptions>]>([
    ['none at all', { profile: { ...profiles.strict, refuses: optionalElements(401) } }],
    ['no scores', { profile: without(/^cmi\.objectives\.n\.score/) }],
    ['refused', { faults: refusing }],
    ['throwing', { faults: throwing }],
  ])('%s', async (_what, options) => {
    const { world, visit } = await opened(options);
    visit.readAll();
    for (const quiz of ['warm-up', 'mixed', 'exam']) await play(world, () => visit.answerAll(quiz, 'right'));
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
    expect(visit.sign()).toBe('saved');
    expect(world.thrown).toEqual([]);
  });

  test('a row whose id is refused once is written with the next save, without a gap', async () => {
    const { world, visit } = await opened({
      faults: [{ fn: 'LMSSetValue', element: 'cmi.objectives.0.id', nth: 1, do: 'false' }],
    });
    await play(world, () => visit.answerAll('exam', 'right'));
    expect(rows(world)).toEqual([]);
    await play(world, () => visit.answerAll('warm-up', 'right'));
    expect(rows(world).map(([id]) => id)).toEqual(['edges', 'depths', 'basics']);
  });
});

test.each(Object.keys(profiles) as ProfileId[])('%s finds no rule broken', async (profile) => {
  const { world, visit } = await opened({ profile });
  for (const quiz of ['warm-up', 'mixed', 'exam']) await play(world, () => visit.answerAll(quiz, 'right'));
  await visit.close();
  await world.clock.advance(60_000);
  expect(world.lms.violations().map(({ rule }) => rule.id)).toEqual([]);
});

test('after a commit that failed, all of it goes again', async () => {
  const { world, visit } = await opened({ profile: 'moodle' });
  world.lms.offline();
  await play(world, () => visit.answerAll('exam', 'right'));
  expect(rows(world)).toEqual([]);
  world.lms.heal();
  await world.clock.advance(60_000);
  expect(rows(world)).toEqual([
    ['edges', '100', 'passed'],
    ['depths', '100', 'completed'],
  ]);
});
