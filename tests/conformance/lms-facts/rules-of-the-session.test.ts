import { describe, expect, test } from 'vitest';
import type { ProfileId } from '../../../src/simulator/profile.ts';
import { profiles } from '../../../src/simulator/profiles/index.ts';
import type { Scorm12Api } from '../../../src/simulator/strict-lms.ts';
import { createWorld, type World } from '../learner-session.ts';
import { courseWith, quizOf, single, smallCourse } from '../small-course.ts';
import { newerState } from '../state-texts.ts';
import { calls, exit, opened, passAll, rules, withRules, written } from './with-api.ts';

const reading = (changes: Readonly<Record<string, (value: string) => string>>) => (api: Scorm12Api) => {
  const window: Record<string, unknown> = { opener: null };
  const LMSGetValue: Scorm12Api['LMSGetValue'] = (name) =>
    changes[String(name)]?.(String(api.LMSGetValue(name))) ?? api.LMSGetValue(name);
  return Object.assign(window, { API: { ...api, LMSGetValue }, parent: window, top: window });
};
const finalCommit = (world: Parameters<typeof calls>[0]) => calls(world, 'LMSCommit').length;

describe('1: state is the truth, LMS values are hints', () => {
  test.each(['passed', 'completed'])('an empty state, but %s: the status stays', async (status) => {
    const { world, visit } = await opened({ stored: { 'cmi.core.lesson_status': status, 'cmi.core.score.raw': '90' } });
    expect(visit.model().result).toMatchObject({ status, score: 9_000 });
    visit.answerAll('exam', 'wrong');
    await exit(world, visit);
    expect(world.record()).toMatchObject({ status, score: { raw: '90' } });
    expect(rules(world)).toEqual([]);
  });
  test('a pass that only the LMS knows of is shown in review too', async () => {
    const stored = { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '90' };
    const { visit } = await opened({ stored }, { lms: { mode: 'review' } });
    expect(visit.model().result).toMatchObject({ status: 'passed', score: 9_000 });
  });
  test('what the LMS has lower is written again', async () => {
    const { world, visit } = await opened();
    passAll(visit);
    await exit(world, visit);
    const second = await world.launch({
      window: reading({ 'cmi.core.lesson_status': () => '', 'cmi.core.score.raw': () => '' }),
      machine: world.newMachine(),
    });
    expect(second.model().result).toMatchObject({ status: 'passed', score: 10_000 });
    expect(written(world, 'cmi.core.lesson_status').at(-1)).toBe('passed');
    expect(written(world, 'cmi.core.score.raw').at(-1)).toBe('100');
  });
  test('a worse result later lowers nothing', async () => {
    const { world, visit } = await opened();
    passAll(visit);
    await world.clock.advance(1_000);
    visit.session.retry('exam');
    visit.answerAll('exam', 'wrong');
    await exit(world, visit);
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
    expect(rules(world)).toEqual([]);
  });
});

test('2: entry is not relied on', async () => {
  for (const entry of ['', 'ab-initio', 'resume', 'nonsense']) {
    const { world, visit } = await opened();
    visit.answer('warm-up', 'w1', 'right');
    await exit(world, visit);
    const second = await world.launch({
      window: reading({ 'cmi.core.entry': () => entry }),
      machine: world.newMachine(),
    });
    expect(second.shows('warm-up', 'w1')).not.toBeNull();
  }
});

describe('3: mode and credit', () => {
  test.each(['review', 'browse'] as const)('in %s nothing at all is written, only finished', async (mode) => {
    const { world, visit } = await opened();
    visit.answerAll('exam', 'right');
    await exit(world, visit);
    const second = await world.launch({ lms: { mode } });
    expect(second.model()).toMatchObject({ phase: 'running', save: 'review', notice: 'notice.review' });
    expect(second.session.quiz('exam')).toMatchObject({ readOnly: true, phase: 'submitted' });
    const before = world.record();
    passAll(second);
    second.session.place('first', 0.4);
    second.session.open('second');
    second.session.retry('exam');
    await world.clock.advance(60_000);
    await exit(world, second);
    const own = world.lms.log.filter(({ launch }) => launch === 2).map(({ fn }) => fn);
    expect(own).not.toContain('LMSSetValue');
    expect(own).not.toContain('LMSCommit');
    expect(own.at(-1)).toBe('LMSFinish');
    expect(world.record()).toMatchObject({
      suspendData: before.suspendData,
      status: before.status,
      score: before.score,
    });
    expect(rules(world)).toEqual([]);
  });
  test('with no-credit neither score nor status are written, the state is', async () => {
    const { world, visit } = await opened({ launch: { credit: 'no-credit' } });
    passAll(visit);
    await exit(world, visit);
    expect(written(world, 'cmi.core.lesson_status')).toEqual([]);
    expect(written(world, 'cmi.core.score.raw')).toEqual([]);
    expect(world.record().suspendData).not.toBe('');
    expect(rules(world)).toEqual([]);
  });
  test('an empty mode means normal', async () => {
    const { world, visit } = await opened({}, { window: reading({ 'cmi.core.lesson_mode': () => '' }) });
    passAll(visit);
    await exit(world, visit);
    expect(world.record().status).toBe('passed');
  });
});

describe('4: failed', () => {
  const exam = (attempts: number) =>
    courseWith({ quizzes: [quizOf('q', 'first', [single('a')], { attempts, pass: 75 })] });
  const statuses = async (
    report: 'passed-incomplete' | 'passed-failed' | 'completed-incomplete' | 'completed-failed',
    attempts: number,
    tries: number,
  ) => {
    const { world, visit } = await opened({ course: withRules(exam(attempts), { report, completion: 'quizzes' }) });
    const seen: string[] = [];
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      visit.answer('q', 'a', 'wrong');
      await world.clock.advance(1_000);
      seen.push(world.record().status);
      visit.session.retry('q');
      await world.clock.advance(1_000);
    }
    return seen;
  };
  test('comes only with the last submitted attempt', async () => {
    expect(await statuses('passed-failed', 3, 3)).toEqual(['incomplete', 'incomplete', 'failed']);
    expect(await statuses('completed-failed', 2, 2)).toEqual(['incomplete', 'failed']);
  });
  test('never comes while attempts are without end', async () => {
    expect(await statuses('passed-failed', 0, 4)).toEqual(['incomplete', 'incomplete', 'incomplete', 'incomplete']);
  });
  test('never comes where the course does not ask for it', async () => {
    expect(await statuses('passed-incomplete', 1, 1)).toEqual(['incomplete']);
    expect(await statuses('completed-incomplete', 1, 1)).toEqual(['completed']);
  });
});

describe('5: right after initialize', () => {
  test.each(Object.keys(profiles) as ProfileId[])(
    '%s: incomplete and suspend are committed at once',
    async (profile) => {
      const { world, visit } = await opened({ profile }, { waitMs: 300 });
      await world.clock.settle();
      expect(calls(world, 'LMSCommit')[0]?.at).toBe(300);
      expect(written(world, 'cmi.core.lesson_status')).toEqual(['incomplete']);
      expect(written(world, 'cmi.core.exit')).toEqual(['suspend']);
      await visit.close();
      expect(world.record().status).toBe('incomplete');
    },
  );
  test('suspend stays after completion', async () => {
    const { world, visit } = await opened({ profile: 'rustici' });
    passAll(visit);
    await exit(world, visit);
    expect(world.record().exit).toBe('suspend');
    const second = await world.launch({ machine: world.newMachine() });
    expect(second.shows('exam', 'e1')).not.toBeNull();
  });
});

test('6: the score stands before the status in the same commit, so that Open edX publishes it', async () => {
  const { world, visit } = await opened({ profile: 'open-edx' });
  passAll(visit);
  await exit(world, visit);
  const order = world.lms.log
    .filter(({ fn, args }) => fn === 'LMSSetValue' && /lesson_status|score.raw/.test(String(args[0])))
    .map(({ args }) => args[1]);
  expect(order.slice(-2)).toEqual(['100', 'passed']);
  expect(world.record().grades.map(({ grade }) => grade)).toEqual([1]);
});

describe('7: the mastery score', () => {
  test.each([
    [true, 90, 'incomplete'],
    [true, 60, 'passed'],
    [false, 90, 'passed'],
    [false, 60, 'passed'],
  ])('lmsMastery %s and %i in the LMS: a score of 80 is %s', async (lmsMastery, mastery, status) => {
    const questions = [1, 2, 3, 4, 5].map((n) => single(`s${n}`));
    const course = withRules(courseWith({ quizzes: [quizOf('q', 'first', questions, { feedback: 'end' })] }), {
      lmsMastery,
      completion: 'quizzes',
    });
    const { world, visit } = await opened({ course, launch: { masteryScore: String(mastery) } });
    for (const { id } of questions) visit.answer('q', id, id === 's1' ? 'wrong' : 'right');
    visit.session.submit('q');
    await world.clock.advance(1_000);
    expect(world.record()).toMatchObject({ status, score: { raw: '80' } });
  });
});

describe('8: when it commits', () => {
  test('after the start, within 1 s of each answer, and when a page is read', async () => {
    const { world, visit } = await opened();
    expect(finalCommit(world)).toBe(1);
    for (const act of [
      () => visit.answer('warm-up', 'w1', 'right'),
      () => visit.answer('mixed', 'm1', 'right'),
      () => visit.session.read('first'),
      () => visit.session.submit('mixed'),
      () => visit.session.retry('mixed'),
    ]) {
      const before = finalCommit(world);
      act();
      await world.clock.advance(1_000);
      expect(finalCommit(world)).toBe(before + 1);
    }
  });
  test('answers in quick succession share a commit', async () => {
    const { world, visit } = await opened();
    visit.answerAll('mixed', 'right');
    await world.clock.advance(1_000);
    expect(finalCommit(world)).toBe(2);
  });
  test('at once when the tab is hidden, even while an earlier commit waits for its probe', async () => {
    const { world, visit } = await opened();
    visit.session.place('first', 0.5);
    visit.hide();
    expect(finalCommit(world)).toBe(2);
    visit.answer('warm-up', 'w1', 'right');
    visit.hide();
    expect(finalCommit(world)).toBe(3);
    await world.clock.advance(1_000);
    expect(visit.sign()).toBe('saved');
  });
  test('not when nothing is unsaved', async () => {
    const { world, visit } = await opened();
    visit.hide();
    await world.clock.advance(120_000);
    expect(finalCommit(world)).toBe(1);
  });
  test('a place on a page within 30 s, without a flicker of the sign', async () => {
    const { world, visit } = await opened();
    const shown = visit.signs.length;
    for (let step = 1; step < 6; step += 1) {
      visit.session.place('first', step / 10);
      await world.clock.advance(5_000);
    }
    expect(finalCommit(world)).toBe(1);
    await world.clock.advance(5_000);
    expect(finalCommit(world)).toBe(2);
    expect(visit.signs.length).toBe(shown);
    const second = await world.launch({ machine: world.newMachine() });
    expect(second.session.placeOn('first')).toBeCloseTo(0.5, 2);
  });
  test('session_time is this session’s total, goes with every commit and never back, whatever the wall clock does', async () => {
    const { world, visit } = await opened();
    for (const turn of [0, 86_400_000, -172_800_000]) {
      world.clock.turn(turn);
      visit.session.place('first', Math.abs(turn % 7) / 10 + 0.1);
      await world.clock.advance(45_000);
    }
    await exit(world, visit);
    const times = written(world, 'cmi.core.session_time').map(String);
    expect(times.length).toBeGreaterThanOrEqual(finalCommit(world));
    expect(times).toEqual(times.toSorted());
    expect(times.at(-1)).toBe('0000:02:15.40');
    expect(world.record().totalTime).toBe('0000:02:15.40');
    expect(rules(world)).toEqual([]);
  });
});

describe('9: a commit’s "true" is not "stored"', () => {
  test('Rustici stores on a timer: what a crash costs there comes back from the journal, also in the report', async () => {
    const { world, visit } = await opened({ profile: 'rustici' });
    await world.clock.advance(15_000);
    visit.answer('warm-up', 'w1', 'right');
    await world.clock.advance(1_000);
    expect(visit.sign()).toBe('saved');
    visit.crash();
    expect(world.record().interactions).toEqual([]);
    const second = await world.launch();
    expect(second.shows('warm-up', 'w1')).not.toBeNull();
    await exit(world, second);
    expect(world.record().interactions.map(({ id }) => id)).toEqual(['warm-up_w1']);
    const third = await world.launch({ machine: world.newMachine() });
    expect(third.shows('warm-up', 'w1')).not.toBeNull();
  });
  test('an LMS that lost what it called stored is not believed again: the sign says "kept in this browser"', async () => {
    const { world, visit } = await opened();
    world.lms.fail({ fn: 'LMSCommit', do: 'lie', always: true });
    visit.answer('warm-up', 'w1', 'right');
    await world.clock.advance(1_000);
    expect(visit.sign()).toBe('saved');
    visit.crash();
    world.lms.heal();
    const second = await world.launch();
    second.answer('warm-up', 'w2', 'right');
    await world.clock.advance(1_000);
    expect(second.sign()).toBe('local');
    expect(second.signs).not.toContain('saved');
    await exit(world, second);
    // It kept what it said this time: it has earned trust again.
    const third = await world.launch();
    await world.clock.advance(1_000);
    expect(third.sign()).toBe('saved');
    expect(world.record().interactions.map(({ id }) => id)).toEqual(['warm-up_w1', 'warm-up_w2']);
  });
  test.each(['moodle', 'moodle-standard'] as const)(
    '%s: after failed commits pass, score, state and answers reach the record within the session',
    async (profile) => {
      const { world, visit } = await opened({ profile });
      visit.answerAll('warm-up', 'right');
      await world.clock.advance(1_000);
      const before = Number(world.record().score.raw);
      const states: string[] = [];
      world.lms.fail({ fn: 'LMSCommit', do: 'false', always: true });
      visit.readAll();
      visit.answerAll('mixed', 'right');
      visit.answerAll('exam', 'right');
      await world.clock.advance(30_000);
      expect(visit.sign()).toBe('unsaved');
      expect(Number(world.record().score.raw)).toBe(before);
      world.lms.heal();
      for (let waited = 0; waited < 5_000; waited += 50) {
        await world.clock.advance(50);
        states.push(`${world.record().status} ${Number(world.record().score.raw) >= before}`);
      }
      expect(new Set(states)).toEqual(new Set(['incomplete true', 'passed true']));
      expect(visit.sign()).toBe('saved');
      expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
      expect(
        world
          .record()
          .interactions.map(({ id, type, result, studentResponse }) => `${id} ${type} ${result} ${studentResponse}`),
      ).toEqual([
        'warm-up_w1 choice correct b',
        'warm-up_w2 true-false correct t',
        'mixed_m1 choice correct b',
        'mixed_m2 choice correct a,b',
        'mixed_m3 true-false correct t',
        'exam_e1 choice correct b',
        'exam_e2 choice correct b',
        'exam_e3 true-false correct t',
        'exam_e4 choice correct a,b',
      ]);
      const second = await world.launch({ machine: world.newMachine() });
      expect(second.shows('exam', 'e4')).not.toBeNull();
    },
  );
  test('a pass and a score that the LMS stored, though it said it did not, stay as near as another value can be', async () => {
    const stored: string[] = [];
    const world: World = createWorld({
      course: smallCourse,
      profile: 'moodle',
      onCall: ({ fn }) => {
        const { status, score } = world.record();
        if (fn === 'LMSCommit' && stored.at(-1) !== `${status} ${score.raw}`) stored.push(`${status} ${score.raw}`);
      },
    });
    const visit = await world.launch();
    visit.readAll();
    visit.answerAll('warm-up', 'right');
    visit.answerAll('mixed', 'right');
    await world.clock.advance(1_000);
    world.lms.fail({ fn: 'LMSCommit', nth: 1, do: 'deny' });
    visit.answerAll('exam', 'right');
    await world.clock.advance(5_000);
    expect(stored.slice(-3)).toEqual(['passed 100', 'completed 99.999', 'passed 100']);
    expect(visit.sign()).toBe('saved');
  });
  test('what was set in place of a value does not stay while commits fail', async () => {
    const { world, visit } = await opened({ profile: 'open-edx' });
    world.lms.fail({ fn: 'LMSCommit', do: 'false', always: true });
    passAll(visit);
    await world.clock.advance(10_000);
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
  });
  test('a dead session behind an LMS that says true is found by the probe, and everything goes again', async () => {
    const { world, visit } = await opened({ profile: 'chamilo', storage: 'absent' });
    world.lms.expireSession();
    passAll(visit);
    await world.clock.advance(2_000);
    expect(visit.model()).toMatchObject({ save: 'unsaved', notice: 'notice.unsavedOnly' });
    world.lms.heal();
    await world.clock.advance(5_000);
    expect(visit.sign()).toBe('saved');
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
    expect(world.record().interactions).toHaveLength(9);
  });
});

describe('10: leaving the page', () => {
  test('for good: last values, commit, finish once, all within the event', async () => {
    const { world, visit } = await opened();
    visit.answer('warm-up', 'w1', 'right');
    world.lms.leave();
    visit.session.leave(true);
    expect(world.lms.log.slice(-2).map(({ fn }) => fn)).toEqual(['LMSCommit', 'LMSFinish']);
    expect(world.record().interactions).toHaveLength(1);
    expect(rules(world)).toEqual([]);
  });
  test('into the back/forward cache: commits, pauses, and goes on when it is back', async () => {
    const { world, visit } = await opened();
    visit.answer('warm-up', 'w1', 'right');
    visit.session.leave(false);
    expect(world.record().interactions).toHaveLength(1);
    const before = world.lms.log.length;
    await world.clock.advance(600_000);
    expect(world.lms.log.length).toBe(before);
    const back = visit.session.comeBack();
    await world.clock.advance(400);
    await back;
    visit.answer('warm-up', 'w2', 'right');
    await world.clock.advance(1_000);
    expect(visit.model()).toMatchObject({ phase: 'running', save: 'saved' });
    expect(world.record().interactions).toHaveLength(2);
    expect(calls(world, 'LMSInitialize')).toHaveLength(1);
    expect(rules(world)).toEqual([]);
  });
  test('back to a course that another tab has now: it stands aside and writes nothing', async () => {
    const { world, visit } = await opened();
    visit.session.leave(false);
    // A sleeping page does not answer.
    const own = [...visit.machine.channels];
    visit.machine.channels.clear();
    await world.launch({ sameLaunch: true });
    for (const channel of own) visit.machine.channels.add(channel);
    const before = world.lms.log.length;
    const back = visit.session.comeBack();
    await world.clock.advance(400);
    await back;
    visit.answer('warm-up', 'w1', 'right');
    visit.session.leave(true);
    expect(visit.model().phase).toBe('second');
    expect(world.lms.log.length).toBe(before);
  });
  test('what is sent while leaving stays under 64 KiB, and what did not fit is reported at the next launch', async () => {
    const questions = Array.from({ length: 120 }, (_, index) => single(`question-number-${index}`, 36));
    const course = courseWith({ quizzes: [quizOf('q', 'first', questions, { feedback: 'end' })] });
    const { world, visit } = await opened({ course, profile: 'moodle' });
    world.lms.fail({ fn: 'LMSCommit', do: 'false', always: true });
    visit.answerAll('q', 'right');
    await world.clock.advance(3_000);
    world.lms.heal();
    const before = world.lms.log.length;
    await visit.close();
    const sent = world.lms.log.slice(before).filter(({ fn }) => fn === 'LMSSetValue');
    expect(sent.reduce((sum, { args }) => sum + encodeURIComponent(args.join('=')).length + 1, 0)).toBeLessThan(65_536);
    const second = await world.launch();
    await exit(world, second);
    const reported = new Set(world.record().interactions.map(({ id }) => id));
    expect(reported.size).toBe(120);
    expect(world.record().suspendData).not.toBe('');
  });
});

describe('11: exit', () => {
  test('commits, finishes, and says so', async () => {
    const { world, visit } = await opened();
    visit.answer('warm-up', 'w1', 'right');
    await exit(world, visit);
    expect(visit.model()).toMatchObject({ phase: 'ended', save: 'saved' });
    expect(world.record().interactions).toHaveLength(1);
  });
  test('says so when the last changes could not be sent but are kept here', async () => {
    const { world, visit } = await opened();
    world.lms.fail({ fn: 'LMSCommit', do: 'false', always: true });
    visit.answer('warm-up', 'w1', 'right');
    await exit(world, visit);
    expect(visit.model()).toMatchObject({ phase: 'ended', save: 'unsaved', journaled: true });
  });
  test('does not end while answers are nowhere kept', async () => {
    const { world, visit } = await opened({ storage: 'throwing' });
    world.lms.offline();
    visit.answer('warm-up', 'w1', 'right');
    await exit(world, visit);
    expect(visit.model()).toMatchObject({ phase: 'running', save: 'unsaved', notice: 'notice.unsavedOnly' });
    world.lms.heal();
    await world.clock.advance(5_000);
    await exit(world, visit);
    expect(visit.model()).toMatchObject({ phase: 'ended', save: 'saved' });
  });
});

describe('12: session expired or offline', () => {
  test.each(['false', 'html', 'offline'] as const)(
    '%s: "not saved" within 2 s, retries 1–30 s apart without end, saved within 5 s of healing',
    async (how) => {
      const { world, visit } = await opened();
      if (how === 'offline') world.lms.offline();
      else world.lms.expireSession(how);
      visit.answer('warm-up', 'w1', 'right');
      await world.clock.advance(2_000);
      expect(visit.model()).toMatchObject({ save: 'unsaved', notice: 'notice.unsaved' });
      const from = calls(world, 'LMSCommit').length;
      await world.clock.advance(3_600_000);
      expect(visit.sign()).toBe('unsaved');
      const at = calls(world, 'LMSCommit')
        .slice(from)
        .map((call) => call.at);
      const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000);
      world.lms.heal();
      await world.clock.advance(5_000);
      expect(visit.sign()).toBe('saved');
      expect(world.record().interactions).toHaveLength(1);
    },
  );
  test('a commit that blocks the page for seconds is retried less often', async () => {
    const world = createWorld({ course: smallCourse });
    const slow = (api: Scorm12Api) => {
      const window: Record<string, unknown> = { opener: null };
      const LMSCommit: Scorm12Api['LMSCommit'] = (argument) => {
        void world.clock.skip(2_000);
        return api.LMSCommit(argument);
      };
      return Object.assign(window, { API: { ...api, LMSCommit }, parent: window, top: window });
    };
    const visit = await world.launch({ window: slow });
    world.lms.fail({ fn: 'LMSCommit', do: 'false', always: true });
    visit.answer('warm-up', 'w1', 'right');
    await world.clock.advance(20_000);
    const from = calls(world, 'LMSCommit').length;
    await world.clock.advance(220_000);
    expect(calls(world, 'LMSCommit').length - from).toBeLessThanOrEqual(11);
  });
  test('the journal is replayed at the next launch when it is newer', async () => {
    const { world, visit } = await opened();
    world.lms.offline();
    passAll(visit);
    await world.clock.advance(2_000);
    visit.crash();
    world.lms.heal();
    expect(world.record().status).toBe('incomplete');
    const second = await world.launch();
    expect(second.model().result).toMatchObject({ status: 'passed', score: 10_000 });
    await world.clock.advance(1_000);
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
    expect(world.record().interactions).toHaveLength(9);
  });
  test('the journal is not replayed over a newer state from another machine; answers of both stay', async () => {
    const { world, visit } = await opened();
    visit.answer('mixed', 'm1', 'right');
    await world.clock.advance(1_000);
    world.lms.offline();
    visit.answer('mixed', 'm2', 'right');
    visit.crash();
    world.lms.heal();
    const away = await world.launch({ machine: world.newMachine() });
    expect(away.shows('mixed', 'm2')).toBeNull();
    for (const id of ['w1', 'w2']) away.answer('warm-up', id, 'right');
    away.answer('mixed', 'm3', 'right');
    away.answer('mixed', 'm1', 'wrong');
    await exit(world, away);
    const home = await world.launch();
    expect(home.shows('mixed', 'm1')).toEqual({ type: 'single', choice: 'c0' });
    for (const id of ['m2', 'm3']) expect(home.shows('mixed', id)).not.toBeNull();
    expect(home.session.quiz('warm-up')?.phase).toBe('submitted');
  });
  test('another learner at the same computer gets nothing of it, nor another course, nor another place', async () => {
    const { world, visit } = await opened();
    passAll(visit);
    await exit(world, visit);
    const stranger = createWorld({ course: smallCourse, learner: { id: 'learner-2', name: 'Roe, Richard' } });
    const theirs = await stranger.launch({ machine: world.home });
    expect(theirs.model().result.status).toBe('incomplete');
    const other = createWorld({ course: { ...smallCourse, id: 'other' } });
    expect((await other.launch({ machine: world.home })).model().result.status).toBe('incomplete');
    const elsewhere = createWorld({ course: smallCourse });
    expect((await elsewhere.launch({ machine: world.home, path: '/content/2/' })).model().result.status).toBe(
      'incomplete',
    );
  });
  test('a new version of the package in Moodle, which changes its path, finds the journal', async () => {
    const { world, visit } = await opened({}, { path: '/pluginfile.php/44/mod_scorm/content/3/' });
    world.lms.offline();
    visit.answer('warm-up', 'w1', 'right');
    visit.crash();
    world.lms.heal();
    const second = await world.launch({ path: '/pluginfile.php/44/mod_scorm/content/4/' });
    expect(second.shows('warm-up', 'w1')).not.toBeNull();
  });
  test('a new attempt in the LMS starts afresh, also in the browser of the old one', async () => {
    const { world, visit } = await opened();
    passAll(visit);
    await exit(world, visit);
    const fresh = createWorld({ course: smallCourse });
    const again = await fresh.launch({ machine: world.home });
    expect(again.model().result).toMatchObject({ status: 'incomplete', score: null });
    expect(again.shows('exam', 'e1')).toBeNull();
    again.answer('warm-up', 'w1', 'right');
    await exit(fresh, again);
    expect((await fresh.launch({ machine: world.home })).shows('warm-up', 'w1')).not.toBeNull();
  });
  test('a trainer who deletes an attempt in which nothing is to be won any more gives the learner new ones', async () => {
    const { world, visit } = await opened();
    visit.readAll();
    for (const quiz of ['warm-up', 'mixed', 'mixed', 'exam', 'exam', 'exam']) {
      visit.session.retry(quiz);
      visit.answerAll(quiz, 'wrong');
    }
    await exit(world, visit);
    expect(world.record().status).toBe('incomplete');
    const fresh = createWorld({ course: smallCourse });
    const again = await fresh.launch({ machine: world.home });
    expect(again.session.quiz('exam')).toMatchObject({ attempt: 1, phase: 'open' });
    expect(again.shows('warm-up', 'w1')).toBeNull();
  });
  test('without a learner id there is no journal', async () => {
    const { world, visit } = await opened({ learner: { id: '', name: '' } });
    visit.answer('warm-up', 'w1', 'right');
    await world.clock.advance(1_000);
    expect(visit.machine.values.size).toBe(0);
    expect(visit.model()).toMatchObject({ save: 'saved', journaled: false });
  });
  test('the journal holds neither the learner’s name nor the id', async () => {
    const { world, visit } = await opened({ learner: { id: 'jane.doe@example.org', name: 'Doe, Jane' } });
    passAll(visit);
    await exit(world, visit);
    const text = JSON.stringify([...visit.machine.values]);
    expect(text).toContain('answers');
    expect(text).not.toMatch(/jane|doe|example/i);
  });
  test('whatever else stands in its place in the storage harms nothing', async () => {
    for (const hostile of [
      '',
      'null',
      '[]',
      '{',
      '{"format":1}',
      '{"format":2,"state":"x"}',
      '{"format":1,"state":"x","confirmed":1,"proven":0,"answers":[null,{"at":1}]}',
      'x'.repeat(3_000_000),
    ]) {
      const { world, visit } = await opened();
      visit.answer('warm-up', 'w1', 'right');
      await exit(world, visit);
      for (const key of visit.machine.values.keys()) visit.machine.values.set(key, hostile);
      const second = await world.launch();
      expect(second.shows('warm-up', 'w1')).not.toBeNull();
      expect(world.thrown).toEqual([]);
    }
  });
});

describe('13: two tabs', () => {
  test('the second is told, and calls the LMS for nothing', async () => {
    const { world, visit } = await opened();
    const before = world.lms.log.length;
    const second = await world.launch({ sameLaunch: true });
    expect(second.model().phase).toBe('second');
    passAll(second);
    await second.close();
    expect(world.lms.log.length).toBe(before);
    visit.answer('warm-up', 'w1', 'right');
    await world.clock.advance(1_000);
    expect(visit.sign()).toBe('saved');
  });
  test('the second goes on when the first has ended', async () => {
    const { world, visit } = await opened();
    const second = await world.launch({ sameLaunch: true });
    visit.answer('warm-up', 'w1', 'right');
    await exit(world, visit);
    const third = await world.launch();
    expect(second.model().phase).toBe('second');
    expect(third.model().phase).toBe('running');
    expect(third.shows('warm-up', 'w1')).not.toBeNull();
  });
  test('of two at the same moment exactly one gets in', async () => {
    const world = createWorld({ course: smallCourse });
    const [first, second] = await Promise.all([
      world.launch({ waitMs: 0 }),
      world.launch({ sameLaunch: true, waitMs: 0 }),
    ]);
    await world.clock.advance(1_000);
    expect([first?.model().phase, second?.model().phase].toSorted()).toEqual(['running', 'second']);
  });
  test('another machine is not another tab', async () => {
    const { world } = await opened();
    expect((await world.launch({ machine: world.newMachine() })).model().phase).toBe('running');
  });
});

describe('14: popup or same window, nested frames, an opener nulled by Moodle', () => {
  type Framed = Record<string, unknown>;
  const top = (more: Framed): Framed => {
    const window: Framed = { opener: null, ...more };
    return Object.assign(window, { parent: window, top: window });
  };
  const inFrames = (depth: number, outermost: Framed): Framed =>
    depth === 0 ? outermost : inFrames(depth - 1, { parent: outermost, top: outermost['top'], opener: null });
  test.each<[string, (api: Scorm12Api) => unknown]>([
    ['a frame of the LMS', (API) => inFrames(1, top({ API }))],
    ['frames in frames of the LMS', (API) => inFrames(4, top({ API }))],
    ['a popup', (API) => top({ opener: top({ API }) })],
    ['a popup opened from a frame of the LMS', (API) => top({ opener: inFrames(2, top({ API })) })],
    ['a frame in a popup', (API) => inFrames(2, top({ opener: top({ API }) }))],
    ['a frame in a popup whose opener is gone, with the API in the popup', (API) => inFrames(2, top({ API }))],
  ])('%s: the LMS is found and the answers arrive', async (_name, window) => {
    const { world, visit } = await opened({}, { window });
    expect(visit.model().phase).toBe('running');
    passAll(visit);
    await exit(world, visit);
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
  });
});

describe('15: a state that cannot be used', () => {
  const damage: readonly (readonly [string, (state: string) => string, string])[] = [
    [
      'corrupt',
      (state) => `${state.slice(0, 10)}${state[10] === 'A' ? 'B' : 'A'}${state.slice(11)}`,
      'notice.stateCorrupt',
    ],
    ['truncated', (state) => state.slice(0, state.length >> 1), 'notice.stateCorrupt'],
    ['of another software', () => '{"bookmark":"slide-4"}', 'notice.stateCorrupt'],
    ['hostile', () => '<img src=x onerror=alert(1)>', 'notice.stateCorrupt'],
    ['endless', () => 'A'.repeat(70_000), 'notice.stateCorrupt'],
  ];
  test.each(damage)(
    '%s: status and score stay, the content starts fresh, the learner is told',
    async (_name, change, notice) => {
      const { world, visit } = await opened();
      passAll(visit);
      await exit(world, visit);
      const second = await world.launch({
        machine: world.newMachine(),
        window: reading({ 'cmi.suspend_data': change }),
      });
      expect(second.model()).toMatchObject({ phase: 'running', notice, result: { status: 'passed', score: 10_000 } });
      expect(second.shows('exam', 'e1')).toBeNull();
      second.answer('warm-up', 'w1', 'wrong');
      await exit(world, second);
      expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
      expect(world.thrown).toEqual([]);
    },
  );
  test.each(damage)('%s: the journal of this browser mends it', async (_name, change) => {
    const { world, visit } = await opened();
    passAll(visit);
    await exit(world, visit);
    const second = await world.launch({ window: reading({ 'cmi.suspend_data': change }) });
    expect(second.model().notice).toBeNull();
    expect(second.shows('exam', 'e1')).not.toBeNull();
  });
  test('of a newer version of the software: said so, even where the journal has an older one', async () => {
    const { world, visit } = await opened();
    passAll(visit);
    await exit(world, visit);
    const second = await world.launch({ window: reading({ 'cmi.suspend_data': newerState }) });
    expect(second.model()).toMatchObject({
      phase: 'running',
      notice: 'notice.stateNewer',
      result: { status: 'passed', score: 10_000 },
    });
    expect(second.shows('exam', 'e1')).toBeNull();
  });
  test('of a newer version, in Open edX, which does not tell the status: a pass that this browser knows of stays', async () => {
    const { world, visit } = await opened({ profile: 'open-edx' });
    passAll(visit);
    await exit(world, visit);
    const second = await world.launch({ window: reading({ 'cmi.suspend_data': newerState }) });
    expect(second.model()).toMatchObject({
      notice: 'notice.stateNewer',
      result: { status: 'passed', score: 10_000 },
    });
    expect(second.shows('exam', 'e1')).toBeNull();
    await exit(world, second);
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
    expect(rules(world)).toEqual([]);
  });
  test('of another course: said so', async () => {
    const { world, visit } = await opened();
    passAll(visit);
    await exit(world, visit);
    const second = await world.launch({ machine: world.newMachine(), course: { ...smallCourse, id: 'other' } });
    expect(second.model()).toMatchObject({
      phase: 'running',
      notice: 'notice.stateForeign',
      result: { status: 'passed', score: 10_000 },
    });
  });
});
