import { describe, expect, it } from 'vitest';
import { rules } from './rules.ts';
import { createLms, type Lms, type LmsOptions } from './strict-lms.ts';

/** `call()`; sets as `element=value` under cmi. */
type Script = readonly (string | ((lms: Lms, clock: { now: number }) => void))[];

function play(script: Script, options: LmsOptions = {}): readonly string[] {
  const clock = { now: 0 };
  const lms = createLms({ now: () => clock.now, ...options });
  for (const line of script) {
    if (typeof line === 'function') line(lms, clock);
    else if (line === 'initialize') lms.api.LMSInitialize('');
    else if (line === 'commit') lms.api.LMSCommit('');
    else if (line === 'finish') lms.api.LMSFinish('');
    else {
      const equals = line.indexOf('=');
      lms.api.LMSSetValue(`cmi.${line.slice(0, equals)}`, line.slice(equals + 1));
    }
  }
  return lms.violations().map(({ rule }) => rule.id);
}

const time = 'core.session_time=00:00:10.00';
const start: Script = ['initialize', 'core.lesson_status=incomplete', 'core.exit=suspend', time, 'commit'];
const question: Script = ['interactions.0.id=q1', 'interactions.0.type=choice'];
const wait =
  (milliseconds: number) =>
  (_: Lms, clock: { now: number }): void => {
    clock.now += milliseconds;
  };
const failCommit = (lms: Lms): void => {
  lms.fail({ fn: 'LMSCommit', nth: 1, do: 'false' });
  lms.api.LMSCommit('');
};

it('a good session breaks no rule', () => {
  const session: Script = [
    ...start,
    ...question,
    'interactions.0.time=10:00:00',
    'interactions.0.correct_responses.0.pattern=a',
    'interactions.0.correct_responses.1.pattern=b',
    'interactions.0.weighting=1',
    'interactions.0.student_response=a,b',
    'interactions.0.result=wrong',
    'interactions.0.latency=00:00:05.00',
    'suspend_data=s1',
    time,
    failCommit,
    wait(5000),
    ...question,
    'interactions.0.time=10:00:00',
    'interactions.0.correct_responses.0.pattern=a',
    'interactions.0.correct_responses.1.pattern=b',
    'interactions.0.weighting=1',
    'interactions.0.student_response=a,b',
    'interactions.0.result=wrong',
    'interactions.0.latency=00:00:05.00',
    'suspend_data=s2',
    time,
    'commit',
    'interactions.1.id=q2',
    'interactions.1.type=numeric',
    'interactions.1.student_response=-3.5',
    'core.score.raw=80',
    'core.score.min=0',
    'core.score.max=100',
    'core.lesson_status=passed',
    time,
    'commit',
    'finish',
    (lms) => lms.launch({ mode: 'review' }),
    'initialize',
    (lms) => lms.api.LMSGetValue('cmi.suspend_data'),
    'finish',
  ];
  expect(play(session)).toEqual([]);
});

it('an LMS that refuses optional elements makes no content bad', () => {
  const script: Script = [
    ...start,
    ...question,
    'interactions.0.student_response=a',
    'interactions.1.id=q',
    time,
    'commit',
  ];
  expect(
    play(script, { faults: [{ fn: 'LMSSetValue', element: 'cmi.interactions.*', do: 'false', errorCode: 401 }] }),
  ).toEqual([]);
});

const api =
  (call: (api: Lms['api']) => unknown) =>
  (lms: Lms): void => {
    call(lms.api);
  };

const cases: readonly (readonly [rule: string, script: Script, options?: LmsOptions])[] = [
  ['empty-argument', [api((a) => a.LMSInitialize())]],
  ['initialize-once', ['initialize', 'initialize']],
  ['initialize-first', [api((a) => a.LMSGetValue('cmi.core.entry'))]],
  ['initialize-first', ['commit']],
  ['finish-once', [...start, 'finish', 'finish']],
  ['nothing-after-finish', [...start, 'finish', 'suspend_data=x']],
  ['string-arguments', [...start, api((a) => a.LMSSetValue('cmi.core.score.raw', 80))]],
  ['known-element', [...start, 'completion_status=completed']],
  ['no-write-to-read-only', [...start, 'core.student_id=me']],
  ['no-write-to-read-only', [...start, 'interactions._count=0']],
  ['no-read-of-write-only', [...start, api((a) => a.LMSGetValue('cmi.core.exit'))]],
  ['no-not-attempted', ['initialize', 'core.lesson_status=not attempted']],
  ['status-vocabulary', ['initialize', 'core.lesson_status=Passed']],
  ['exit-vocabulary', ['initialize', 'core.exit=logout']],
  ['exit-vocabulary', ['initialize', 'core.exit=normal']],
  ['result-vocabulary', [...start, ...question, 'interactions.0.result=incorrect']],
  ['score-format', [...start, 'core.score.raw=']],
  ['score-format', [...start, 'core.score.raw=.5']],
  ['score-format', [...start, 'core.score.max=101']],
  ['suspend-data-length', [...start, `suspend_data=${'x'.repeat(4097)}`]],
  ['location-length', [...start, `core.lesson_location=${'x'.repeat(256)}`]],
  ['identifier-format', [...start, 'interactions.0.id=urn:q']],
  ['identifier-format', [...start, `objectives.0.id=${'x'.repeat(256)}`]],
  ['weighting-range', [...start, ...question, 'interactions.0.weighting=-1']],
  ['timespan-format', ['initialize', 'core.session_time=00:00:10.5']],
  ['timespan-format', ['initialize', 'core.session_time=00:75:10']],
  ['time-format', [...start, ...question, 'interactions.0.time=10:00:00.00']],
  [
    'response-text',
    [...start, 'interactions.0.id=q', 'interactions.0.type=fill-in', 'interactions.0.student_response=a\nb'],
  ],
  [
    'no-2004-delimiters',
    [...start, 'interactions.0.id=q', 'interactions.0.type=fill-in', 'interactions.0.student_response=a[,]b'],
  ],
  ['response-format', [...start, ...question, 'interactions.0.student_response=first choice']],
  ['no-write-in-review', ['initialize', 'suspend_data=x'], { launch: { mode: 'review' } }],
  ['no-write-in-review', ['initialize', 'commit'], { launch: { mode: 'browse' } }],
  ['no-result-without-credit', ['initialize', 'core.score.raw=5'], { launch: { credit: 'no-credit' } }],
  ['start-status', ['initialize', 'core.exit=suspend', time, 'commit']],
  ['exit-suspend', ['initialize', 'core.lesson_status=incomplete', time, 'commit']],
  ['exit-suspend', [...start, 'core.exit=', time, 'commit']],
  ['score-before-status', [...start, 'core.lesson_status=passed', 'core.score.raw=80']],
  ['status-not-lowered', [...start, 'core.lesson_status=passed', 'core.lesson_status=completed']],
  [
    'status-not-lowered',
    ['initialize', 'core.lesson_status=incomplete'],
    { stored: { 'cmi.core.lesson_status': 'passed' } },
  ],
  ['score-not-lowered', [...start, 'core.score.raw=80', 'core.score.raw=79']],
  ['failed-is-final', [...start, 'core.lesson_status=failed', 'core.lesson_status=passed']],
  ['index-without-gap', [...start, 'objectives.1.id=o']],
  ['index-without-gap', [...start, ...question, 'interactions.0.correct_responses.1.pattern=a']],
  ['interaction-order', [...start, 'interactions.0.id=q', 'interactions.0.result=correct']],
  ['interaction-order', [...start, 'interactions.0.type=choice']],
  ['objective-order', [...start, 'objectives.0.score.raw=50']],
  [
    'pattern-once',
    [
      ...start,
      ...question,
      'interactions.0.correct_responses.0.pattern=a',
      'interactions.0.correct_responses.0.pattern=b',
    ],
  ],
  ['session-time-with-commit', [...start, 'suspend_data=x', 'commit']],
  ['answer-committed', [...start, ...question, 'interactions.0.student_response=a', time, wait(1001), 'commit']],
  ['saved-within-a-minute', [...start, 'suspend_data=x', time, wait(60_001), 'commit']],
  ['commit-before-finish', [...start, time, 'finish']],
  ['rewrite-after-failed-commit', [...start, 'suspend_data=a', time, failCommit, 'commit']],
  [
    'rewrite-after-failed-commit',
    [
      ...start,
      'core.score.raw=5',
      time,
      failCommit,
      'core.score.raw=5',
      'suspend_data=a',
      time,
      failCommit,
      'suspend_data=b',
      time,
      'commit',
    ],
  ],
  ['rewrite-after-failed-commit', [...start, 'suspend_data=a', time, failCommit, 'suspend_data=a', time, 'commit']],
];

it('what several failed commits left unsaved is remembered as a whole', () => {
  const script: Script = [
    ...start,
    'core.score.raw=5',
    time,
    failCommit,
    'suspend_data=a',
    time,
    failCommit,
    'suspend_data=b',
    time,
    'commit',
  ];
  expect(play(script)).toEqual(['rewrite-after-failed-commit', 'rewrite-after-failed-commit']);
});

describe('each rule', () => {
  it('has a case here, an id of its own, and names its source', () => {
    expect(new Set(cases.map(([id]) => id))).toEqual(new Set(rules.map(({ id }) => id)));
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { text, source } of rules) expect([text, source]).not.toContain('');
  });

  it.each(cases.map(([id, script, options = {}]) => ({ id, script, options })))(
    '$id is flagged, and nothing else',
    ({ id, script, options }) => {
      expect(play(script, options)).toEqual([id]);
    },
  );

  it.each([
    [
      'an answer committed after exactly 1 s',
      [...start, ...question, 'interactions.0.student_response=a', time, wait(1000), 'commit'],
    ],
    ['values committed after exactly 60 s', [...start, 'suspend_data=x', time, wait(60_000), 'commit']],
    ['time-out at the end', [...start, 'core.exit=time-out', time, 'commit', 'finish']],
    [
      'the same status again',
      [
        ...start,
        'core.score.raw=80',
        'core.lesson_status=passed',
        'core.lesson_status=passed',
        time,
        'commit',
        'core.score.raw=80',
      ],
    ],
    [
      'the largest allowed values',
      [...start, `suspend_data=${'x'.repeat(4096)}`, `core.lesson_location=${'x'.repeat(255)}`, 'core.score.raw=100'],
    ],
  ] satisfies readonly (readonly [string, Script])[])('%s breaks none', (_, script) => {
    expect(play(script)).toEqual([]);
  });
});
