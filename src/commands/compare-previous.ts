import path from 'node:path';
import type { Compiled } from '../compile.ts';
import type { CourseData } from '../contract/course-data.ts';
import { openPackage } from '../package/open-package.ts';
import { compareRelease } from '../release/compare-release.ts';
import type { Terminal } from './command.ts';

/** The release before, as its package says; null, and said why, if the zip cannot be used. */
export async function readPrevious(zip: string, terminal: Terminal): Promise<CourseData | null> {
  const opened = await openPackage(path.resolve(terminal.cwd, zip));
  if (typeof opened !== 'string' && opened.data !== null) return opened.data;
  const why = typeof opened === 'string' ? opened : 'it was not made by build-scorm';
  terminal.talk(`${zip} cannot be compared with: ${why}.\n`);
  return null;
}

/**
 * Reports on a course what it changes for learners of the release before. Of a course in several languages, on the one
 * that the release is in.
 *
 * @param alone whether this course is the only one being built: then the release must be its own
 */
export function comparePrevious(
  previous: CourseData,
  editions: readonly Compiled[],
  alone: boolean,
  force: boolean,
): void {
  const outputs = editions.flatMap(({ output }) => output ?? []);
  const same = outputs.find(({ course }) => course.language === previous.language) ?? outputs[0];
  if (same !== undefined && (alone || previous.id === same.course.id)) compareRelease(previous, same.rendered, force);
}
