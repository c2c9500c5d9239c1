import { describe, expect, it } from 'vitest';
import { createLms, type Lms } from './strict-lms.ts';

const error = (lms: Lms): unknown => lms.api.LMSGetLastError('');

function set(lms: Lms, values: Readonly<Record<string, string>>): void {
  for (const [element, value] of Object.entries(values)) {
    expect([element, lms.api.LMSSetValue(element, value)]).toEqual([element, 'true']);
  }
}

describe('the state machine', () => {
  it('refuses everything before LMSInitialize with 301', () => {
    const lms = createLms();
    expect([lms.api.LMSGetValue('cmi.core.entry'), error(lms)]).toEqual(['', '301']);
    expect([lms.api.LMSSetValue('cmi.core.exit', ''), error(lms)]).toEqual(['false', '301']);
    expect([lms.api.LMSCommit(''), error(lms)]).toEqual(['false', '301']);
    expect([lms.api.LMSFinish(''), error(lms)]).toEqual(['false', '301']);
  });

  it('initializes once, with exactly ""', () => {
    const lms = createLms();
    for (const args of [[], [null], [undefined], ['x'], [0]]) {
      expect([lms.api.LMSInitialize(...args), error(lms)]).toEqual(['false', '201']);
    }
    expect([lms.api.LMSInitialize(''), error(lms)]).toEqual(['true', '0']);
    expect([lms.api.LMSInitialize(''), error(lms)]).toEqual(['false', '101']);
    expect(lms.api.LMSGetValue('cmi.core.entry')).toBe('ab-initio');
  });

  it('refuses another argument than "" for commit and finish, and stays running', () => {
    const lms = createLms();
    lms.api.LMSInitialize('');
    expect([lms.api.LMSCommit(), error(lms)]).toEqual(['false', '201']);
    expect([lms.api.LMSFinish('bye'), error(lms)]).toEqual(['false', '201']);
    expect([lms.api.LMSFinish(''), error(lms)]).toEqual(['true', '0']);
  });

  it('refuses everything after LMSFinish', () => {
    const lms = createLms();
    lms.api.LMSInitialize('');
    lms.api.LMSFinish('');
    expect([lms.api.LMSGetValue('cmi.core.entry'), error(lms)]).toEqual(['', '301']);
    expect([lms.api.LMSSetValue('cmi.core.exit', ''), error(lms)]).toEqual(['false', '301']);
    expect([lms.api.LMSCommit(''), error(lms)]).toEqual(['false', '301']);
    expect([lms.api.LMSFinish(''), error(lms)]).toEqual(['false', '301']);
    expect([lms.api.LMSInitialize(''), error(lms)]).toEqual(['false', '101']);
  });

  it('explains errors without changing them', () => {
    const lms = createLms();
    lms.api.LMSCommit('');
    expect(lms.api.LMSGetErrorString('405')).toBe('Incorrect data type');
    expect(lms.api.LMSGetErrorString(405)).toBe('Incorrect data type');
    expect(lms.api.LMSGetErrorString('999')).toBe('');
    expect(lms.api.LMSGetErrorString('toString')).toBe('');
    expect(lms.api.LMSGetDiagnostic('')).toBe('Not initialized');
    expect(error(lms)).toBe('301');
  });
});

describe('what is stored', () => {
  it('is what was committed', () => {
    const lms = createLms();
    lms.api.LMSInitialize('');
    set(lms, { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'one' });
    expect(lms.record()).toMatchObject({ status: 'not attempted', suspendData: '', commits: 0 });
    expect(lms.unsaved()).toEqual(['cmi.core.lesson_status', 'cmi.suspend_data']);
    lms.api.LMSCommit('');
    set(lms, { 'cmi.suspend_data': 'two' });
    expect(lms.record()).toMatchObject({ status: 'incomplete', suspendData: 'one', commits: 1 });
    expect(lms.unsaved()).toEqual(['cmi.suspend_data']);
    expect(lms.session()['cmi.suspend_data']).toBe('two');
    lms.api.LMSFinish('');
    expect(lms.record().suspendData).toBe('two');
  });

  it('survives a crash only as far as it was committed, and the dead API stores nothing more', () => {
    const lms = createLms();
    const { api } = lms;
    api.LMSInitialize('');
    set(lms, { 'cmi.suspend_data': 'one', 'cmi.core.exit': 'suspend' });
    api.LMSCommit('');
    set(lms, { 'cmi.suspend_data': 'two' });
    lms.crash();
    expect(api.LMSCommit('')).toBe('false');
    lms.launch();
    expect(api.LMSSetValue('cmi.suspend_data', 'three')).toBe('false');
    expect(lms.api.LMSInitialize('')).toBe('true');
    expect(lms.api.LMSGetValue('cmi.suspend_data')).toBe('one');
    expect(lms.api.LMSGetValue('cmi.core.entry')).toBe('resume');
  });

  it('reads interactions and objectives as a report', () => {
    const lms = createLms();
    lms.api.LMSInitialize('');
    set(lms, {
      'cmi.objectives.0.id': 'o1',
      'cmi.objectives.0.status': 'passed',
      'cmi.objectives.0.score.raw': '90',
      'cmi.interactions.0.id': 'q1',
      'cmi.interactions.0.type': 'choice',
      'cmi.interactions.0.objectives.0.id': 'o1',
      'cmi.interactions.0.time': '10:00:00',
      'cmi.interactions.0.correct_responses.0.pattern': 'a',
      'cmi.interactions.0.correct_responses.1.pattern': 'b',
      'cmi.interactions.0.weighting': '1',
      'cmi.interactions.0.student_response': 'a',
      'cmi.interactions.0.result': 'correct',
      'cmi.interactions.0.latency': '00:00:05.00',
    });
    lms.api.LMSCommit('');
    expect(lms.record().objectives).toEqual([{ id: 'o1', status: 'passed', score: { raw: '90', min: '', max: '' } }]);
    expect(lms.record().interactions).toEqual([
      {
        id: 'q1',
        objectives: ['o1'],
        time: '10:00:00',
        type: 'choice',
        correctResponses: ['a', 'b'],
        weighting: '1',
        studentResponse: 'a',
        result: 'correct',
        latency: '00:00:05.00',
      },
    ]);
  });

  it('goes on counting interactions at the next launch', () => {
    const lms = createLms({ stored: { 'cmi.interactions.0.id': 'q1' } });
    lms.api.LMSInitialize('');
    expect(lms.api.LMSGetValue('cmi.interactions._count')).toBe('1');
    expect(lms.api.LMSSetValue('cmi.interactions.1.id', 'q2')).toBe('true');
  });

  it('adds the session time once a launch, however often it is committed', () => {
    const lms = createLms();
    for (const times of [['00:00:10.50', '00:00:59.75'], ['0001:59:00.5']]) {
      lms.api.LMSInitialize('');
      for (const time of times) {
        set(lms, { 'cmi.core.session_time': time });
        lms.api.LMSCommit('');
      }
      lms.api.LMSFinish('');
      lms.launch();
    }
    expect(lms.record().totalTime).toBe('0002:00:00.25');
    lms.api.LMSInitialize('');
    expect(lms.api.LMSGetValue('cmi.core.total_time')).toBe('0002:00:00.25');
    lms.api.LMSFinish('');
    expect(lms.record().totalTime).toBe('0002:00:00.25');
  });

  it('counts the committed time of a launch that crashed', () => {
    const lms = createLms();
    lms.api.LMSInitialize('');
    set(lms, { 'cmi.core.session_time': '00:10:00.00' });
    lms.api.LMSCommit('');
    lms.crash();
    lms.launch();
    expect(lms.record().totalTime).toBe('0000:10:00.00');
  });

  it.each([
    ['suspend', 'resume'],
    ['', ''],
    ['time-out', ''],
    ['logout', ''],
  ])('after exit "%s" the next entry is "%s"', (exit, entry) => {
    const lms = createLms();
    lms.api.LMSInitialize('');
    set(lms, { 'cmi.core.exit': exit });
    lms.api.LMSFinish('');
    expect(lms.record().nextEntry).toBe(entry);
    lms.launch();
    lms.api.LMSInitialize('');
    expect(lms.api.LMSGetValue('cmi.core.entry')).toBe(entry);
  });

  it('ends a launch that writes no exit with exit ""', () => {
    const lms = createLms({ stored: { 'cmi.core.exit': 'suspend' } });
    lms.api.LMSInitialize('');
    lms.api.LMSFinish('');
    expect(lms.record()).toMatchObject({ exit: '', nextEntry: '' });
  });
});

describe('a launch', () => {
  it('hands over learner and launch data', () => {
    const lms = createLms({
      learner: { id: 'u7', name: 'Ödön' },
      launch: { launchData: 'x=1', masteryScore: '80', maxTimeAllowed: '01:00:00', timeLimitAction: 'exit,message' },
    });
    lms.launch({ mode: 'review', credit: 'credit', commentsFromLms: 'hello' });
    lms.api.LMSInitialize('');
    const read = (element: string): unknown => lms.api.LMSGetValue(element);
    expect(read('cmi.core.student_id')).toBe('u7');
    expect(read('cmi.core.student_name')).toBe('Ödön');
    expect(read('cmi.core.lesson_mode')).toBe('review');
    expect(read('cmi.core.credit')).toBe('no-credit');
    expect(read('cmi.core.lesson_status')).toBe('not attempted');
    expect(read('cmi.launch_data')).toBe('x=1');
    expect(read('cmi.comments_from_lms')).toBe('hello');
    expect(read('cmi.student_data.mastery_score')).toBe('80');
    expect(read('cmi.student_data.max_time_allowed')).toBe('01:00:00');
    expect(read('cmi.student_data.time_limit_action')).toBe('exit,message');
  });

  it('logs each call with its answer, error, time and launch', () => {
    let clock = 5;
    const heard: number[] = [];
    const lms = createLms({ now: () => clock, onCall: ({ n }) => heard.push(n) });
    lms.api.LMSInitialize('');
    clock = 9;
    lms.launch();
    lms.api.LMSSetValue('cmi.core.exit', 'suspend');
    expect(lms.log).toMatchObject([
      { n: 1, launch: 1, at: 5, fn: 'LMSInitialize', args: [''], answer: 'true', error: 0, rules: [] },
      { n: 2, launch: 2, at: 9, fn: 'LMSSetValue', args: ['cmi.core.exit', 'suspend'], answer: 'false', error: 301 },
    ]);
    expect(heard).toEqual([1, 2]);
  });
});
