/**
 * What learners type, as it is kept: one line, tidied the same way wherever it comes from, and short enough that the
 * worst case of a course's state is known when it is compiled.
 */

/** More than any field lets through; a longer text is no answer of ours. */
const longestInput = 10_000;

/**
 * Typed text in its one canonical form: NFC, no control characters, inner spaces folded, none at the ends.
 *
 * @param limit the most bytes of UTF-8; what is beyond it goes, by whole characters, as in the field itself
 * @returns null for anything that is no text or holds nothing
 */
export function typedText(input: unknown, limit: number): string | null {
  if (typeof input !== 'string' || input.length > longestInput) return null;
  const tidy = input
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  const text = clipText(tidy, limit).trim();
  return text === '' ? null : text;
}

/** The longest beginning of the text, in whole characters, that takes no more than `limit` bytes of UTF-8. */
export function clipText(text: string, limit: number): string {
  let clipped = '';
  let left = limit;
  for (const character of text) {
    left -= byteLength(character);
    if (left < 0) break;
    clipped += character;
  }
  return clipped;
}

/** Bytes of the text in UTF-8. A half of a surrogate pair counts as three, as where it is replaced. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Canonical text as bits: its bytes in UTF-8, eight bits each, the highest first. */
export function textToBits(text: string): string {
  let bits = '';
  for (const [, hex, plain] of encodeURIComponent(text).matchAll(/%(..)|(.)/g)) {
    const byte = hex === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(hex, 16);
    bits += byte.toString(2).padStart(8, '0');
  }
  return bits;
}

/** The reverse; null for bits that are no canonical text of at most `limit` bytes. */
export function bitsToText(bits: string, limit: number): string | null {
  const text = textOfBits(bits);
  return typedText(text, limit) === text ? text : null;
}

/** The text whose bytes in UTF-8 these are, whatever it holds; null for bits that are no UTF-8. */
export function textOfBits(bits: string): string | null {
  if (bits.length % 8 !== 0) return null;
  let escaped = '';
  for (let at = 0; at < bits.length; at += 8) {
    escaped += `%${Number.parseInt(bits.slice(at, at + 8), 2)
      .toString(16)
      .padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
