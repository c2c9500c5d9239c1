import { expect, test } from 'vitest';
import type { Interaction, InteractionBody } from '../../contract/interaction.ts';
import { scorm12Interaction } from './scorm12-interaction.ts';

const texts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `i${index}`, text: `Text ${index}` }));
const told = (body: InteractionBody): Record<string, string> => {
  const interaction: Interaction = {
    ...{ id: 'quiz_question', quiz: 'quiz', question: 'question', prompt: 'Which?', body },
    ...{ result: 'neutral', weighting: 0, latency: null, time: 0 },
  };
  return Object.fromEntries(scorm12Interaction(interaction));
};

test('matching: items as letters, answers as digits, both in the order of the author', () => {
  const [items, answers] = [texts(3), texts(11)];
  const body = {
    kind: 'matching',
    items,
    answers,
    chosen: [
      [0, 0],
      [2, 10],
    ],
    correct: [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
  } as const;
  expect(told(body)).toMatchObject({
    type: 'matching',
    student_response: 'a.1,c.b',
    'correct_responses.0.pattern': 'a.1,b.2,c.3',
    weighting: '0',
    result: 'neutral',
  });
});

test('sequencing: the right order is the alphabet', () => {
  expect(told({ kind: 'sequencing', items: texts(3), chosen: [2, 0, 1] })).toMatchObject({
    type: 'sequencing',
    student_response: 'c,a,b',
    'correct_responses.0.pattern': 'a,b,c',
  });
});

test('what 36 characters cannot name is graded, but not told', () => {
  for (const body of [
    { kind: 'sequencing', items: texts(37), chosen: [0] },
    { kind: 'matching', items: texts(2), answers: texts(37), chosen: [[0, 36]], correct: [[0, 0]] },
    { kind: 'likert', scale: texts(37), chosen: 36 },
  ] as const) {
    expect(Object.keys(told(body))).not.toContain('student_response');
    expect(Object.keys(told(body))).not.toContain('correct_responses.0.pattern');
  }
});

test('likert: one character, the first step is 1', () => {
  expect(told({ kind: 'likert', scale: texts(5), chosen: 4 })).toMatchObject({ type: 'likert', student_response: '5' });
});

test('open: whole up to 255 characters, on one line, cut between characters', () => {
  const response = (text: string): string => told({ kind: 'open', text })['student_response'] ?? '';
  expect(told({ kind: 'open', text: 'One\n two ' })).toMatchObject({ type: 'fill-in', student_response: 'One two' });
  expect(response('x'.repeat(255))).toBe('x'.repeat(255));
  expect(response('x'.repeat(300))).toBe('x'.repeat(255));
  expect(response(`${'x'.repeat(254)}😀`)).toBe('x'.repeat(254));
});
