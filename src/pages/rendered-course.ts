import type { CourseData } from '../contract/course-data.ts';
import type { Course } from '../course/course.ts';

/** A course as HTML pages, with all they need, not yet bound to a target's standard. */
export interface RenderedCourse {
  readonly course: Course;
  /** All files of the package but those a target adds (manifest, schemas, its player script, CSP). */
  readonly files: readonly PackageFile[];
  readonly data: CourseData;
}

/** One file of a package: its text, its bytes, or where the bytes are (large media are streamed). */
export type PackageFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly file: string; readonly size: number };
