import { describe, expect, it } from 'vitest';
import { createLms, type LmsOptions } from './strict-lms.ts';

function started(options: LmsOptions = {}) {
  const lms = createLms(options);
  lms.api.LMSInitialize('');
  lms.api.LMSSetValue('cmi.suspend_data', 's1');
  return lms;
}

describe('injected faults', () => {
  it.each([
    ['false', 'false', '101'],
    ['null', null, '101'],
    ['undefined', undefined, '101'],
    ['lie', 'true', '0'],
  ] as const)('%s answers and stores nothing', (action, answer, error) => {
    const lms = started();
    lms.fail({ fn: 'LMSCommit', do: action });
    expect(lms.api.LMSCommit('')).toBe(answer);
    expect(lms.api.LMSGetLastError('')).toBe(error);
    expect(lms.record().suspendData).toBe('');
    expect(lms.log.at(-2)).toMatchObject({ fault: action });
    lms.heal();
    expect(lms.api.LMSCommit('')).toBe('true');
    expect(lms.record().suspendData).toBe('s1');
  });

  it('html answers with a login page', () => {
    const lms = started();
    lms.fail({ fn: 'LMSCommit', do: 'html', errorCode: 391 });
    expect(lms.api.LMSCommit('')).toMatch(/^<!DOCTYPE html>/);
    expect(lms.api.LMSGetLastError('')).toBe('391');
    expect(lms.record().suspendData).toBe('');
  });

  it('throw throws, logs the call and stores nothing', () => {
    const lms = started();
    lms.fail({ fn: 'LMSCommit', do: 'throw' });
    expect(() => lms.api.LMSCommit('')).toThrow('LMSCommit: the LMS threw');
    expect(lms.log.at(-1)).toMatchObject({ fn: 'LMSCommit', fault: 'throw', error: 101 });
    expect(lms.record().suspendData).toBe('');
  });

  it.each([
    ['silent-false', '0'],
    ['deny', '101'],
  ] as const)('%s does the work and says "false" with error %s', (action, error) => {
    const lms = started();
    lms.fail({ fn: 'LMSCommit', do: action });
    expect(lms.api.LMSCommit('')).toBe('false');
    expect(lms.api.LMSGetLastError('')).toBe(error);
    expect(lms.record().suspendData).toBe('s1');
  });

  it.each([
    [{ nth: 2 }, ['true', 'false', 'true', 'true']],
    [{ from: 2, to: 3 }, ['true', 'false', 'false', 'true']],
    [{ from: 3 }, ['true', 'true', 'false', 'false']],
    [{ to: 1 }, ['false', 'true', 'true', 'true']],
    [{ always: true }, ['false', 'false', 'false', 'false']],
    [{}, ['false', 'false', 'false', 'false']],
  ] as const)('range %j counts calls from when the fault was added', (range, answers) => {
    const lms = started();
    lms.api.LMSCommit('');
    lms.fail({ fn: 'LMSCommit', do: 'false', ...range });
    expect(answers.map(() => lms.api.LMSCommit(''))).toEqual(answers);
  });

  it('takes one element, or all that begin alike, of one function or any', () => {
    const lms = started();
    lms.fail({ fn: 'LMSSetValue', element: 'cmi.suspend_data', do: 'false' });
    lms.fail({ fn: 'any', element: 'cmi.interactions.*', do: 'false' });
    expect(lms.api.LMSSetValue('cmi.suspend_data', 's2')).toBe('false');
    expect(lms.api.LMSGetValue('cmi.suspend_data')).toBe('s1');
    expect(lms.api.LMSSetValue('cmi.interactions.0.id', 'q')).toBe('false');
    expect(lms.api.LMSSetValue('cmi.core.lesson_location', 'p')).toBe('true');
  });

  it('asking for the error may fail too, and changes no error', () => {
    const lms = started();
    lms.api.LMSSetValue('cmi.core.student_id', 'me');
    lms.fail({ fn: 'LMSGetLastError', nth: 1, do: 'null' });
    expect(lms.api.LMSGetLastError('')).toBeNull();
    expect(lms.api.LMSGetLastError('')).toBe('403');
  });

  it('the fault that was added first wins', () => {
    const lms = started();
    lms.fail({ fn: 'LMSCommit', do: 'null' });
    lms.fail({ fn: 'LMSCommit', do: 'html' });
    expect(lms.api.LMSCommit('')).toBeNull();
  });

  it('can be there from the start', () => {
    const { api } = createLms({ faults: [{ fn: 'LMSInitialize', nth: 1, do: 'false' }] });
    expect(api.LMSInitialize('')).toBe('false');
    expect(api.LMSInitialize('')).toBe('true');
  });
});

describe('login and network', () => {
  it('offline: reads and sets work, commits fail, the probe fails; heal brings all back', () => {
    const lms = started();
    lms.offline();
    expect(lms.api.LMSSetValue('cmi.suspend_data', 's2')).toBe('true');
    expect(lms.api.LMSGetValue('cmi.suspend_data')).toBe('s2');
    expect(lms.api.LMSCommit('')).toBe('false');
    expect(lms.api.LMSGetLastError('')).toBe('101');
    expect(lms.probe()).toEqual({ ok: false, status: 0, html: false });
    expect(lms.record().commits).toBe(0);
    lms.heal();
    expect(lms.probe()).toEqual({ ok: true, status: 200, html: false });
    expect(lms.api.LMSCommit('')).toBe('true');
    expect(lms.record().suspendData).toBe('s2');
  });

  it('an expired session answers every call "false"', () => {
    const lms = started();
    lms.expireSession();
    expect(lms.api.LMSSetValue('cmi.suspend_data', 's2')).toBe('false');
    expect(lms.api.LMSGetValue('cmi.suspend_data')).toBe('');
    expect(lms.api.LMSCommit('')).toBe('false');
    expect(lms.api.LMSFinish('')).toBe('false');
    expect(lms.api.LMSGetLastError('')).toBe('101');
    expect(lms.probe()).toEqual({ ok: false, status: 403, html: false });
    expect(lms.record().commits).toBe(0);
  });

  it('an expired session may answer with a login page instead', () => {
    const lms = started();
    lms.expireSession('html');
    expect(lms.api.LMSCommit('')).toMatch(/<form>/);
    expect(lms.probe()).toEqual({ ok: false, status: 200, html: true });
    expect(lms.record().commits).toBe(0);
  });
});
