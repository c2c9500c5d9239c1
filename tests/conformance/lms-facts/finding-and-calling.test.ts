import { describe, expect, test } from 'vitest';
import { findApi, type SearchedWindow } from '../../../src/runtime/lms/find-api.ts';
import type { Scorm12Api } from '../../../src/simulator/strict-lms.ts';
import { calls, exit, opened, passAll, rules } from './with-api.ts';

const names = ['LMSInitialize', 'LMSGetValue'];
const api = { LMSInitialize: () => 'true', LMSGetValue: () => '' };
interface Window extends Record<string, unknown> {
  parent?: unknown;
  opener?: unknown;
  top?: unknown;
}
const find = (start: Window): object | null => findApi(start as unknown as SearchedWindow, 'API', names);
/** A window that is its own parent, as top windows are. */
function topWindow(more: Window = {}): Window {
  const window: Window = { opener: null, ...more };
  window.parent ??= window;
  window.top ??= window;
  return window;
}
const throwing = (key: string, more: Window = {}): Window =>
  Object.defineProperty({ opener: null, ...more }, key, {
    get: () => {
      throw new Error('SecurityError');
    },
  }) as Window;
function nested(depth: number, outermost: Window): Window {
  let window = outermost;
  for (let level = 0; level < depth; level += 1) window = { parent: window, opener: null, top: outermost };
  return window;
}

describe('the search for the API', () => {
  test('looks in the own window first, then up the parents', () => {
    const far = topWindow({ API: { ...api } });
    expect(find({ parent: far, opener: null, API: api })).toBe(api);
    expect(find(nested(3, topWindow({ API: api })))).toBe(api);
  });
  test('follows 500 parents and stops there', () => {
    expect(find(nested(500, topWindow({ API: api })))).toBe(api);
    expect(find(nested(501, topWindow({ API: api })))).toBeNull();
    const endless: Window = { opener: null };
    Object.defineProperty(endless, 'parent', { get: () => ({ parent: endless }) });
    expect(find(endless)).toBeNull();
  });
  test('then looks in the opener and its parents', () => {
    expect(find(topWindow({ opener: nested(2, topWindow({ API: api })) }))).toBe(api);
  });
  test('then in top.opener', () => {
    const top = topWindow({ opener: topWindow({ API: api }) });
    expect(find({ parent: top, top, opener: null })).toBe(api);
  });
  test('then in top.opener.document', () => {
    const top = topWindow({ opener: topWindow({ document: { API: api } }) });
    expect(find({ parent: top, top, opener: null })).toBe(api);
  });
  test.each(['API', 'parent'])('goes on where a window throws at %s', (key) => {
    expect(find({ parent: throwing(key), opener: topWindow({ API: api }), top: undefined })).toBe(api);
  });
  test.each(['opener', 'top'])('gives up quietly where a window throws at %s', (key) => {
    const window = throwing(key, {});
    window.parent = window;
    expect(find(window)).toBeNull();
  });
  test('takes only an object with the standard’s functions: not that of SCORM 2004, not half of one', () => {
    expect(find(topWindow({ API_1484_11: api }))).toBeNull();
    expect(find(topWindow({ API: { LMSInitialize: () => 'true' } }))).toBeNull();
    expect(find({ API: {}, parent: topWindow({ API: api }), opener: null })).toBe(api);
  });
});

describe('the start', () => {
  test('keeps looking for 10 s', async () => {
    const late = (world: { clock: { now(): number } }, at: number) => (found: Scorm12Api) =>
      Object.defineProperty(topWindow(), 'API', { get: () => (world.clock.now() >= at ? found : undefined) });
    const { world } = await opened({}, { waitMs: 0 });
    const visit = await world.launch({
      lms: {},
      window: late(world, world.clock.now() + 9_900),
      waitMs: 9_000,
      machine: world.newMachine(),
    });
    expect(visit.model().phase).toBe('opening');
    await world.clock.advance(1_500);
    expect(visit.model().phase).toBe('running');
  });
  test.each([
    ['from a folder, in a window of its own, looks for 1 s', {}, 'ask'],
    ['from a folder, in a window that another opened, keeps looking', { opener: {} }, 'opening'],
    ['from a folder, in a frame, keeps looking', { parent: topWindow() }, 'opening'],
    ['from a server, keeps looking', { location: { protocol: 'https:' } }, 'opening'],
  ] as const)('%s', async (_name, more, phase) => {
    const window = (): unknown => topWindow({ location: { protocol: 'file:' }, ...more });
    const { world, visit } = await opened({}, { window, waitMs: 900 });
    expect(visit.model().phase).toBe('opening');
    await world.clock.advance(600);
    expect(visit.model().phase).toBe(phase);
  });
  test('then asks the learner to accept "not tracked", in which everything works and nothing is claimed', async () => {
    const { world, visit } = await opened({}, { window: () => topWindow() });
    expect(visit.model().phase).toBe('ask');
    visit.answerAll('exam', 'right');
    expect(visit.shows('exam', 'e1')).toBeNull();
    visit.session.goUntracked();
    passAll(visit);
    expect(visit.model()).toMatchObject({
      phase: 'running',
      save: 'none',
      notice: 'notice.untracked',
      result: { status: 'passed', score: 10_000 },
    });
    expect(visit.session.quiz('exam')?.result?.passed).toBe(true);
    await exit(world, visit);
    expect(visit.model()).toMatchObject({ phase: 'ended', save: 'none' });
    expect(world.lms.log).toEqual([]);
  });
  test('finds the LMS when asked to look again', async () => {
    const window = topWindow();
    const { world, visit } = await opened({}, { window: () => window });
    window['API'] = world.lms.api;
    const again = visit.session.begin();
    await world.clock.advance(1_000);
    await again;
    expect(visit.model()).toMatchObject({ phase: 'running', save: 'saved' });
  });
  test('calls LMSInitialize("") once and LMSFinish("") once, and nothing after', async () => {
    const { world, visit } = await opened({ profile: 'unforgiving' });
    passAll(visit);
    await exit(world, visit);
    await exit(world, visit);
    visit.session.leave(true);
    visit.answer('warm-up', 'w1', 'wrong');
    visit.session.place('first', 0.5);
    await world.clock.advance(60_000);
    expect(calls(world, 'LMSInitialize').map(({ args }) => args)).toEqual([['']]);
    expect(calls(world, 'LMSFinish').map(({ args }) => args)).toEqual([['']]);
    expect(world.lms.log.at(-1)?.fn).toBe('LMSFinish');
    expect(rules(world)).toEqual([]);
  });
  test('does not go on without the stored state when it cannot be read, and overwrites nothing', async () => {
    const { world, visit } = await opened();
    passAll(visit);
    await exit(world, visit);
    const { suspendData, status, score } = world.record();
    world.lms.fail({ fn: 'LMSGetValue', element: 'cmi.suspend_data', do: 'false', always: true });
    const second = await world.launch({ machine: world.newMachine() });
    expect(second.model().phase).toBe('ask');
    await second.close();
    expect(world.record()).toMatchObject({ suspendData, status, score });
    world.lms.heal();
    const third = await world.launch({ machine: world.newMachine() });
    expect(third.model().result).toMatchObject({ status: 'passed', score: 10_000 });
  });
});

describe('answers are coerced', () => {
  type Change = (name: keyof Scorm12Api, args: readonly unknown[], answer: unknown) => unknown;
  const changing = (change: Change) => (found: Scorm12Api) => {
    const wrapped = Object.fromEntries(
      (Object.keys(found) as (keyof Scorm12Api)[]).map((name) => [
        name,
        (...args: unknown[]) => change(name, args, found[name](...args)),
      ]),
    );
    return topWindow({ API: wrapped });
  };
  const isSaying = (name: string): boolean => ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish'].includes(name);
  test.each<[string, unknown]>([
    ['true', true],
    ['1', 1],
    ['"1"', '1'],
    ['"TRUE "', 'TRUE '],
  ])('%s means yes', async (_name, yes) => {
    const window = changing((name, _args, answer) => (isSaying(name) && answer === 'true' ? yes : answer));
    const { world, visit } = await opened({}, { window });
    passAll(visit);
    await world.clock.advance(1_000);
    expect(visit.sign()).toBe('saved');
    expect(world.record()).toMatchObject({ status: 'passed', score: { raw: '100' } });
  });
  test.each<[string, unknown]>([
    ['"false"', 'false'],
    ['false', false],
    ['0', 0],
    ['null', null],
    ['undefined', undefined],
  ])('%s with error 0 is neither yes nor no: it counts where the journal holds the answers', async (_name, no) => {
    const window = changing((name, _args, answer) => (name === 'LMSCommit' && answer === 'true' ? no : answer));
    const { world, visit } = await opened({}, { window });
    visit.answer('warm-up', 'w1', 'right');
    await world.clock.advance(2_000);
    expect(visit.sign()).toBe('saved');
    const bare = await opened({ storage: 'absent' }, { window });
    bare.visit.answer('warm-up', 'w1', 'right');
    await bare.world.clock.advance(2_000);
    expect(bare.visit.sign()).toBe('unsaved');
  });
  test.each<[string, unknown]>([
    ['a number for score.raw', 80],
    ['text with spaces', ' 80 '],
    ['80.00', '80.00'],
  ])('%s is read', async (_name, raw) => {
    const window = changing((name, args, answer) =>
      name === 'LMSGetValue' && args[0] === 'cmi.core.score.raw' ? raw : answer,
    );
    const { visit } = await opened({}, { window });
    expect(visit.model().result.score).toBe(8_000);
  });
  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['false', false],
    ['NaN', Number.NaN],
    ['words', 'a hostile <b>text</b>'],
    ['out of range', 1e9],
  ])('%s everywhere harms nothing', async (_name, nonsense) => {
    const window = changing((name, args, answer) =>
      name === 'LMSGetValue' && args[0] !== 'cmi.suspend_data' ? nonsense : answer,
    );
    const { world, visit } = await opened({}, { window });
    passAll(visit);
    await world.clock.advance(1_000);
    expect(visit.model()).toMatchObject({ phase: 'running', result: { status: 'passed' } });
    expect(world.record().status).toBe('passed');
    expect(world.thrown).toEqual([]);
  });
  test.each(['Passed', 'PASSED', ' passed '])('the status %j is passed', async (status) => {
    const window = changing((name, args, answer) =>
      name === 'LMSGetValue' && args[0] === 'cmi.core.lesson_status' ? status : answer,
    );
    const { visit } = await opened({}, { window });
    expect(visit.model().result.status).toBe('passed');
  });
});
