/** The number of the table `fvar`, which variable fonts alone have, in the list of known tags (WOFF2, 5.1). */
const variationsTable = 47;
/** The header's length, in bytes (WOFF2, 4.1). */
const headerLength = 48;
/** The tables whose entry says how long they are transformed; all others do so if they are transformed at all. */
const glyphTables: ReadonlySet<number> = new Set([10, 11]);

/**
 * What kind of font a file is, by its header and its directory of tables.
 *
 * @param bytes the beginning of the file; 4 kB are plenty
 * @returns null if it is no WOFF2 font
 */
export function fontKind(bytes: Uint8Array): 'variable' | 'static' | null {
  if (bytes.length < headerLength || Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'wOF2') return null;
  const tables = ((bytes[12] ?? 0) << 8) | (bytes[13] ?? 0);
  let at = headerLength;
  for (let table = 0; table < tables && at < bytes.length; table++) {
    const flags = bytes[at++] ?? 0;
    const known = flags & 0x3f;
    const version = flags >> 6;
    if (known === variationsTable) return 'variable';
    if (known === 0x3f) {
      if (Buffer.from(bytes.subarray(at, at + 4)).toString('latin1') === 'fvar') return 'variable';
      at += 4;
    }
    at = afterNumber(bytes, at);
    const isTransformed = glyphTables.has(known) ? version !== 3 : version !== 0;
    if (isTransformed) at = afterNumber(bytes, at);
  }
  return 'static';
}

/** Behind a `UIntBase128`: each byte but the last has its highest bit set, and there are at most five. */
function afterNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < from + 4 && ((bytes[at] ?? 0) & 0x80) !== 0) at += 1;
  return at + 1;
}
