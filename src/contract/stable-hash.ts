/**
 * 32-bit hash of a text, the same in every version of the software: FNV-1a over the UTF-16 units
 * (http://www.isthe.com/chongo/tech/comp/fnv/), then `mixHash`, so that its high bits are as good as its low ones.
 */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mixHash(hash);
}

/** The finaliser of MurmurHash3 (public domain, Austin Appleby): a one-to-one map of 32-bit numbers. */
export function mixHash(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
