import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { courseOf } from '../../tests/arbitrary-course.ts';
import type { QuizData } from './course-data.ts';
import { emptyState, fullCredit, type LearnerState } from './learner-state.ts';
import { type Coder, createDecoder } from './range-coder.ts';
import { encodeState } from './state-codec.ts';
import { codeStateOne } from './state-wire.ts';

const quiz: QuizData = {
  id: 'edge-check',
  title: 'Check',
  page: 'edge',
  pass: 75,
  attempts: 2,
  feedback: 'immediate',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'attempt',
  questions: [
    {
      id: 'first-hop',
      type: 'single',
      points: 1,
      prompt: 'What sees a request first?',
      choices: ['server', 'edge', 'database'].map((id) => ({ id, text: id, correct: id === 'edge' })),
    },
    { id: 'always-cached', type: 'true-false', points: 1, prompt: 'Everything is cached.', answer: false },
  ],
};
const course = courseOf('from-code-to-production', ['start', 'edge'], [quiz]);
const state: LearnerState = {
  ...emptyState,
  sequence: 9,
  registration: 123_456,
  place: { page: 'edge', fraction: 51 / 255 },
  seen: new Set(['start']),
  quizzes: new Map([
    [
      'edge-check',
      {
        attempts: 1,
        best: 5000,
        passed: false,
        current: {
          submitted: true,
          seed: 0,
          answers: new Map([
            ['first-hop', { response: { type: 'single', choice: 'edge' }, credit: fullCredit }],
            ['always-cached', { response: { type: 'true-false', value: true }, credit: 0 }],
          ]),
        },
      },
    ],
  ]),
};

/** Reads the text and writes down every step that `codeStateOne` takes. */
function stepsOf(body: string): string[] {
  const steps: string[] = [];
  const reader = createDecoder(body);
  const note = <T>(step: string, value: T): T => {
    steps.push(`${step.padEnd(24)} ${value}`);
    return value;
  };
  const coder: Coder = {
    uniform: (value, total) => note(`one of ${total}`, reader.uniform(value, total)),
    chance: (value, yes, total) => note(`yes ${yes} in ${total}`, reader.chance(value, yes, total)),
    learn: (value, context) => note(`learnt ${context}`, reader.learn(value, context)),
    number: (value, context) => note(`number ${context}`, reader.number(value, context)),
  };
  codeStateOne(coder, null);
  return steps;
}

test('docs/state-format.md shows what the codec does', () => {
  const text = encodeState(state, course);
  const shown = readFileSync(new URL('../../docs/state-format.md', import.meta.url), 'utf8');
  expect(shown).toContain(['```text', text, '```'].join('\n'));
  expect(shown).toContain(['```text', ...stepsOf(text.slice(5)), '```'].join('\n'));
});
