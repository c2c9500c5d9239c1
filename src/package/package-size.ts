import type { PackageFile } from '../pages/rendered-course.ts';

const megabyte = 1_000_000;

/** From here on a zip needs Zip64, which many LMSs cannot read: 4 GiB, or 65,535 files (APPNOTE 4.4.1.4). */
export const zipLimits = { bytes: 2 ** 32 - 1, files: 65_535 } as const;

/** Bytes of one file of a package, uncompressed. */
export function fileSize(file: PackageFile): number {
  if ('text' in file) return Buffer.byteLength(file.text);
  return 'bytes' in file ? file.bytes.byteLength : file.size;
}

/** Bytes of all files, uncompressed: what the zip stays near or below. */
export function totalSize(files: readonly PackageFile[]): number {
  return files.reduce((sum, file) => sum + fileSize(file), 0);
}

/** What there is to say about a package's size. */
export interface SizeFinding {
  readonly severity: 'error' | 'warning';
  readonly reason: string;
  readonly fix: string;
}

const fix = 'Compress or shorten video and audio, or stream them from a video host';

/** Judges the size of a package, in bytes: null is fine, a warning is uploadable to some LMSs only. */
export function judgeSize(bytes: number): SizeFinding | null {
  if (bytes >= zipLimits.bytes) {
    return {
      severity: 'error',
      reason: `The package has ${inMegabytes(bytes)}, a zip that every LMS reads holds 4 GiB`,
      fix,
    };
  }
  const reason = `The package has ${inMegabytes(bytes)}`;
  if (bytes > 500 * megabyte) return { severity: 'warning', reason: `${reason}, most LMSs refuse it`, fix };
  // Cornerstone takes 250 MB; many hosts set the limit of PHP uploads to 100 MB.
  if (bytes > 100 * megabyte) return { severity: 'warning', reason: `${reason}, some LMSs refuse it`, fix };
  return null;
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / megabyte)} MB`;
}
