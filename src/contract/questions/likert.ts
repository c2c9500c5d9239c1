import { fullCredit } from '../learner-state.ts';
import type { LikertQuestion } from '../question-data.ts';
import { type Pairing, pairBits, pairIndices, pairShape, pairsFromWire, pairsToWire, parsePairs } from './pairs.ts';
import { questionHandler } from './question-logic.ts';

const pairing = ({ statements, scale }: LikertQuestion): Pairing => ({ things: statements, others: scale });

/** A step of the scale for each statement. Wire: `pairsToWire`. */
export const likert = questionHandler({
  type: 'likert',
  parse: (question, input) => {
    const pairs = parsePairs(pairing(question), input.pairs);
    return pairs && { type: 'likert', pairs };
  },
  isComplete: (question, response) => response.pairs.length === question.statements.length,
  // Worth no points; full credit, so that it never keeps a quiz from being all right.
  grade: () => fullCredit,
  givesPartial: () => false,
  toWire: (question, response) => pairsToWire(pairing(question), response.pairs),
  fromWire: (question, bits) => {
    const pairs = pairsFromWire(pairing(question), bits);
    return pairs && { type: 'likert', pairs };
  },
  shape: (question) => pairShape('likert', pairing(question)),
  worstBits: (question) => pairBits(pairing(question)),
  variesInLength: () => false,
  /** One interaction for each statement: the standards have a likert of one value only. */
  interaction: ({ statements, scale, ...question }, response) => ({
    kind: 'parts',
    parts: pairIndices(pairing({ statements, scale, ...question }), response.pairs).flatMap(([index, chosen]) => {
      const statement = statements[index];
      return statement ? [{ ...statement, body: { kind: 'likert', scale, chosen } }] : [];
    }),
  }),
  parts: () => [],
  order: () => [],
});
