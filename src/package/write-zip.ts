import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { ZipArchive, type ZipEntryData } from 'archiver';
import type { PackageFile } from '../pages/rendered-course.ts';
import { PackageError, packageError } from './package-error.ts';

/** What went into the zip for one file; reading it back must give the same. */
export interface ZippedFile {
  readonly path: string;
  readonly size: number;
  readonly crc: number;
}

export interface ZipOptions {
  /** Of every entry, in UTC. */
  readonly date: Date;
  readonly signal?: AbortSignal | undefined;
}

/** Larger files of the disk are streamed, in bytes. */
const largestRead = 16 * 1024 * 1024;

/** Formats that are compressed already: deflating them again costs time and gains nothing. */
const compressed = new Set(
  '.avif .gif .jpg .jpeg .m4a .mp3 .mp4 .ogg .pdf .png .webm .webp .woff .woff2 .zip'.split(' '),
);

/**
 * Writes a new zip and flushes it to the disk: entries one after another in the order given, same bytes for the same
 * input. Large files of the disk are streamed. Half a file may be left where it throws (`PackageError`): the caller removes it.
 */
export async function writeZip(
  files: readonly PackageFile[],
  path: string,
  options: ZipOptions,
): Promise<readonly ZippedFile[]> {
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  const archive = new ZipArchive({ zlib: { level: 9 } });
  const output = createWriteStream(path, { flags: 'wx', flush: true });
  const piped = pipeline(archive, output, { signal });
  try {
    const [zipped] = await Promise.all([append(archive, files, options.date, signal), piped]);
    return zipped;
  } catch (error) {
    stop.abort();
    // The file must be closed before the caller removes it; what went wrong is told by the first error.
    await piped.catch(() => undefined);
    throw packageError('written', path, error);
  }
}

async function append(archive: ZipArchive, files: readonly PackageFile[], date: Date, signal: AbortSignal) {
  const zipped: ZippedFile[] = [];
  for (const file of files) {
    const { path } = file;
    if ('file' in file && file.size > largestRead) {
      zipped.push(await appendStream(archive, file, date, signal));
    } else {
      const bytes = 'file' in file ? await readWhole(file) : Buffer.from('text' in file ? file.text : file.bytes);
      // Archiver deflates no empty file, but keeps its data descriptor unless told to store: Java's ZipInputStream
      // refuses a stored entry with a data descriptor ("only DEFLATED entries can have EXT descriptor").
      const store = bytes.length === 0 || compressed.has(extname(path));
      const added = once(archive, 'entry', { signal });
      archive.append(bytes, entryData(path, date, store));
      await added;
      zipped.push({ path, size: bytes.length, crc: crc32(bytes) });
    }
  }
  await archive.finalize();
  return zipped;
}

/** What archiver is told of an entry: nothing from the disk or the clock. */
function entryData(path: string, date: Date, store: boolean): ZipEntryData {
  return { name: path, date, mode: 0o644, store };
}

type FileOnDisk = Extract<PackageFile, { readonly file: string }>;

async function readWhole({ file, size }: FileOnDisk): Promise<Buffer> {
  const bytes = await readFile(file).catch((error: unknown) => Promise.reject(packageError('read', file, error)));
  if (bytes.length !== size) throw changed(file, size, bytes.length);
  return bytes;
}

/** A stream's size and CRC come after it, in a data descriptor: so it is deflated, whatever it holds. */
async function appendStream(
  archive: ZipArchive,
  from: FileOnDisk,
  date: Date,
  signal: AbortSignal,
): Promise<ZippedFile> {
  const zipped = { path: from.path, size: 0, crc: 0 };
  async function* read() {
    for await (const chunk of createReadStream(from.file)) {
      zipped.size += chunk.length;
      zipped.crc = crc32(chunk, zipped.crc);
      yield chunk;
    }
  }
  const source = Readable.from(read());
  // Archiver pipes sources on without their errors: it would wait for ever.
  const failed = new Promise<never>((_, reject) => {
    source.once('error', (error) => reject(packageError('read', from.file, error)));
  });
  try {
    const added = once(archive, 'entry', { signal });
    archive.append(source, entryData(from.path, date, false));
    await Promise.race([added, failed]);
  } finally {
    source.destroy();
  }
  if (zipped.size !== from.size) throw changed(from.file, from.size, zipped.size);
  return zipped;
}

function changed(file: string, before: number, after: number): PackageError {
  return new PackageError('changed', file, `${file} changed while it was read: ${before} bytes became ${after}`);
}
