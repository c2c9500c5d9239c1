import { describe, expect, it } from 'vitest';
import { createLms } from '../strict-lms.ts';
import { profiles } from './index.ts';
import { error, get, long, raw, set, started, status, suspend } from './test-calls.ts';

it('the table names each profile by its id', () => {
  for (const [id, profile] of Object.entries(profiles)) expect(profile.id).toBe(id);
});

describe('unforgiving', () => {
  it('shuts down for good at a second LMSInitialize', () => {
    const lms = started('unforgiving');
    expect([lms.api.LMSInitialize(''), error(lms)]).toEqual(['false', '101']);
    expect([...set(lms, suspend), error(lms)]).toEqual(['false', '301']);
    expect(lms.api.LMSInitialize('')).toBe('false');
  });

  it('blanks a response set before its type, and only then', () => {
    const lms = started('unforgiving');
    set(lms, ['cmi.interactions.0.id', 'q'], ['cmi.interactions.0.student_response', 'a']);
    set(lms, ['cmi.interactions.0.type', 'choice'], ['cmi.interactions.0.correct_responses.0.pattern', 'b']);
    lms.api.LMSCommit('');
    expect(lms.record().interactions).toMatchObject([{ studentResponse: '', correctResponses: ['b'] }]);
  });
});

describe('open-edx', () => {
  it('reads status, score and mode as "", and keeps the rest', () => {
    const lms = started('open-edx');
    set(lms, raw('80'), status('passed'), ['cmi.suspend_data', 's1']);
    expect(['lesson_status', 'score.raw', 'lesson_mode'].map((leaf) => get(lms, `cmi.core.${leaf}`))).toEqual([
      '',
      '',
      '',
    ]);
    expect(get(lms, 'cmi.suspend_data')).toBe('s1');
  });

  it('publishes the grade at the moment of the status, with the score it then has', () => {
    const lms = started('open-edx', { now: () => 7 });
    set(lms, status('incomplete'), status('passed'), raw('80'), status('passed'), status('failed'));
    expect(lms.record().grades).toEqual([
      { at: 7, status: 'passed', grade: 0 },
      { at: 7, status: 'passed', grade: 0.8 },
      { at: 7, status: 'failed', grade: 0 },
    ]);
  });

  it('stores each value by itself and says "true" to all, also when nothing arrives', () => {
    const lms = started('open-edx');
    expect(set(lms, long(90_000), ['foo', 'bar'], status('whatever'))).toEqual(['true', 'true', 'true']);
    expect(lms.record().values).toMatchObject({ foo: 'bar' });
    lms.offline();
    expect([...set(lms, status('passed')), lms.api.LMSCommit(''), error(lms)]).toEqual(['true', 'true', '0']);
    expect(lms.record().status).toBe('whatever');
    lms.expireSession();
    expect([lms.api.LMSCommit(''), get(lms, 'cmi.suspend_data')]).toEqual(['true', '']);
  });
});

describe('ilias', () => {
  it('refuses a score without a leading digit and cuts long suspend_data', () => {
    const lms = started('ilias');
    expect(set(lms, raw('.5'), raw('0.5'), long(5000))).toEqual(['false', 'true', 'true']);
    expect(get(lms, 'cmi.suspend_data')).toHaveLength(4096);
  });

  it('turns a finish without a status into completed, and keeps one that is there', () => {
    const bare = started('ilias');
    bare.api.LMSFinish('');
    expect(bare.record().status).toBe('completed');
    const marked = started('ilias');
    set(marked, status('incomplete'));
    marked.api.LMSFinish('');
    expect(marked.record().status).toBe('incomplete');
  });
});

describe('chamilo', () => {
  it('says ab-initio always, and lists children with spaces', () => {
    const lms = started('chamilo', { stored: { 'cmi.core.exit': 'suspend' } });
    expect(get(lms, 'cmi.core.entry')).toBe('ab-initio');
    expect(get(lms, 'cmi.core.score._children')).toBe('raw, min, max');
  });

  it('reads the status as "" after a commit, though it is stored', () => {
    const lms = started('chamilo');
    set(lms, status('passed'));
    expect(get(lms, 'cmi.core.lesson_status')).toBe('passed');
    lms.api.LMSCommit('');
    expect(get(lms, 'cmi.core.lesson_status')).toBe('');
    expect(lms.record().status).toBe('passed');
    set(lms, status('passed'));
    expect(get(lms, 'cmi.core.lesson_status')).toBe('passed');
  });

  it('appends to a pattern written twice', () => {
    const lms = started('chamilo');
    const pattern = 'cmi.interactions.0.correct_responses.0.pattern';
    set(lms, [pattern, 'a'], [pattern, 'b']);
    lms.api.LMSCommit('');
    expect(lms.record().interactions[0]?.correctResponses).toEqual(['a,b']);
  });

  it('says "true" to a commit that is not stored', () => {
    const lms = started('chamilo');
    lms.offline();
    set(lms, status('passed'));
    expect(lms.api.LMSCommit('')).toBe('true');
    expect(lms.record().status).toBe('not attempted');
  });
});

describe('cornerstone', () => {
  it('answers null to a commit while the page is left, and stores it', () => {
    const lms = started('cornerstone');
    set(lms, status('passed'));
    expect(lms.api.LMSCommit('')).toBe('true');
    lms.leave();
    set(lms, raw('80'));
    expect(lms.api.LMSCommit('')).toBeNull();
    expect(lms.record().score.raw).toBe('80');
  });

  it('refuses optional elements with 401 or 201', () => {
    const lms = started('cornerstone');
    expect([...set(lms, ['cmi.core.score.min', '0']), error(lms)]).toEqual(['false', '201']);
    expect([...set(lms, ['cmi.objectives.0.id', 'o']), error(lms)]).toEqual(['false', '401']);
    expect(set(lms, raw('80'), ['cmi.interactions.0.id', 'q'])).toEqual(['true', 'true']);
  });
});

describe('always-true', () => {
  it('says "true" in any state, to any value', () => {
    const { api } = createLms({ profile: 'always-true' });
    expect(api.LMSSetValue('cmi.core.lesson_status', 'nonsense')).toBe('true');
    expect(api.LMSInitialize('x')).toBe('true');
    expect(api.LMSInitialize('')).toBe('true');
    expect(api.LMSSetValue('foo', null)).toBe('true');
    expect(api.LMSFinish('')).toBe('true');
    expect(api.LMSCommit('')).toBe('true');
    expect(api.LMSGetLastError('')).toBe('0');
  });

  it('stores, unless told to lie', () => {
    const lms = started('always-true');
    set(lms, status('incomplete'));
    lms.api.LMSCommit('');
    lms.fail({ fn: 'LMSCommit', do: 'lie' });
    set(lms, status('passed'));
    expect(lms.api.LMSCommit('')).toBe('true');
    expect(lms.record().status).toBe('incomplete');
  });
});

describe('odd-types', () => {
  it('answers with numbers, booleans, undefined, null and mixed case', () => {
    const { api } = createLms({ profile: 'odd-types' });
    expect(api.LMSInitialize('')).toBe(true);
    expect(api.LMSGetValue('cmi.suspend_data')).toBeUndefined();
    expect(api.LMSGetValue('cmi.interactions._count')).toBe(0);
    expect(api.LMSSetValue('cmi.core.score.raw', '80')).toBe(1);
    expect(api.LMSSetValue('cmi.core.score.raw', 'x')).toBe(0);
    expect(api.LMSGetLastError('')).toBe(405);
    expect(api.LMSGetValue('cmi.core.score.raw')).toBe(80);
    api.LMSSetValue('cmi.core.lesson_status', 'passed');
    expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('Passed');
    expect(api.LMSFinish('')).toBeNull();
  });

  it('means success by "false" with error 0 on a commit', () => {
    const lms = started('odd-types');
    set(lms, status('passed'));
    expect([lms.api.LMSCommit(''), error(lms)]).toEqual(['false', 0]);
    expect(lms.record().status).toBe('passed');
  });
});
