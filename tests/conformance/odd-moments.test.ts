import { expect, test } from 'vitest';
import type { QuestionData } from '../../src/contract/question-data.ts';
import { createWorld } from './learner-session.ts';
import { exit, opened, passAll, rules } from './lms-facts/with-api.ts';
import { courseWith, multiple, quizOf, single, smallCourse, trueFalse } from './small-course.ts';

test('double clicks and repeating keys count once', async () => {
  const { world, visit } = await opened();
  const right = { type: 'single', choice: 'c1' } as const;
  for (let click = 0; click < 5; click += 1) visit.session.check('warm-up', 'w1', right);
  visit.answerAll('mixed', 'right');
  visit.session.submit('mixed');
  visit.session.submit('mixed');
  visit.session.retry('mixed');
  visit.session.retry('mixed');
  await world.clock.advance(1_000);
  expect(visit.session.quiz('mixed')).toMatchObject({ attempt: 2, phase: 'open' });
  expect(world.record().interactions.map(({ id }) => id)).toEqual(['warm-up_w1', 'mixed_m1', 'mixed_m2', 'mixed_m3']);
});

test('an attempt beyond the last is not to be had', async () => {
  const { world, visit } = await opened();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    visit.answerAll('mixed', 'wrong');
    visit.session.retry('mixed');
  }
  await world.clock.advance(1_000);
  expect(visit.session.quiz('mixed')).toMatchObject({ attempt: 2, phase: 'submitted', canRetry: false });
});

test('going through the pages fast keeps the last one, and one commit is enough', async () => {
  const { world, visit } = await opened();
  for (let turn = 0; turn < 50; turn += 1)
    for (const page of ['second', 'exam', 'first', 'second']) visit.session.open(page);
  await visit.close();
  const again = await world.launch({ machine: world.newMachine() });
  expect(again.model().current).toBe('second');
  expect(world.lms.log.filter(({ fn, launch }) => fn === 'LMSCommit' && launch === 1)).toHaveLength(2);
});

test('what a page sends that means nothing changes nothing', async () => {
  const { world, visit } = await opened();
  visit.answer('mixed', 'm1', 'right');
  await world.clock.advance(1_000);
  const before = world.record().suspendData;
  for (const nonsense of [
    undefined,
    7,
    'c1',
    {},
    { type: 'single' },
    { type: 'single', choice: 'nope' },
    { type: 'true-false', value: true },
  ]) {
    visit.session.draft('mixed', 'm1', nonsense);
    visit.session.check('warm-up', 'w1', nonsense);
  }
  visit.session.draft('nope', 'm1', null);
  visit.session.submit('nope');
  visit.session.open('nope');
  visit.session.place('nope', 0.5);
  visit.session.read('nope');
  await world.clock.advance(40_000);
  expect(world.record().suspendData).toBe(before);
});

const open = (limit: number): QuestionData => ({ id: 'o', type: 'open', points: 0, prompt: 'Why?', limit });
/** One open question whose text is longer than all that SCORM 1.2 keeps. */
const plan = courseWith({ quizzes: [quizOf('plan', 'first', [open(4000), single('b')], { feedback: 'end' })] });
const longText = { type: 'open', text: 'A long plan. '.repeat(300) } as const;

test('a draft for which the LMS has no room is not called saved, and this browser keeps it', async () => {
  const { world, visit } = await opened({ course: plan });
  await world.clock.advance(1_000);
  expect(visit.sign()).toBe('saved');
  const before = visit.signs.length;
  visit.session.draft('plan', 'o', longText);
  visit.answer('plan', 'b', 'right');
  await world.clock.advance(3_000);
  expect(visit.sign()).toBe('local');
  expect(visit.signs.slice(before)).not.toContain('saved');
  await exit(world, visit);
  expect(visit.model()).toMatchObject({ phase: 'ended', save: 'unsaved', journaled: true });
  const again = await world.launch();
  expect(again.shows('plan', 'o')).toEqual(longText);
  again.crash();
  const third = await world.launch();
  expect(third.shows('plan', 'o')).toEqual(longText);
  expect(third.shows('plan', 'b')).not.toBeNull();
  // Handed in, as much as a report holds is in the LMS.
  third.session.submit('plan');
  await world.clock.advance(3_000);
  expect(third.sign()).toBe('saved');
  expect(world.record().interactions.map(({ id }) => id)).toEqual(['plan_o', 'plan_b']);
});

test('where nothing else can keep it either, it is called not saved', async () => {
  const { world, visit } = await opened({ course: plan, storage: 'absent' });
  visit.session.draft('plan', 'o', longText);
  await world.clock.advance(3_000);
  expect(visit.sign()).toBe('unsaved');
});

test('null takes an answer back', async () => {
  const { world, visit } = await opened();
  visit.answer('mixed', 'm1', 'right');
  visit.session.draft('mixed', 'm1', null);
  await visit.close();
  const again = await world.launch({ machine: world.newMachine() });
  expect(again.shows('mixed', 'm1')).toBeNull();
});

test.each([0, 1, -1, -10])(
  'with %i characters to spare, score, status and state arrive, and nothing is refused',
  async (spare) => {
    const full = await opened();
    passAll(full.visit);
    await exit(full.world, full.visit);
    const course = { ...smallCourse, stateLimit: full.world.record().suspendData.length + spare };
    const { world, visit } = await opened({ course });
    passAll(visit);
    await exit(world, visit);
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
    expect(world.record().suspendData.length).toBeLessThanOrEqual(course.stateLimit);
    expect(rules(world)).toEqual([]);
  },
);

test('an immediate quiz whose open questions a new version took out is ended, not stuck', async () => {
  const quiz = (...questions: Parameters<typeof quizOf>[2]) =>
    courseWith({ quizzes: [quizOf('q', 'first', questions)] });
  const { world, visit } = await opened({ course: quiz(single('a'), trueFalse('b')) });
  visit.answer('q', 'a', 'right');
  await exit(world, visit);
  const again = await world.launch({ course: quiz(single('a')) });
  expect(again.session.quiz('q')).toMatchObject({ phase: 'submitted', result: { score: 10_000 } });
});

test('an answer that was judged at once may be changed where a new version judges at the end', async () => {
  const quiz = (feedback: 'immediate' | 'end') =>
    courseWith({ quizzes: [quizOf('q', 'first', [single('a'), single('b')], { feedback })] });
  const { world, visit } = await opened({ course: quiz('immediate') });
  visit.answer('q', 'a', 'wrong');
  await exit(world, visit);
  const again = await world.launch({ course: quiz('end') });
  again.answerAll('q', 'right');
  expect(again.shows('q', 'a')).toEqual({ type: 'single', choice: 'c1' });
  expect(again.session.quiz('q')).toMatchObject({ phase: 'submitted', result: { score: 10_000, right: 2 } });
});

test('an attempt keeps its score when a new version takes out what was wrong in it', async () => {
  const quiz = (...ids: string[]) =>
    courseWith({
      quizzes: [
        quizOf(
          'q',
          'first',
          ids.map((id) => single(id)),
          { feedback: 'end', pass: 80 },
        ),
      ],
    });
  const { world, visit } = await opened({ course: quiz('a', 'b') });
  for (const attempts of [1, 2]) {
    visit.answer('q', 'a', 'right');
    visit.answer('q', 'b', 'wrong');
    visit.session.submit('q');
    await world.clock.advance(1_000);
    const again = await world.launch({ machine: world.newMachine(), course: quiz('a') });
    const result = { score: 5000, best: 5000, passed: false };
    expect(again.session.quiz('q'), `${attempts} attempts`).toMatchObject({ phase: 'submitted', result });
    visit.session.retry('q');
  }
});

test('a shuffled quiz that was left comes back in its order with its answers', async () => {
  const { world, visit } = await opened();
  const order = JSON.stringify(visit.session.quiz('exam')?.questions.map(({ id, order: choices }) => [id, choices]));
  visit.answer('exam', 'e2', 'right');
  expect(JSON.stringify(visit.session.quiz('exam')?.questions.map(({ id, order: choices }) => [id, choices]))).toBe(
    order,
  );
  await visit.close();
  const again = await world.launch({ machine: world.newMachine() });
  expect(JSON.stringify(again.session.quiz('exam')?.questions.map(({ id, order: choices }) => [id, choices]))).toBe(
    order,
  );
  expect(again.shows('exam', 'e2')).not.toBeNull();
});

test('of a drawn quiz answered on two computers, which were not in touch, no answer is lost', async () => {
  const questions = ['a', 'b', 'c', 'd'].map((id) => single(id));
  const course = courseWith({
    quizzes: [quizOf('bank', 'first', questions, { feedback: 'end', draw: [{ count: 3 }] })],
  });
  const world = createWorld({ course });
  const visit = await world.launch();
  visit.show('first');
  const [one = '', two = '', three = ''] = visit.session.quiz('bank')?.questions.map(({ id }) => id) ?? [];
  visit.answer('bank', one, 'right');
  await world.clock.advance(1_000);
  // From here on only this computer knows, and it has gone on for longer than the other will.
  world.lms.offline();
  for (const how of ['wrong', 'right', 'wrong', 'right'] as const) visit.answer('bank', two, how);
  await world.clock.advance(1_000);
  visit.crash();
  world.lms.heal();
  const other = await world.launch({ machine: world.newMachine(), lms: {} });
  other.show('first');
  other.answer('bank', three, 'right');
  await world.clock.advance(1_000);
  await other.close();
  const again = await world.launch({ lms: {} });
  for (const id of [one, two, three]) expect(again.shows('bank', id)).toEqual({ type: 'single', choice: 'c1' });
});

test('an answer checked while offline is reported although another computer went on for longer', async () => {
  const course = courseWith({ quizzes: [quizOf('q', 'first', [single('a'), single('b')])] });
  const world = createWorld({ course });
  const visit = await world.launch();
  world.lms.offline();
  visit.answer('q', 'a', 'right');
  await world.clock.advance(1_000);
  visit.crash();
  world.lms.heal();
  const other = await world.launch({ machine: world.newMachine(), lms: {} });
  for (const page of ['second', 'exam', 'first', 'second']) other.session.open(page);
  await other.close();
  const again = await world.launch({ lms: {} });
  await again.close();
  expect(world.record().interactions.map(({ id }) => id)).toEqual(['q_a']);
});

test('an answer that was taken back stays so', async () => {
  const course = courseWith({ quizzes: [quizOf('bank', 'first', [multiple('a')], { feedback: 'end' })] });
  const world = createWorld({ course });
  const visit = await world.launch();
  visit.answer('bank', 'a', 'right');
  await world.clock.advance(1_000);
  await visit.close();
  const second = await world.launch({ lms: {} });
  world.lms.offline();
  second.session.draft('bank', 'a', null);
  second.crash();
  world.lms.heal();
  expect((await world.launch({ lms: {} })).shows('bank', 'a')).toBe(null);
});
