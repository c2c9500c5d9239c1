import type { Coder } from './range-coder.ts';
import { mixHash, stableHash } from './stable-hash.ts';

/** How ids are shortened to numbers: `bits` of the hash, after mixing with one of eight salts. */
export interface KeyScheme {
  readonly bits: number;
  readonly salt: number;
}

export const saltCount = 8;

/** The number that stands for an id in the state, below 2^bits. */
export function keyOf(id: string, scheme: KeyScheme): number {
  return mixHash(stableHash(id) + Math.imul(scheme.salt, 0x9e3779b9)) >>> (32 - scheme.bits);
}

/**
 * The narrowest scheme of at least `bits` bits in which no two of the ids get the same key. Ids with the same 32-bit
 * hash cannot be told apart by any scheme; the compiler refuses them (`keyCollisions`).
 */
export function keyScheme(ids: readonly string[], bits: number): KeyScheme {
  const distinct = new Set(ids.map(stableHash)).size;
  for (let width = bits; width < 32; width += 1)
    for (let salt = 0; salt < saltCount; salt += 1) {
      const scheme = { bits: width, salt };
      if (new Set(ids.map((id) => keyOf(id, scheme))).size === distinct) return scheme;
    }
  // The keys are then the hashes, mixed one to one.
  return { bits: 32, salt: 0 };
}

/** Bits to number `count` things. */
export function indexBits(count: number): number {
  return Math.ceil(Math.log2(Math.max(1, count)));
}

/** How many leading bits of a key name its bucket in `codeKeys`. */
export function bucketBits(count: number, bits: number): number {
  return Math.min(bits, indexBits(count) + 3);
}

/**
 * A sorted set of `count` keys of `bits` bits. The first bits of a key name a bucket; going through the buckets, each
 * step says "one more key here" or "next bucket", as likely as what is left of either. The rest of each key follows it
 * as it is. Costs the same for every set of that size: log2 of (count + buckets − 1 over count), and the rests.
 */
export function codeKeys(coder: Coder, keys: readonly number[], count: number, bits: number): number[] {
  const high = bucketBits(count, bits);
  const rest = 2 ** (bits - high);
  let bucket = 0;
  return Array.from({ length: count }, (_, index) => {
    const key = keys[index] ?? 0;
    const left = count - index;
    while (!coder.chance(Math.floor(key / rest) === bucket, left, left + 2 ** high - 1 - bucket)) bucket += 1;
    return bucket * rest + coder.uniform(key % rest, rest);
  });
}
