import { readFile, stat } from 'node:fs/promises';
import type { CourseData } from '../contract/course-data.ts';
import { systemReason } from '../diagnostics/system-reason.ts';
import { courseDataPath, readCourseData } from './read-course-data.ts';
import { type ManifestSummary, manifestPath, readManifest } from './read-manifest.ts';
import { type ReadFile, readPackage, UnsafePackageError } from './read-package.ts';

/** A package somebody hands in, opened with care. */
export interface OpenedPackage {
  /** Bytes of the zip. */
  readonly bytes: number;
  /** In the order of the zip. */
  readonly files: readonly ReadFile[];
  /** null if the zip is no SCORM package. */
  readonly manifest: ManifestSummary | null;
  /** null if another tool made it. */
  readonly data: CourseData | null;
}

/** Larger zips are not read: they would not fit in memory, and no LMS takes them. */
const largestZip = 1_000_000_000;

/** Opens a package. @returns what is wrong with it, in plain words, if it cannot be read or is not to be trusted */
export async function openPackage(path: string): Promise<OpenedPackage | string> {
  try {
    const { size } = await stat(path);
    if (size > largestZip) return `it has ${Math.round(size / 1_000_000)} MB, more than can be looked into`;
    const zip = await readFile(path);
    const files = await readPackage(zip, (name) => name === courseDataPath || name === manifestPath);
    return { bytes: zip.length, files, manifest: readManifest(files), data: readCourseData(files) };
  } catch (error) {
    return error instanceof UnsafePackageError ? error.message : systemReason(error);
  }
}
