import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { ZippedFile } from './write-zip.ts';

/** Something wrong with a package; a fault is ours, not the author's. */
export interface PackageFault {
  /** In the package. */
  readonly path: string;
  /** What is wrong, one sentence without a full stop. */
  readonly reason: string;
}

const methods = { stored: 0, deflated: 8 } as const;
const flags = { encrypted: 0x1, dataDescriptor: 0x8, utf8: 0x800 } as const;
const zip64Extra = 0x0001;

/**
 * Reads a zip back from the disk and compares it with what was written: the entries and their order, sizes and CRCs of
 * the unpacked bytes, and that every LMS's zip reader will take it. Gives no faults for a sound zip. Throws what the
 * disk throws, and an AbortError.
 */
export async function verifyPackage(
  path: string,
  expected: readonly ZippedFile[],
  signal?: AbortSignal,
): Promise<readonly PackageFault[]> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false, strictFileNames: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    return [{ path: basename(path), reason: `it is no zip: ${String(error)}` }];
  }
  try {
    return await compare(zip, path, expected, signal);
  } finally {
    zip.close();
  }
}

async function compare(zip: ZipFile, path: string, expected: readonly ZippedFile[], signal?: AbortSignal) {
  const faults: PackageFault[] = [];
  let index = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const wanted = expected[index++];
      if (wanted?.path !== entry.fileName) {
        faults.push({ path: entry.fileName, reason: `\`${wanted?.path ?? 'the end'}\` should stand in its place` });
        break;
      }
      const odd = checkHeader(entry);
      faults.push(...(odd.length > 0 ? odd : await checkContent(zip, entry, wanted, signal)));
    }
  } catch (error) {
    if (signal?.aborted) throw error;
    faults.push({ path: basename(path), reason: `it cannot be read back: ${String(error)}` });
  }
  const missing = expected[index];
  if (missing !== undefined && faults.length === 0) faults.push({ path: missing.path, reason: 'it is not in the zip' });
  return faults;
}

function checkHeader(entry: Entry): PackageFault[] {
  const reasons: string[] = [];
  const has = (flag: number) => (entry.generalPurposeBitFlag & flag) !== 0;
  if (entry.compressionMethod !== methods.stored && entry.compressionMethod !== methods.deflated) {
    reasons.push(`it is packed by method ${entry.compressionMethod}, not stored or deflated`);
  }
  if (has(flags.encrypted)) reasons.push('it is encrypted');
  if (entry.compressionMethod === methods.stored && has(flags.dataDescriptor)) {
    reasons.push('it is stored with a data descriptor, which Java refuses');
  }
  if (Buffer.byteLength(entry.fileName) !== entry.fileName.length && !has(flags.utf8))
    reasons.push('its name is not marked as UTF-8');
  if (entry.extraFields.some((field) => field.id === zip64Extra)) reasons.push('it needs Zip64');
  if (entry.fileName.endsWith('/')) reasons.push('it is a folder');
  return reasons.map((reason) => ({ path: entry.fileName, reason }));
}

async function checkContent(
  zip: ZipFile,
  entry: Entry,
  wanted: ZippedFile,
  signal?: AbortSignal,
): Promise<PackageFault[]> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  let size = 0;
  let crc = 0;
  for await (const chunk of stream) {
    signal?.throwIfAborted();
    size += chunk.length;
    crc = crc32(chunk, crc);
  }
  const reasons: string[] = [];
  if (size !== wanted.size) reasons.push(`${wanted.size} bytes were written, ${size} read back`);
  if (crc !== wanted.crc || crc !== entry.crc32) reasons.push('its bytes are not those that were written');
  return reasons.map((reason) => ({ path: entry.fileName, reason }));
}
