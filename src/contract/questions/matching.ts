import { fullCredit } from '../learner-state.ts';
import type { MatchingQuestion } from '../question-data.ts';
import { seededOrder } from '../seeded-order.ts';
import { type Pairing, pairBits, pairIndices, pairShape, pairsFromWire, pairsToWire, parsePairs } from './pairs.ts';
import { questionHandler } from './question-logic.ts';

const pairing = ({ items, answers }: MatchingQuestion): Pairing => ({ things: items, others: answers });

/** An answer for each item. Wire: `pairsToWire`. */
export const matching = questionHandler({
  type: 'matching',
  parse: (question, input) => {
    const pairs = parsePairs(pairing(question), input.pairs);
    return pairs && { type: 'matching', pairs };
  },
  isComplete: (question, response) => response.pairs.length === question.items.length,
  /** `per-pair`: right pairs / items, to the nearest 1/2520. `all-or-nothing`: full credit for all of them. */
  grade: ({ items, credit }, response) => {
    const chosen = new Map(response.pairs);
    const right = items.filter((item) => chosen.get(item.id) === item.answer).length;
    if (right === items.length) return fullCredit;
    return credit === 'per-pair' ? Math.floor((right * fullCredit) / items.length) : 0;
  },
  givesPartial: (question) => question.credit === 'per-pair' && question.items.length > 1,
  toWire: (question, response) => pairsToWire(pairing(question), response.pairs),
  fromWire: (question, bits) => {
    const pairs = pairsFromWire(pairing(question), bits);
    return pairs && { type: 'matching', pairs };
  },
  shape: (question) => pairShape('matching', pairing(question)),
  worstBits: (question) => pairBits(pairing(question)),
  variesInLength: () => false,
  interaction: (question, response) => ({
    kind: 'matching',
    items: question.items.map(({ id, text }) => ({ id, text })),
    answers: question.answers,
    chosen: pairIndices(pairing(question), response.pairs),
    correct: pairIndices(
      pairing(question),
      question.items.map(({ id, answer }) => [id, answer]),
    ),
  }),
  parts: (question, response) => {
    const chosen = new Map(response?.pairs);
    const texts = new Map(question.answers.map(({ id, text }) => [id, text]));
    return question.items.map(({ id, answer, feedback }) => ({
      id,
      answered: chosen.has(id),
      correct: chosen.get(id) === answer,
      ...(chosen.get(id) === answer ? {} : { answer: texts.get(answer) ?? '' }),
      ...(feedback === undefined ? {} : { feedback }),
    }));
  },
  order: ({ items }, shuffled, seed) =>
    shuffled
      ? seededOrder(
          items.map(({ id }) => id),
          seed,
        )
      : [],
});
