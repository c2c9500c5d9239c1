import { fullCredit } from '../learner-state.ts';
import type { OrderingQuestion } from '../question-data.ts';
import { seededOrder } from '../seeded-order.ts';
import { stableHash } from '../stable-hash.ts';
import { bitsFor } from './bits.ts';
import { questionHandler } from './question-logic.ts';

/** Items to put in order. Wire: for each place, the index among the sorted ids that are left, most significant bit first. */
export const ordering = questionHandler({
  type: 'ordering',
  parse: (question, input) => {
    const order: unknown = input.order;
    const known = idsOf(question);
    if (!Array.isArray(order) || order.length !== known.length) return null;
    if (new Set(order).size !== known.length || !order.every((id) => known.includes(id))) return null;
    return { type: 'ordering', order: [...order] };
  },
  isComplete: () => true,
  /**
   * `all-or-nothing`: full credit for the right order. `per-position`: items in their right place / items.
   * `per-neighbour`: items right before the one that belongs there / (items − 1). Both to the nearest 1/2520 below.
   */
  grade: (question, { order }) => {
    const right = idsOf(question);
    const share = (hits: number, of: number): number => Math.floor((hits * fullCredit) / Math.max(1, of));
    if (right.every((id, index) => order[index] === id)) return fullCredit;
    if (question.credit === 'per-position')
      return share(right.filter((id, index) => order[index] === id).length, right.length);
    if (question.credit === 'all-or-nothing') return 0;
    const kept = right.slice(1).filter((id, index) => order[order.indexOf(id) - 1] === right[index]);
    return share(kept.length, right.length - 1);
  },
  givesPartial: (question) => question.credit !== 'all-or-nothing',
  toWire: (question, { order }) => {
    const left = idsOf(question).sort();
    return order.map((id) => code(left, left.indexOf(id))).join('');
  },
  fromWire: (question, bits) => {
    const left = idsOf(question).sort();
    const order: string[] = [];
    let at = 0;
    while (left.length > 0) {
      const end = at + placeBits(left.length);
      const [id] = left.splice(Number.parseInt(bits.slice(at, end) || '0', 2), 1);
      if (id === undefined || end > bits.length) return null;
      order.push(id);
      at = end;
    }
    return at === bits.length ? { type: 'ordering', order } : null;
  },
  shape: (question) => ['ordering', ...idsOf(question).sort()].join('\n'),
  worstBits: (question) => question.items.reduce((sum, _item, index) => sum + placeBits(index + 1), 0),
  variesInLength: () => false,
  interaction: ({ items }, { order }) => ({
    kind: 'sequencing',
    items,
    chosen: order.map((id) => items.findIndex((item) => item.id === id)),
  }),
  parts: (question, response) =>
    idsOf(question).map((id, index) => ({
      id,
      answered: response !== null,
      correct: response?.order[index] === id,
      ...(response?.order[index] === id ? {} : { answer: String(index + 1) }),
    })),
  order: (question, _shuffled, seed) => startOrder(question, seed),
});

const idsOf = ({ items }: OrderingQuestion): string[] => items.map(({ id }) => id);

/** The last item needs no bits: it is the only one left. */
const placeBits = (left: number): number => (left === 1 ? 0 : bitsFor(left));

function code(left: string[], index: number): string {
  const bits = placeBits(left.length);
  left.splice(index, 1);
  return bits === 0 ? '' : index.toString(2).padStart(bits, '0');
}

/** The order before the learner has touched anything: drawn for the attempt, other in each question, never the right one. */
export function startOrder(question: Pick<OrderingQuestion, 'id' | 'items'>, seed: number): readonly string[] {
  const right = question.items.map(({ id }) => id);
  const order = seededOrder(right, (seed ^ stableHash(question.id)) >>> 0 || 1);
  return right.every((id, index) => order[index] === id) ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
