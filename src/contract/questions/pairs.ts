import type { NamedText } from '../question-data.ts';
import type { ResponsePair } from '../response.ts';
import { bitsFor } from './bits.ts';

/** What matching and likert share: for each of some things at most one of some others. */
export interface Pairing {
  readonly things: readonly NamedText[];
  readonly others: readonly NamedText[];
}

const idsOf = (named: readonly NamedText[]): string[] => named.map(({ id }) => id).sort();
const width = ({ others }: Pairing): number => bitsFor(others.length + 1);

/** Hostile input → the pairs in the order of their things' ids, or null. Of two for one thing the last counts. */
export function parsePairs(pairing: Pairing, input: unknown): readonly ResponsePair[] | null {
  if (!Array.isArray(input) || input.length > 2 * pairing.things.length) return null;
  const [known, others] = [idsOf(pairing.things), idsOf(pairing.others)];
  const found = new Map<string, string>();
  for (const pair of input) {
    if (!Array.isArray(pair) || !known.includes(pair[0]) || !others.includes(pair[1])) return null;
    found.set(pair[0], pair[1]);
  }
  return known.flatMap((id): ResponsePair[] => {
    const chosen = found.get(id);
    return chosen === undefined ? [] : [[id, chosen]];
  });
}

/** For each thing, sorted by id: the index of its other among their sorted ids plus 1, or 0. */
export function pairsToWire(pairing: Pairing, pairs: readonly ResponsePair[]): string {
  const others = idsOf(pairing.others);
  const chosen = new Map(pairs);
  return idsOf(pairing.things)
    .map((id) => (others.indexOf(chosen.get(id) ?? '') + 1).toString(2).padStart(width(pairing), '0'))
    .join('');
}

export function pairsFromWire(pairing: Pairing, bits: string): readonly ResponsePair[] | null {
  if (bits.length !== pairBits(pairing)) return null;
  const others = idsOf(pairing.others);
  const pairs: ResponsePair[] = [];
  for (const [index, id] of idsOf(pairing.things).entries()) {
    const code = Number.parseInt(bits.slice(index * width(pairing), (index + 1) * width(pairing)), 2);
    const chosen = others[code - 1];
    if (chosen !== undefined) pairs.push([id, chosen]);
    else if (code !== 0) return null;
  }
  return pairs;
}

export const pairBits = (pairing: Pairing): number => pairing.things.length * width(pairing);

export const pairShape = (type: string, pairing: Pairing): string =>
  [type, ...idsOf(pairing.things), '', ...idsOf(pairing.others)].join('\n');

/** Pairs as indices, as authored. */
export function pairIndices(pairing: Pairing, pairs: readonly ResponsePair[]): (readonly [number, number])[] {
  const place = (named: readonly NamedText[], wanted: string): number => named.findIndex(({ id }) => id === wanted);
  return pairs
    .map(([of, chosen]) => [place(pairing.things, of), place(pairing.others, chosen)] as const)
    .sort(([a], [b]) => a - b);
}
