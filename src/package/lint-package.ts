import type { PackageFile } from '../pages/rendered-course.ts';
import { lintManifest, manifestPath } from './lint-manifest.ts';
import { lintNames } from './lint-names.ts';
import type { PackageFault } from './verify-package.ts';

/**
 * Checks the files of a SCORM package, before it is written, for what its schemas leave open and LMSs stumble over.
 * None for a sound package. Pure: it does not read files of the disk.
 */
export function lintPackage(files: readonly PackageFile[]): readonly PackageFault[] {
  const paths = files.map((file) => file.path);
  const [first] = files;
  if (first?.path !== manifestPath || !('text' in first)) {
    return [{ path: manifestPath, reason: 'it is not the first file' }, ...lintNames(paths)];
  }
  return [...lintNames(paths), ...lintManifest(first.text, paths)];
}
