import { describe, expect, it } from 'vitest';
import { dataModel } from './data-model.ts';
import { createLms } from './strict-lms.ts';

/** The conformance table: each element, read and written in the strict LMS, with the error each call leaves. */
interface Row {
  readonly element: string;
  readonly read: number;
  readonly good: readonly string[];
  readonly bad: readonly string[];
  /** Error of a bad value. */
  readonly error: 403 | 405;
}

const text = (length: number): string => 'x'.repeat(length);
const row = (element: string, read: number, good: readonly string[], bad: readonly string[]): Row => ({
  element,
  read,
  good,
  bad,
  error: 405,
});
const readOnly = (element: string): Row => ({ element, read: 0, good: [], bad: ['x', ''], error: 403 });

const scores = ['0', '100', '99.99', '.5', '', '33.'] as const;
const noScores = ['-0.01', '-1', '100.01', '101', '1e2', '5 ', 'x', '1,5', '+5', '.'] as const;
const spans = ['00:00:00', '9999:99:99.99', '12:34:56.7'] as const;
const noSpans = ['0:00:00', '12345:00:00', '00:0:00', '00:00:0', '00:00:00.', '00:00:00.123', '', 'PT1S'] as const;
const ids = ['a', 'q-1_A', 'urn:x:1', text(255)] as const;
const noIds = ['', 'a b', text(256), 'é', 'a\n'] as const;
const responses = ['', text(255)] as const;

const table: readonly Row[] = [
  readOnly('cmi.core.student_id'),
  readOnly('cmi.core.student_name'),
  row('cmi.core.lesson_location', 0, ['', text(255)], [text(256)]),
  readOnly('cmi.core.credit'),
  row(
    'cmi.core.lesson_status',
    0,
    ['passed', 'completed', 'failed', 'incomplete', 'browsed'],
    ['not attempted', '', 'Passed', 'p', 'unknown'],
  ),
  readOnly('cmi.core.entry'),
  row('cmi.core.score.raw', 0, scores, noScores),
  row('cmi.core.score.min', 0, scores, noScores),
  row('cmi.core.score.max', 0, scores, noScores),
  readOnly('cmi.core.total_time'),
  readOnly('cmi.core.lesson_mode'),
  row('cmi.core.exit', 404, ['', 'suspend', 'time-out', 'logout'], ['normal', 'Suspend', ' ']),
  row('cmi.core.session_time', 404, spans, noSpans),
  row('cmi.suspend_data', 0, ['', text(4096)], [text(4097)]),
  readOnly('cmi.launch_data'),
  row('cmi.comments', 0, ['', text(4096)], [text(4097)]),
  readOnly('cmi.comments_from_lms'),
  row('cmi.objectives.0.id', 0, ids, noIds),
  row('cmi.objectives.0.score.raw', 0, scores, noScores),
  row('cmi.objectives.0.score.min', 0, scores, noScores),
  row('cmi.objectives.0.score.max', 0, scores, noScores),
  row('cmi.objectives.0.status', 0, ['passed', 'not attempted'], ['', 'unknown']),
  readOnly('cmi.student_data.mastery_score'),
  readOnly('cmi.student_data.max_time_allowed'),
  readOnly('cmi.student_data.time_limit_action'),
  row('cmi.student_preference.audio', 0, ['-1', '0', '100'], ['-2', '101', '1.5', '']),
  row('cmi.student_preference.language', 0, ['', text(255)], [text(256)]),
  row('cmi.student_preference.speed', 0, ['-100', '100'], ['-101', '101']),
  row('cmi.student_preference.text', 0, ['-1', '1'], ['-2', '2']),
  row('cmi.interactions.0.id', 404, ids, noIds),
  row('cmi.interactions.0.objectives.0.id', 404, ids, noIds),
  row(
    'cmi.interactions.0.time',
    404,
    ['00:00:00', '23:59:59', '23:59:59.9', '23:59:59.99'],
    ['24:00:00', '23:60:00', '23:59:60', '1:00:00', '00:00:00.999', ''],
  ),
  row(
    'cmi.interactions.0.type',
    404,
    ['true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'],
    ['long-fill-in', 'other', '', 'Choice'],
  ),
  row('cmi.interactions.0.correct_responses.0.pattern', 404, responses, [text(256)]),
  row('cmi.interactions.0.weighting', 404, ['0', '1', '-2.5', '100'], ['', 'x', '1e1']),
  row('cmi.interactions.0.student_response', 404, responses, [text(256)]),
  row(
    'cmi.interactions.0.result',
    404,
    ['correct', 'wrong', 'unanticipated', 'neutral', '0.5', '-1'],
    ['incorrect', '', 'Correct', 'right'],
  ),
  row('cmi.interactions.0.latency', 404, spans, noSpans),
];

function started() {
  const { api } = createLms();
  api.LMSInitialize('');
  return {
    set: (element: string, value: string) => ({
      answer: api.LMSSetValue(element, value),
      error: api.LMSGetLastError(''),
    }),
    get: (element: string) => ({ answer: api.LMSGetValue(element), error: api.LMSGetLastError('') }),
  };
}

describe('the SCORM 1.2 data model', () => {
  it('is covered by the table, element for element', () => {
    const patterns = table.map(({ element }) => element.replaceAll('.0.', '.n.'));
    expect(patterns).toEqual(Object.keys(dataModel));
  });

  it.each(table)('$element takes what its format allows and nothing else', ({ element, read, good, bad, error }) => {
    for (const value of good) {
      const { get, set } = started();
      expect({ value, ...set(element, value) }).toEqual({ value, answer: 'true', error: '0' });
      expect(get(element)).toEqual({ answer: read === 0 ? value : '', error: String(read) });
    }
    for (const value of bad) {
      const { get, set } = started();
      expect({ value, ...set(element, value) }).toEqual({ value, answer: 'false', error: String(error) });
      if (read === 0 && !element.includes('.0.')) expect(get(element).error).toBe('0');
    }
  });

  it.each([
    ['true-false', ['t', 'f', '0', '1'], ['true', '', 'x', 'tf']],
    ['choice', ['a', 'a,b,9', ''], ['ab', 'A', 'a,', 'a;b', 'a[,]b', ',']],
    ['sequencing', ['a,b,c'], ['a b', 'a[,]b']],
    ['matching', ['a.1', 'a.1,b.2', ''], ['a1', 'a.', 'a[.]1', 'aa.1']],
    ['numeric', ['3', '-3.5'], ['', 'three', '1[:]2']],
    ['likert', ['a', '5', ''], ['ab', '-']],
    ['fill-in', ['free text, too'], [text(256)]],
    ['performance', ['anything at all'], [text(256)]],
  ])('checks a %s response and its pattern by the type', (type, good, bad) => {
    const { set } = started();
    set('cmi.interactions.0.id', 'q');
    set('cmi.interactions.0.type', type);
    for (const leaf of ['student_response', 'correct_responses.0.pattern']) {
      for (const value of good) expect([value, set(`cmi.interactions.0.${leaf}`, value).error]).toEqual([value, '0']);
      for (const value of bad) expect([value, set(`cmi.interactions.0.${leaf}`, value).error]).toEqual([value, '405']);
    }
  });

  it('keeps the old value when a new one is refused', () => {
    const { get, set } = started();
    set('cmi.core.score.raw', '80');
    set('cmi.core.score.raw', '180');
    expect(get('cmi.core.score.raw').answer).toBe('80');
  });

  it('adds comments up', () => {
    const { get, set } = started();
    set('cmi.comments', 'one ');
    set('cmi.comments', 'two');
    expect(get('cmi.comments').answer).toBe('one two');
  });

  it('lists children and counts rows', () => {
    const { get, set } = started();
    expect(get('cmi.core._children').answer).toBe(
      'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
    );
    expect(get('cmi.core.score._children').answer).toBe('raw,min,max');
    expect(get('cmi.interactions._count').answer).toBe('0');
    set('cmi.interactions.0.id', 'q1');
    set('cmi.interactions.0.correct_responses.0.pattern', 'a');
    set('cmi.interactions.1.id', 'q2');
    expect(get('cmi.interactions._count').answer).toBe('2');
    expect(get('cmi.interactions.0.correct_responses._count').answer).toBe('1');
    expect(get('cmi.interactions.1.correct_responses._count').answer).toBe('0');
    expect(get('cmi._version').answer).toBe('3.4');
  });

  it.each([
    ['get', 'cmi.core.student_id._children', '202'],
    ['get', 'cmi.core.score.raw._count', '203'],
    ['get', 'cmi.core._count', '203'],
    ['get', 'xyz.score.result', '401'],
    ['get', 'cmi.core', '401'],
    ['get', 'cmi.constructor', '401'],
    ['get', '__proto__', '401'],
    ['get', 'cmi.interactions.n.id', '401'],
    ['get', 'cmi.objectives.01.id', '401'],
    ['get', 'cmi.objectives.0.id', '201'],
    ['get', '', '201'],
    ['set', '', '201'],
    ['set', 'cmi.completion_status', '401'],
    ['set', 'cmi.core._children', '402'],
    ['set', 'cmi.interactions._count', '402'],
    ['set', 'cmi._version', '402'],
    ['set', 'cmi.interactions.1.id', '201'],
    ['set', 'cmi.interactions.0.objectives.1.id', '201'],
  ] as const)('%s %s leaves error %s', (way, element, error) => {
    const { get, set } = started();
    expect(way === 'get' ? get(element) : set(element, 'x')).toEqual({ answer: way === 'get' ? '' : 'false', error });
  });
});
