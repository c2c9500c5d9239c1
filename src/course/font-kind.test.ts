import { expect, test } from 'vitest';
import { fontKind } from './font-kind.ts';

/** A header of WOFF2 and a directory of tables. */
function woff2(tables: number, directory: readonly number[]): Uint8Array {
  const header = Buffer.alloc(48);
  header.write('wOF2');
  header.writeUInt16BE(tables, 12);
  return Buffer.concat([header, Buffer.from(directory)]);
}

test.each([
  ['a font of one cut', woff2(2, [0x01, 0x36, 0x02, 0x24]), 'static'],
  ['a table fvar by its number', woff2(2, [0x01, 0x36, 47, 0x24]), 'variable'],
  ['a table fvar by its name', woff2(1, [0x3f, ...Buffer.from('fvar'), 0x24]), 'variable'],
  ['lengths of several bytes', woff2(2, [0x01, 0x81, 0x80, 0x00, 47, 0x24]), 'variable'],
  ['a transformed table of glyphs before it', woff2(3, [10, 0x24, 47, 11, 0x24, 0x00, 47, 0x24]), 'variable'],
  ['glyphs as they were', woff2(2, [0xca, 0x24, 47, 0x24]), 'variable'],
  ['another kind of font', Buffer.concat([Buffer.from('wOFF'), Buffer.alloc(60)]), null],
  ['nothing', new Uint8Array(), null],
] as const)('%s', (_what, bytes, kind) => {
  expect(fontKind(bytes)).toBe(kind);
});
