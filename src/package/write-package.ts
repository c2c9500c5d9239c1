import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { PackageFile } from '../pages/rendered-course.ts';
import { PackageError, packageError } from './package-error.ts';
import { judgeSize, totalSize, zipLimits } from './package-size.ts';
import { removeStaleFiles, temporaryPath } from './temporary-file.ts';
import { verifyPackage } from './verify-package.ts';
import { writeZip, type ZipOptions } from './write-zip.ts';

/** A package on the disk. */
export interface WrittenPackage {
  readonly path: string;
  /** Of the zip. */
  readonly bytes: number;
  readonly entries: number;
}

/**
 * Makes a zip of the files, in their order, and puts it in place whole: written under a temporary name in the same
 * folder, read back, flushed, renamed. Until then an earlier package stays as it is, and it stays if anything fails, if
 * the signal aborts or if the process is killed; what a killed build left is removed by the next.
 *
 * Same files and date give the same bytes. Makes the folder. Throws a `PackageError` and nothing else.
 */
export async function writePackage(
  files: readonly PackageFile[],
  destination: string,
  options: ZipOptions,
): Promise<WrittenPackage> {
  refuseTooLarge(files, destination);
  const folder = dirname(destination);
  const temporary = temporaryPath(destination);
  try {
    await mkdir(folder, { recursive: true });
    await removeStaleFiles(folder);
    const zipped = await writeZip(files, temporary, options);
    const faults = await verifyPackage(temporary, zipped, options.signal);
    const [fault] = faults;
    if (fault !== undefined) {
      throw new PackageError(
        'broken',
        destination,
        `${destination} came out damaged: \`${fault.path}\`: ${fault.reason}`,
      );
    }
    const { size } = await stat(temporary);
    options.signal?.throwIfAborted();
    await rename(temporary, destination);
    await flushFolder(folder);
    return { path: destination, bytes: size, entries: zipped.length };
  } catch (error) {
    await rm(temporary).catch(() => undefined);
    if (options.signal?.aborted) {
      throw new PackageError('aborted', destination, `${destination} was not written: the build was stopped`, error);
    }
    throw namingDestination(packageError('written', destination, error), temporary, destination);
  }
}

function refuseTooLarge(files: readonly PackageFile[], destination: string): void {
  const finding = judgeSize(totalSize(files));
  if (finding?.severity === 'error')
    throw new PackageError('too-large', destination, `${finding.reason}. ${finding.fix}`);
  if (files.length >= zipLimits.files) {
    const reason = `${basename(destination)} would have ${files.length} files, a zip that every LMS reads holds ${zipLimits.files - 1}`;
    throw new PackageError('too-large', destination, reason);
  }
}

/** People know the package by its own name, not by the temporary one. */
function namingDestination(error: PackageError, temporary: string, destination: string): PackageError {
  if (error.path !== temporary) return error;
  return new PackageError(error.code, destination, error.message.replaceAll(temporary, destination), error.cause);
}

/** Makes the rename outlast a power cut; systems that cannot open folders (Windows) do without. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  try {
    await handle?.sync();
  } catch {
    // The package is in place; only its surviving a power cut in this second is not sure.
  } finally {
    await handle?.close();
  }
}
