import fc from 'fast-check';
import type { NamedText, QuestionData } from '../src/contract/question-data.ts';
import type { LearnerResponse, ResponsePair } from '../src/contract/response.ts';
import { anyCharacter } from './any-character.ts';

/** Random questions that arrange (matching, ordering, hotspot, likert, open), and responses to them. */

type Arranging = Extract<QuestionData, { type: 'matching' | 'ordering' | 'hotspot' | 'likert' | 'open' }>;

const id = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,12}$/);
interface Named {
  readonly id: string;
  readonly text: string;
}
const named = (minLength: number, maxLength: number): fc.Arbitrary<Named[]> =>
  fc
    .uniqueArray(id, { minLength, maxLength })
    .map((names) => names.map((name) => ({ id: name, text: `Text of ${name}` })));
const points = fc.constantFrom(0.5, 1, 3);

/** An open question's text may be left out of a state, so whole states are made without any. */
export function arrangingQuestion(name: string): fc.Arbitrary<Exclude<Arranging, { type: 'open' }>> {
  const base = { id: name, prompt: `What about ${name}?` };
  return fc.oneof(
    fc
      .record({
        points,
        items: named(1, 8),
        answers: named(2, 9),
        credit: fc.constantFrom('per-pair' as const, 'all-or-nothing' as const),
        right: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      })
      .map(({ items, answers, right, ...own }) => ({
        ...base,
        ...own,
        type: 'matching' as const,
        answers,
        items: items.map((item, index) => ({
          ...item,
          answer: answers[(right[index] ?? 0) % answers.length]?.id ?? '',
        })),
      })),
    fc
      .record({
        points,
        items: named(2, 9),
        credit: fc.constantFrom('all-or-nothing' as const, 'per-position' as const, 'per-neighbour' as const),
      })
      .map((own) => ({ ...base, type: 'ordering' as const, ...own })),
    fc
      .record({
        points,
        regions: named(2, 9),
        right: fc.integer({ min: 1, max: 9 }),
        credit: fc.constantFrom('all-or-nothing' as const, 'per-choice' as const),
      })
      .map(({ regions, right, ...own }) => ({
        ...base,
        ...own,
        type: 'hotspot' as const,
        regions: regions.map((region, index) => ({ ...region, correct: index < right })),
      })),
    fc
      .record({ statements: named(1, 6), scale: named(2, 7) })
      .map((own) => ({ ...base, type: 'likert' as const, points: 0, ...own })),
  );
}

export const openQuestion: fc.Arbitrary<Arranging> = fc
  .record({ id, limit: fc.integer({ min: 1, max: 300 }) })
  .map((own) => ({ ...own, type: 'open' as const, points: 0, prompt: 'What do you think?' }));

export function arrangingResponse(question: Arranging): fc.Arbitrary<LearnerResponse> {
  switch (question.type) {
    case 'matching':
      return pairs(question.items, question.answers).map((chosen) => ({ type: 'matching', pairs: chosen }));
    case 'likert':
      return pairs(question.statements, question.scale).map((chosen) => ({ type: 'likert', pairs: chosen }));
    case 'ordering': {
      const names = question.items.map((item) => item.id);
      return fc.shuffledSubarray(names, { minLength: names.length }).map((order) => ({ type: 'ordering', order }));
    }
    case 'hotspot': {
      const names = question.regions.map((region) => region.id).sort();
      const isOne = question.regions.filter((region) => region.correct).length === 1;
      return fc
        .subarray(names, { maxLength: isOne ? 1 : names.length })
        .map((choices) => ({ type: 'hotspot', choices }));
    }
    case 'open':
      return fc
        .string({ unit: anyCharacter, maxLength: question.limit })
        .map((text) => ({ type: 'open', text: text.replace(/\r\n?/g, '\n').replace(/\p{Cs}/gu, ' ') }));
  }
}

/** By the ids of the things, for some or all of them. */
function pairs(things: readonly NamedText[], others: readonly NamedText[]): fc.Arbitrary<ResponsePair[]> {
  const names = things.map((thing) => thing.id).sort();
  return fc
    .tuple(
      ...names.map((name) =>
        fc.option(fc.constantFrom(...others.map((other) => other.id)).map((chosen): ResponsePair => [name, chosen])),
      ),
    )
    .map((chosen) => chosen.filter((pair) => pair !== null));
}
