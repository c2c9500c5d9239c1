import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionNamed, responseTo } from '../../../tests/arbitrary-course.ts';
import { fullCredit } from '../learner-state.ts';
import type { MultipleQuestion, QuestionData, SingleQuestion, TrueFalseQuestion } from '../question-data.ts';
import { handlerOf } from './index.ts';

const base = { id: 'q', points: 1, prompt: 'Which?' };
const choices = ['delta', 'alpha', 'charlie', 'bravo'].map((id) => ({ id, text: id, correct: id < 'c' }));
const single: SingleQuestion = { ...base, type: 'single', choices };
const multiple: MultipleQuestion = { ...base, type: 'multiple', credit: 'per-choice', choices };
const strict: MultipleQuestion = { ...multiple, credit: 'all-or-nothing' };
const trueFalse: TrueFalseQuestion = { ...base, type: 'true-false', answer: false };
const chose = (...ids: string[]) => ({ type: 'multiple', choices: ids }) as const;

const asked = questionNamed('q').chain((question) => fc.tuple(fc.constant(question), responseTo(question)));

test('a valid response is parsed to itself and survives the wire', () => {
  fc.assert(
    fc.property(asked, ([question, response]) => {
      const handler = handlerOf(question);
      expect(handler.parse(question, structuredClone(response))).toEqual(response);
      const bits = handler.toWire(question, response) ?? '';
      expect(bits).toMatch(/^[01]+$/);
      expect(bits.length).toBeLessThanOrEqual(handler.worstBits(question));
      expect(handler.fromWire(question, bits)).toEqual(response);
    }),
  );
});

test('hostile input is a valid response or null', () => {
  const input = fc.oneof(
    fc.anything(),
    fc.record({
      type: fc.constantFrom('single', 'multiple', 'true-false'),
      choice: fc.anything(),
      choices: fc.anything(),
    }),
  );
  fc.assert(
    fc.property(questionNamed('q'), input, (question, given) => {
      const response = handlerOf(question).parse(question, given);
      if (response !== null) expect(handlerOf(question).parse(question, response)).toEqual(response);
      expect(response === null || response.type === question.type).toBe(true);
    }),
  );
});

test.each<[QuestionData, unknown]>([
  [single, { type: 'single', choice: 'echo' }],
  [single, { type: 'single', choice: ['alpha'] }],
  [single, { type: 'multiple', choices: ['alpha'] }],
  [multiple, { type: 'multiple', choices: ['alpha', 'echo'] }],
  [multiple, { type: 'multiple', choices: 'alpha' }],
  [multiple, { type: 'multiple', choices: Array(5).fill('alpha') }],
  [trueFalse, { type: 'true-false', value: 'true' }],
  [trueFalse, null],
])('%o refuses %o', (question, input) => {
  expect(handlerOf(question).parse(question, input)).toBeNull();
});

test('repeats are dropped and the order is canonical', () => {
  const parsed = handlerOf(multiple).parse(multiple, chose('delta', 'alpha', 'delta'));
  expect(parsed).toEqual(chose('alpha', 'delta'));
});

test('nothing chosen is not yet an answer', () => {
  expect(handlerOf(multiple).isComplete(multiple, chose())).toBe(false);
  expect(handlerOf(multiple).isComplete(multiple, chose('delta'))).toBe(true);
  expect(handlerOf(single).isComplete(single, null)).toBe(false);
  expect(handlerOf(single).isComplete(single, { type: 'single', choice: 'delta' })).toBe(true);
  expect(handlerOf(trueFalse).isComplete(trueFalse, { type: 'true-false', value: false })).toBe(true);
});

test.each([
  [strict, chose('alpha', 'bravo'), 2520],
  [strict, chose('alpha'), 0],
  [strict, chose('alpha', 'bravo', 'delta'), 0],
  [multiple, chose('alpha', 'bravo'), 2520],
  [multiple, chose('alpha'), 1260],
  [multiple, chose('alpha', 'bravo', 'delta'), 1260],
  [multiple, chose('alpha', 'delta'), 0],
  [multiple, chose('charlie', 'delta'), 0],
  [single, { type: 'single', choice: 'bravo' } as const, 2520],
  [single, { type: 'single', choice: 'delta' } as const, 0],
  [trueFalse, { type: 'true-false', value: false } as const, 2520],
  [trueFalse, { type: 'true-false', value: true } as const, 0],
  [single, chose('alpha'), 0],
  [single, null, 0],
])('%o answered %o earns %i', (question, response, credit) => {
  expect(handlerOf(question).grade(question, response)).toBe(credit);
});

test('credit is whole, within bounds, and never lowered by one more right choice', () => {
  fc.assert(
    fc.property(asked, ([question, response]) => {
      const handler = handlerOf(question);
      const credit = handler.grade(question, response);
      expect(Number.isInteger(credit) && credit >= 0 && credit <= fullCredit).toBe(true);
      if (!handler.givesPartial(question)) expect([0, fullCredit]).toContain(credit);
      if (question.type !== 'multiple' || response.type !== 'multiple') return;
      for (const { id, correct } of question.choices)
        if (correct && !response.choices.includes(id))
          expect(handler.grade(question, chose(...response.choices, id))).toBeGreaterThanOrEqual(credit);
    }),
  );
});

test('the wire does not depend on the order of choices, and its shape changes with them', () => {
  const turned: SingleQuestion = { ...single, choices: choices.toReversed() };
  const { toWire, shape, fromWire } = handlerOf(single);
  const response = { type: 'single', choice: 'charlie' } as const;
  expect(toWire(single, response)).toBe('10');
  expect(toWire(turned, response)).toBe('10');
  expect(shape(turned)).toBe(shape(single));
  expect(shape({ ...single, choices: choices.slice(1) })).not.toBe(shape(single));
  expect(handlerOf(multiple).shape(multiple)).not.toBe(shape(single));
  expect(handlerOf(multiple).toWire(multiple, chose('alpha', 'delta'))).toBe('1001');
  expect(fromWire(single, '100')).toBeNull();
  expect(fromWire({ ...single, choices: choices.slice(1) }, '11')).toBeNull();
  expect(handlerOf(multiple).fromWire(multiple, '1')).toBeNull();
});

test('interactions name choices by their place in the source', () => {
  const options = choices.map(({ id, text }) => ({ id, text }));
  expect(handlerOf(multiple).interaction(multiple, chose('charlie', 'delta'))).toEqual({
    kind: 'choice',
    options,
    chosen: [0, 2],
    correct: [1, 3],
  });
  expect(handlerOf(single).interaction(single, { type: 'single', choice: 'bravo' })).toMatchObject({ chosen: [3] });
  expect(handlerOf(trueFalse).interaction(trueFalse, { type: 'true-false', value: true })).toEqual({
    kind: 'true-false',
    chosen: true,
    correct: false,
  });
  expect(handlerOf(single).interaction(single, null)).toBeNull();
});
