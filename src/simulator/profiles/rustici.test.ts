import { describe, expect, it } from 'vitest';
import { createLms, type LmsOptions } from '../strict-lms.ts';
import { optionalElements } from './optional-elements.ts';
import { rustici } from './rustici.ts';
import { error, get, raw, set, status } from './test-calls.ts';

describe('rustici', () => {
  function timed(options: LmsOptions = {}) {
    const timers: { readonly due: number; readonly run: () => void }[] = [];
    const lms = createLms({ profile: 'rustici', after: (due, run) => timers.push({ due, run }), ...options });
    lms.api.LMSInitialize('');
    return { lms, timers };
  }

  it('says "true" to a commit, but stores 10 s later what was committed', () => {
    const { lms, timers } = timed();
    set(lms, status('incomplete'));
    expect(lms.api.LMSCommit('')).toBe('true');
    set(lms, status('passed'));
    expect(lms.record().status).toBe('not attempted');
    expect(timers.map(({ due }) => due)).toEqual([10_000]);
    timers[0]?.run();
    expect(lms.record().status).toBe('incomplete');
  });

  it('loses a commit when the browser dies before the timer', () => {
    const { lms, timers } = timed();
    set(lms, status('passed'));
    lms.api.LMSCommit('');
    lms.crash();
    timers[0]?.run();
    expect(lms.record()).toMatchObject({ status: 'not attempted', commits: 0 });
  });

  it('stores at once at LMSFinish, also what waits', () => {
    const { lms } = timed();
    set(lms, status('passed'));
    lms.api.LMSCommit('');
    lms.api.LMSFinish('');
    expect(lms.record().status).toBe('passed');
  });

  it('never lets a late timer undo what LMSFinish stored', () => {
    const { lms, timers } = timed();
    set(lms, status('incomplete'));
    lms.api.LMSCommit('');
    set(lms, status('passed'));
    lms.api.LMSFinish('');
    timers[0]?.run();
    expect(lms.record()).toMatchObject({ status: 'passed', commits: 1 });
  });

  it('keeps what waits while the network is gone, for the next commit', () => {
    const { lms, timers } = timed();
    set(lms, status('passed'));
    lms.api.LMSCommit('');
    lms.offline();
    timers[0]?.run();
    expect(lms.record().commits).toBe(0);
    lms.heal();
    lms.api.LMSCommit('');
    timers[1]?.run();
    expect(lms.record().status).toBe('passed');
  });

  it.each([
    ['suspend', 's1', 'p3'],
    ['', '', ''],
  ])('after exit "%s" finds suspend_data "%s"', (exit, suspendData, location) => {
    const { lms } = timed();
    set(lms, ['cmi.suspend_data', 's1'], ['cmi.core.lesson_location', 'p3'], ['cmi.core.exit', exit]);
    lms.api.LMSFinish('');
    lms.launch();
    lms.api.LMSInitialize('');
    expect(get(lms, 'cmi.suspend_data')).toBe(suspendData);
    expect(get(lms, 'cmi.core.lesson_location')).toBe(location);
  });

  it('decides by the mastery score and takes only t and f for true-false', () => {
    const { lms } = timed({ launch: { masteryScore: '80' } });
    set(lms, ['cmi.interactions.0.id', 'q'], ['cmi.interactions.0.type', 'true-false']);
    expect(
      set(lms, ['cmi.interactions.0.student_response', '1'], ['cmi.interactions.0.student_response', 't']),
    ).toEqual(['false', 'true']);
    set(lms, raw('79'), status('passed'));
    lms.api.LMSFinish('');
    expect(lms.record().status).toBe('failed');
  });

  it('refuses empty ids and, where configured, every optional element with 401', () => {
    const { lms } = timed({ profile: { ...rustici, refuses: optionalElements(401) } });
    expect([...set(lms, ['cmi.interactions.0.id', 'q']), error(lms)]).toEqual(['false', '401']);
    expect([get(lms, 'cmi.core.lesson_mode'), error(lms)]).toEqual(['', '401']);
    expect(set(lms, raw('5'))).toEqual(['true']);
    expect(set(timed().lms, ['cmi.interactions.0.id', ''])).toEqual(['false']);
  });
});
