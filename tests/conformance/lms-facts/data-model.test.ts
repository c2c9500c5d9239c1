import { describe, expect, test } from 'vitest';
import type { ProfileId } from '../../../src/simulator/profile.ts';
import { profiles } from '../../../src/simulator/profiles/index.ts';
import { optionalElements } from '../../../src/simulator/profiles/optional-elements.ts';
import { courseWith, multiple, quizOf, single, trueFalse } from '../small-course.ts';
import { exit, opened, passAll, rules, withRules, written } from './with-api.ts';

const quizWith = (...questions: Parameters<typeof quizOf>[2]) =>
  courseWith({ quizzes: [quizOf('q', 'first', questions)] });

describe('only what every LMS takes is written', () => {
  test.each(Object.keys(profiles) as ProfileId[])(
    '%s refuses nothing but what it leaves out, and finds no rule broken',
    async (profile) => {
      const { world, visit } = await opened({ profile });
      passAll(visit);
      await exit(world, visit);
      expect(rules(world)).toEqual([]);
      expect(world.lms.log.filter(({ fn, error }) => fn === 'LMSSetValue' && ![0, 201, 401].includes(error))).toEqual(
        [],
      );
    },
  );
  test('lesson_location is cut at 255 characters', async () => {
    const long = 'p'.repeat(300);
    const course = courseWith({});
    const { world } = await opened({
      course: { ...course, pages: course.pages.map((page, index) => (index === 0 ? { ...page, id: long } : page)) },
    });
    expect(world.record().location).toBe('p'.repeat(255));
  });
  test('suspend_data has at most 4,096 characters and the state’s own alphabet', async () => {
    const { world, visit } = await opened();
    passAll(visit);
    await exit(world, visit);
    for (const state of written(world, 'cmi.suspend_data')) expect(state).toMatch(/^[\w.~-]{1,4096}$/);
  });
  test('scores are plain decimals with a leading digit, min 0 and max 100, never ""', async () => {
    const { world, visit } = await opened();
    visit.answerAll('warm-up', 'right');
    visit.answerAll('mixed', 'wrong');
    await world.clock.advance(1_000);
    expect(written(world, 'cmi.core.score.raw')).toEqual(['33.33']);
    expect(written(world, 'cmi.core.score.min')).toEqual(['0']);
    expect(written(world, 'cmi.core.score.max')).toEqual(['100']);
  });
  test('no score is written before there is one', async () => {
    const { world, visit } = await opened();
    visit.answer('mixed', 'm1', 'right');
    await world.clock.advance(1_000);
    expect(written(world, 'cmi.core.score.raw')).toEqual([]);
  });
  test('the status is incomplete, then passed; exit is suspend', async () => {
    const { world, visit } = await opened();
    passAll(visit);
    await exit(world, visit);
    expect(new Set(written(world, 'cmi.core.lesson_status'))).toEqual(new Set(['incomplete', 'passed']));
    expect(new Set(written(world, 'cmi.core.exit'))).toEqual(new Set(['suspend']));
  });
  test('session_time and latency have two digits of centiseconds', async () => {
    const { world, visit } = await opened();
    visit.session.quiz('warm-up');
    await world.clock.advance(1_050);
    visit.answer('warm-up', 'w1', 'right');
    await world.clock.advance(1_000);
    expect(world.record().interactions[0]?.latency).toBe('0000:00:01.05');
    for (const time of written(world, 'cmi.core.session_time')) expect(time).toMatch(/^\d{4}:\d\d:\d\d\.\d\d$/);
  });
});

describe('interactions', () => {
  test('are reported with key, response, result, weighting and time', async () => {
    const { world, visit } = await opened({ course: quizWith(single('a'), multiple('b'), trueFalse('c')) });
    visit.answer('q', 'a', 'wrong');
    visit.answer('q', 'b', 'right');
    visit.answer('q', 'c', { type: 'true-false', value: false });
    await world.clock.advance(1_000);
    expect(world.record().interactions).toMatchObject([
      { id: 'q_a', type: 'choice', correctResponses: ['b'], studentResponse: 'a', result: 'wrong', weighting: '1' },
      {
        id: 'q_b',
        type: 'choice',
        correctResponses: ['a,b'],
        studentResponse: 'a,b',
        result: 'correct',
        weighting: '2',
      },
      { id: 'q_c', type: 'true-false', correctResponses: ['t'], studentResponse: 'f', result: 'wrong', weighting: '1' },
    ]);
    for (const { time } of world.record().interactions) expect(time).toMatch(/^\d\d:\d\d:\d\d$/);
  });
  test('of more than 36 options are graded, their response is not reported', async () => {
    const { world, visit } = await opened({ course: quizWith(single('a', 36), single('b', 37)) });
    visit.answerAll('q', 'right');
    await world.clock.advance(1_000);
    expect(world.record().interactions).toMatchObject([
      { studentResponse: 'b', result: 'correct' },
      { studentResponse: '', correctResponses: [], result: 'correct' },
    ]);
    expect(visit.session.quiz('q')?.result?.score).toBe(10_000);
  });
  test('count on from _count at the next launch, without gaps and without overwriting', async () => {
    const { world, visit } = await opened();
    visit.answer('warm-up', 'w1', 'right');
    await exit(world, visit);
    const again = await world.launch();
    again.answer('warm-up', 'w2', 'right');
    await world.clock.advance(1_000);
    expect(world.record().interactions.map(({ id }) => id)).toEqual(['warm-up_w1', 'warm-up_w2']);
    expect(rules(world)).toEqual([]);
  });
  test('never write a pattern twice, for Chamilo appends', async () => {
    const { world, visit } = await opened({ profile: 'chamilo' });
    world.lms.offline();
    visit.answer('warm-up', 'w1', 'right');
    await world.clock.advance(10_000);
    world.lms.heal();
    await world.clock.advance(5_000);
    expect(visit.sign()).toBe('saved');
    expect(world.record().interactions[0]?.correctResponses).toEqual(['b']);
  });
  test('one that is refused leaves no gap and does not stop the next', async () => {
    const { world, visit } = await opened();
    world.lms.fail({ fn: 'LMSSetValue', element: 'cmi.interactions.0.id', nth: 1, do: 'false' });
    visit.answer('warm-up', 'w1', 'right');
    await world.clock.advance(1_000);
    visit.answer('warm-up', 'w2', 'right');
    await world.clock.advance(1_000);
    expect(world.record().interactions.map(({ id }) => id)).toEqual(['warm-up_w1', 'warm-up_w2']);
    expect(rules(world)).toEqual([]);
  });
});

describe('optional elements', () => {
  test.each([201, 401, 403] as const)('refused with %i stop nothing: score, status and state arrive', async (code) => {
    const refuses = (pattern: string) => (optionalElements(401)(pattern) === 0 ? 0 : code);
    const { world, visit } = await opened({ profile: { ...profiles.strict, refuses } });
    passAll(visit);
    await world.clock.advance(1_000);
    expect(visit.sign()).toBe('saved');
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
    expect(world.record().interactions).toEqual([]);
  });
  test.each([
    'cmi.core.score.min',
    'cmi.core.score.max',
    'cmi.core.lesson_location',
    'cmi.core.exit',
    'cmi.core.session_time',
    'cmi.interactions*',
  ])('%s that throws stops nothing', async (element) => {
    const { world, visit } = await opened({ faults: [{ fn: 'LMSSetValue', element, do: 'throw', always: true }] });
    passAll(visit);
    await world.clock.advance(1_000);
    expect(visit.sign()).toBe('saved');
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
  });
  test.each(['cmi.suspend_data', 'cmi.core.lesson_status', 'cmi.core.score.raw'])(
    '%s refused shows "not saved" until it is taken',
    async (element) => {
      const { world, visit } = await opened();
      world.lms.fail({ fn: 'LMSSetValue', element, do: 'false', always: true });
      passAll(visit);
      await world.clock.advance(2_000);
      expect(visit.sign()).toBe('unsaved');
      await world.clock.advance(60_000);
      expect(visit.sign()).toBe('unsaved');
      world.lms.heal();
      await world.clock.advance(5_000);
      expect(visit.sign()).toBe('saved');
      expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
    },
  );
  test('a final status waits for its score, unless the LMS will never take scores', async () => {
    const { world, visit } = await opened({ profile: 'open-edx' });
    world.lms.fail({ fn: 'LMSSetValue', element: 'cmi.core.score.raw', do: 'false', to: 2 });
    passAll(visit);
    await world.clock.advance(10_000);
    expect(world.record().grades.map(({ grade }) => grade)).toEqual([1]);
    const never = await opened({
      faults: [{ fn: 'LMSSetValue', element: 'cmi.core.score.raw', do: 'false', errorCode: 401, always: true }],
    });
    passAll(never.visit);
    await never.world.clock.advance(1_000);
    expect(never.world.record().status).toBe('passed');
  });
});

test('a course that reports failed writes only legal values too', async () => {
  const course = withRules(courseWith({ quizzes: [quizOf('q', 'first', [single('a')], { attempts: 1, pass: 75 })] }), {
    report: 'passed-failed',
    completion: 'quizzes',
  });
  const { world, visit } = await opened({ course });
  visit.answer('q', 'a', 'wrong');
  await exit(world, visit);
  expect(world.record()).toMatchObject({ status: 'failed', score: { raw: '0' } });
  expect(rules(world)).toEqual([]);
});
