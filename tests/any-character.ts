import fc from 'fast-check';

/** One character, any of Unicode but half pairs. fast-check's own `binary` first makes a table of them all, which takes two seconds. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));
