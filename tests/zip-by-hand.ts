import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip made by hand. */
export interface Part {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** Unix file type and mode. */
  readonly mode?: number;
  readonly flags?: number;
  readonly deflate?: boolean;
  /** How the entry says it is packed, if not as it is. */
  readonly method?: number;
  readonly crc?: number;
  /** What the zip says the file has, unpacked. */
  readonly size?: number;
  /** Extra fields of the directory, as bytes. */
  readonly extra?: Buffer;
}

/** A zip by hand (APPNOTE 4.3), so that it can hold what no good tool writes. */
export function zipOf(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const raw = Buffer.from(part.content ?? 'x');
    const data = part.deflate === true ? deflateRawSync(raw) : raw;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0x800, 2);
    common.writeUInt16LE(part.method ?? (part.deflate === true ? 8 : 0), 4);
    common.writeUInt32LE(part.crc ?? crc32(raw), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(part.size ?? raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const listed = Buffer.from(common);
    const extra = part.extra ?? Buffer.alloc(0);
    listed.writeUInt16LE(extra.length, 24);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), listed, tail, name, extra]));
    local.push(header);
    offset += header.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** The end of a zip in Zip64 (APPNOTE 4.3.14 to 4.3.16) whose directory says that it lists so many entries. */
export function zip64EndOf(entries: number): Buffer {
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.fill(0xff, 8, 20);
  return Buffer.concat([record, locator, end]);
}
