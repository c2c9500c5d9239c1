import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameApp, frameEnvelope, type PageMessage, type PlayerMessage, type QuizView } from './frame-messages.ts';
import { parsePageMessage, parsePlayerMessage } from './parse-frame-message.ts';

const view: QuizView = {
  id: 'check',
  phase: 'submitted',
  feedback: 'end',
  readOnly: false,
  attempt: 1,
  attemptsLeft: null,
  counts: 'average',
  canRetry: true,
  retryAt: 1_800_000_000_000,
  time: { phase: 'running', left: 60_000, adjustable: true },
  questions: [
    {
      id: 'one',
      response: { type: 'multiple', choices: ['a', 'b'] },
      order: ['b', 'a'],
      verdict: 'partly',
      options: {
        a: { correct: true, feedback: 0, answer: null },
        b: { correct: null, feedback: null, answer: 'Yes' },
      },
      explanation: 7,
      hint: { text: 12, cost: 25 },
      confidence: 2,
    },
  ],
  result: { score: 5000, best: 7500, passed: null, pass: null, right: 0, of: 1 },
};

const fromPage: readonly PageMessage[] = [
  { kind: 'ready', page: 'one' },
  { kind: 'read', page: 'one' },
  { kind: 'place', page: 'one', fraction: 0.5 },
  { kind: 'go', page: 'two', fragment: '' },
  { kind: 'step', to: 'previous' },
  { kind: 'draft', quiz: 'check', question: 'one', response: null },
  { kind: 'draft', quiz: 'check', question: 'one', response: { type: 'true-false', value: false } },
  { kind: 'check', quiz: 'check', question: 'one', response: { type: 'single', choice: 'a' } },
  { kind: 'submit', quiz: 'check' },
  { kind: 'retry', quiz: 'check' },
  { kind: 'hint', quiz: 'check', question: 'one' },
  { kind: 'begin', quiz: 'check' },
  { kind: 'limit', quiz: 'check', limit: 'off' },
  { kind: 'exit' },
  { kind: 'flushed' },
];

const fromPlayer: readonly PlayerMessage[] = [
  {
    kind: 'welcome',
    page: 'one',
    quizzes: [view],
    place: null,
    fragment: '',
    previous: null,
    next: 'two',
    strings: { 'quiz.check': 'Check' },
  },
  { kind: 'quiz', quiz: view, focus: { at: 'question', question: 'one' } },
  { kind: 'quiz', quiz: view, focus: { at: 'result' } },
  { kind: 'quiz', quiz: view, focus: { at: 'none' } },
  { kind: 'quiz', quiz: view, focus: { at: 'over' } },
  { kind: 'quiz', quiz: { ...view, phase: 'open', result: null }, focus: null },
  { kind: 'flush' },
];

/** Every way to take one part out of a value, or to put a function-less stranger in its place. */
function damaged(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((part, index) => damaged(part).map((bad) => value.with(index, bad)));
  }
  if (typeof value !== 'object' || value === null) return [{ toString: 'x' }];
  return Object.entries(value).flatMap(([key, part]) => {
    const { [key]: _gone, ...rest } = value as Record<string, unknown>;
    // Rich text is not looked into here: the page drops what it does not know while drawing.
    const inner =
      key === 'feedback' || key === 'explanation' || key === 'text' || key === 'strings' ? [] : damaged(part);
    const isEntry = key === 'a' || key === 'b' || key === 'quiz.check';
    return [...(isEntry ? [] : [rest]), ...inner.map((bad) => ({ ...value, [key]: bad }))];
  });
}

describe('what the page says', () => {
  test.each(fromPage)('is understood: $kind', (message) => {
    expect(parsePageMessage(structuredClone(frameEnvelope(message)))).toMatchObject(message);
  });

  test.each(fromPage)('is refused with any part missing or of a wrong type: $kind', (message) => {
    const wrong = damaged(frameEnvelope(message));
    expect(wrong.length).toBeGreaterThan(1);
    for (const bad of wrong) expect(parsePageMessage(bad), JSON.stringify(bad)).toBeNull();
  });

  test('is refused beyond the bounds', () => {
    const place = (fraction: number) => parsePageMessage({ app: frameApp, kind: 'place', page: 'one', fraction });
    expect(place(1)).not.toBeNull();
    expect([place(1.01), place(-0.1), place(Number.NaN), place(Number.POSITIVE_INFINITY)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(parsePageMessage({ app: frameApp, kind: 'ready', page: 'x'.repeat(10_001) })).toBeNull();
    const choices = Array.from({ length: 10_001 }, () => 'a');
    const response = { type: 'multiple', choices };
    expect(parsePageMessage({ app: frameApp, kind: 'check', quiz: 'q', question: 'a', response })).toBeNull();
  });

  test('is refused for names that every object has', () => {
    for (const kind of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(parsePageMessage({ app: frameApp, kind, page: 'one' })).toBeNull();
      const response = { type: kind, choice: 'a' };
      expect(parsePageMessage({ app: frameApp, kind: 'check', quiz: 'q', question: 'a', response })).toBeNull();
    }
  });
});

describe('what the player says', () => {
  test.each(fromPlayer)('is understood: $kind', (message) => {
    expect(parsePlayerMessage(structuredClone(frameEnvelope(message)))).toMatchObject(message);
  });

  test.each(fromPlayer)('is refused with any part missing or of a wrong type: $kind', (message) => {
    const wrong = damaged(frameEnvelope(message));
    expect(wrong.length).toBeGreaterThan(3);
    for (const bad of wrong) expect(parsePlayerMessage(bad), JSON.stringify(bad)).toBeNull();
  });

  test('is not taken for what a page says, nor the other way round', () => {
    for (const message of fromPlayer) expect(parsePageMessage(frameEnvelope(message))).toBeNull();
    for (const message of fromPage) expect(parsePlayerMessage(frameEnvelope(message))).toBeNull();
  });
});

test('anything at all is read without a throw', () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true }),
      fc.constantFrom('ready', 'quiz', 'check', 'welcome'),
      (value, kind) => {
        expect(parsePageMessage(value)).toBeNull();
        expect(parsePlayerMessage(value)).toBeNull();
        const marked = typeof value === 'object' && value !== null ? { ...value, app: frameApp, kind } : value;
        parsePageMessage(marked);
        parsePlayerMessage(marked);
      },
    ),
  );
});
