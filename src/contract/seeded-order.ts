import { mixHash, stableHash } from './stable-hash.ts';

/**
 * Shuffles ids the same way for the same seed. Each id's place depends on its own hash alone, so that adding or
 * removing one in a later version of the course leaves the others in their order.
 *
 * @param seed 0 leaves the order as it is
 */
export function seededOrder(ids: readonly string[], seed: number): readonly string[] {
  if (seed === 0) return ids;
  const rank = new Map(ids.map((id) => [id, mixHash(stableHash(id) ^ Math.imul(seed, 0x9e3779b1))]));
  return [...ids].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || (a < b ? -1 : 1));
}
