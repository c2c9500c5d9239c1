import { describe, expect, it } from 'vitest';
import { createLms } from '../strict-lms.ts';
import { error, get, long, raw, set, started, status, suspend } from './test-calls.ts';

describe('moodle', () => {
  it('takes 64,000 characters of suspend_data; in standard mode 4,096', () => {
    expect(set(started('moodle'), long(64_000), long(64_001))).toEqual(['true', 'false']);
    const standard = started('moodle-standard');
    expect([...set(standard, long(4096), long(4097)), error(standard)]).toEqual(['true', 'false', '405']);
  });

  it('says 201 to an unknown element and refuses ids with spaces', () => {
    const lms = started('moodle');
    expect([...set(lms, ['cmi.completion_status', 'completed']), error(lms)]).toEqual(['false', '201']);
    expect([...set(lms, ['cmi.interactions.0.id', 'a b']), error(lms)]).toEqual(['false', '405']);
    expect(set(lms, ['cmi.interactions.0.id', 'a-b_1'])).toEqual(['true']);
  });

  it('stores the score "" as 0 and does not check responses by type', () => {
    const lms = started('moodle');
    set(lms, raw(''), ['cmi.interactions.0.type', 'true-false'], ['cmi.interactions.0.student_response', 'what?']);
    lms.api.LMSCommit('');
    expect(lms.record()).toMatchObject({ score: { raw: '0' }, interactions: [{ studentResponse: 'what?' }] });
  });

  it('turns a finish without a status into completed, a commit not', () => {
    const lms = started('moodle');
    set(lms, suspend);
    lms.api.LMSCommit('');
    expect(lms.record().status).toBe('not attempted');
    lms.api.LMSFinish('');
    expect(lms.record().status).toBe('completed');
  });

  it.each([
    ['79', 'passed', 'failed'],
    ['80', 'incomplete', 'passed'],
  ])('overrides the status at finish by the mastery score: raw %s, %s → %s', (score, before, after) => {
    const lms = started('moodle', { launch: { masteryScore: '80' } });
    set(lms, raw(score), status(before));
    lms.api.LMSCommit('');
    expect(lms.record().status).toBe(before);
    lms.api.LMSFinish('');
    expect(lms.record().status).toBe(after);
  });

  it.each(['passed', 'completed', 'failed'])(
    're-enters a %s attempt for review, and stores what is written there',
    (final) => {
      const lms = started('moodle', { stored: { 'cmi.core.lesson_status': final, 'cmi.core.score.raw': '90' } });
      expect(get(lms, 'cmi.core.lesson_mode')).toBe('review');
      expect(get(lms, 'cmi.core.credit')).toBe('no-credit');
      set(lms, raw('10'));
      lms.api.LMSCommit('');
      expect(lms.record().score.raw).toBe('10');
    },
  );

  it('re-enters an incomplete attempt normally', () => {
    expect(createLms({ profile: 'moodle', stored: { 'cmi.core.lesson_status': 'incomplete' } }).record().nextMode).toBe(
      'normal',
    );
  });

  it('says "true" after LMSFinish and stores nothing', () => {
    const lms = started('moodle');
    set(lms, status('passed'));
    lms.api.LMSFinish('');
    expect([...set(lms, status('failed')), lms.api.LMSCommit(''), error(lms)]).toEqual(['true', 'true', '0']);
    expect(lms.record().status).toBe('passed');
  });

  it('after a failed commit sends only what has changed since', () => {
    const lms = started('moodle');
    lms.offline();
    set(lms, raw('80'), ['cmi.suspend_data', 's1']);
    expect(lms.api.LMSCommit('')).toBe('false');
    lms.heal();
    set(lms, raw('80'), ['cmi.suspend_data', 's2']);
    expect(lms.api.LMSCommit('')).toBe('true');
    expect(lms.record()).toMatchObject({ score: { raw: '' }, suspendData: 's2' });
    expect(lms.unsaved()).toEqual(['cmi.core.score.raw']);
    set(lms, raw('81'));
    lms.api.LMSCommit('');
    expect(lms.record().score.raw).toBe('81');
  });

  it.each(['false', 'lie', 'html'] as const)('believes values sent after an injected %s as well', (action) => {
    const lms = started('moodle');
    lms.fail({ fn: 'LMSCommit', nth: 1, do: action });
    set(lms, raw('80'));
    lms.api.LMSCommit('');
    lms.api.LMSCommit('');
    expect(lms.record().score.raw).toBe('');
  });

  it('fabricates "true" for a beacon, sent or not', () => {
    const lms = started('moodle');
    lms.leave();
    set(lms, long(60_000));
    expect(lms.api.LMSCommit('')).toBe('true');
    expect(lms.record().suspendData).toHaveLength(60_000);
    set(lms, ['cmi.suspend_data', 'ü'.repeat(20_000)], raw('80'));
    expect(lms.api.LMSCommit('')).toBe('true');
    expect(lms.record().suspendData).toHaveLength(60_000);
    lms.offline();
    set(lms, raw('90'));
    expect(lms.api.LMSFinish('')).toBe('true');
    expect(lms.record().score.raw).toBe('');
  });

  it('adds the time at LMSFinish only', () => {
    const lms = started('moodle');
    set(lms, ['cmi.core.session_time', '00:10:00.00']);
    lms.api.LMSCommit('');
    expect(lms.record().totalTime).toBe('0000:00:00.00');
    lms.api.LMSFinish('');
    expect(lms.record().totalTime).toBe('0000:10:00.00');
  });
});
