import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** One file of a zip that somebody hands in. */
export interface ReadFile {
  readonly path: string;
  /** Bytes unpacked, and in the zip. */
  readonly bytes: number;
  readonly packed: number;
  /** Of the files that were asked for. */
  readonly content?: Buffer;
}

/** A zip that is not to be trusted, or none at all. */
export class UnsafePackageError extends Error {
  override readonly name = 'UnsafePackageError';
}

const mostFiles = 65_535;
/** Deflate reaches 1032:1 on nothing but zeros; real files stay far below this. */
const highestRatio = 100;
/** The most that one file which is read may hold. */
const largestContent = 64_000_000;
const symbolicLink = 0o120000;
const fileType = 0o170000;
const encrypted = 0x1;
const utf8 = 0x800;

/**
 * Lists a zip and reads some files of it, all in memory: nothing is ever written, so that no name in it can lead
 * anywhere. A hostile zip is refused as a whole.
 *
 * @param wanted which files' content to give
 * @throws UnsafePackageError with the reason in plain words
 */
export async function readPackage(zip: Buffer, wanted: (path: string) => boolean): Promise<readonly ReadFile[]> {
  const opened = await open(zip);
  try {
    return await readFiles(opened, wanted);
  } catch (error) {
    if (error instanceof UnsafePackageError) throw error;
    throw new UnsafePackageError(`it is damaged (${error instanceof Error ? error.message : String(error)})`);
  }
}

async function readFiles(opened: ZipFile, wanted: (path: string) => boolean): Promise<readonly ReadFile[]> {
  // The directory is read no further than this; folders have entries too.
  if (opened.entryCount > mostFiles) throw new UnsafePackageError(`it has more than ${mostFiles} files`);
  const files: ReadFile[] = [];
  const names = new Map<string, string>();
  for await (const entry of opened.eachEntry()) {
    const path = nameOf(entry);
    const refusal = refuse(entry, path, names);
    if (refusal !== null) throw new UnsafePackageError(`\`${printable(path)}\`: ${refusal}`);
    // Folders have entries of their own in zips of other tools.
    if (path.endsWith('/')) continue;
    const file = { path, bytes: entry.uncompressedSize, packed: entry.compressedSize };
    files.push(wanted(path) ? { ...file, content: await contentOf(opened, entry, path) } : file);
  }
  return files;
}

async function open(zip: Buffer): Promise<ZipFile> {
  try {
    // Names are judged here, not by the library, so that they are given as they stand.
    return await fromBufferPromise(zip, { decodeStrings: false, validateEntrySizes: true });
  } catch (error) {
    throw new UnsafePackageError(`it is no zip (${error instanceof Error ? error.message : String(error)})`);
  }
}

function nameOf(entry: Entry): string {
  const raw: unknown = entry.fileName;
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from(String(raw));
  return bytes.toString((entry.generalPurposeBitFlag & utf8) === 0 && !isUtf8(bytes) ? 'latin1' : 'utf8');
}

function isUtf8(bytes: Buffer): boolean {
  return Buffer.compare(Buffer.from(bytes.toString('utf8')), bytes) === 0;
}

function refuse(entry: Entry, path: string, names: Map<string, string>): string | null {
  if (path === '') return 'it has no name';
  if (path.includes('\0')) return 'its name holds a NUL';
  if (path.includes('\\')) return 'its name holds a backslash';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'its path is absolute';
  if (path.split('/').includes('..')) return 'its path leads out of the package';
  if (((entry.externalFileAttributes >>> 16) & fileType) === symbolicLink) return 'it is a symbolic link';
  if ((entry.generalPurposeBitFlag & encrypted) !== 0) return 'it is encrypted';
  if (entry.uncompressedSize > highestRatio * Math.max(entry.compressedSize, 1))
    return `it unpacks to more than ${highestRatio} times its size`;
  const folded = path.normalize('NFC').toLowerCase();
  const other = names.get(folded);
  names.set(folded, path);
  return other === undefined
    ? null
    : other === path
      ? 'it is in the zip twice'
      : `it has the same name as \`${printable(other)}\` on some systems`;
}

async function contentOf(zip: ZipFile, entry: Entry, path: string): Promise<Buffer> {
  if (entry.uncompressedSize > largestContent)
    throw new UnsafePackageError(`\`${path}\`: it is larger than ${largestContent / 1_000_000} MB`);
  const chunks: Buffer[] = [];
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) chunks.push(chunk);
  } catch (error) {
    throw new UnsafePackageError(
      `\`${path}\` cannot be unpacked (${error instanceof Error ? error.message : String(error)})`,
    );
  }
  const content = Buffer.concat(chunks);
  if (crc32(content) !== entry.crc32) throw new UnsafePackageError(`\`${path}\` is damaged`);
  return content;
}

/** For a terminal: without the characters that move its cursor. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '�');
