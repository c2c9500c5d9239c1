import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPromise } from 'yauzl';
import { compile } from '../../../src/compile.ts';
import type { CourseData } from '../../../src/contract/course-data.ts';
import { readProject } from '../../../src/course/read-project.ts';
import { countMessages, formatMessages } from '../../../src/diagnostics/format-messages.ts';
import { loadToolbox } from '../../../src/load-toolbox.ts';
import { packageDate } from '../../../src/package/package-date.ts';
import { writePackage } from '../../../src/package/write-package.ts';
import { scorm12 } from '../../../src/targets/scorm12/scorm12.ts';

/** A built package, read back from its zip. */
export interface BuiltCourse {
  /** By path in the package. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** What the player knows, keys included: the tests answer by it. */
  readonly data: CourseData;
}

export const sampleCourse = 'content/from-code-to-production';
export const smallCourse = 'tests/browser/courses/small';
/** Every content element. */
export const elementsCourse = 'tests/browser/courses/elements';

/** Every medium, formulas and a frame of another site. */
export const mediaCourse = 'tests/browser/courses/media';
/** Every kind of page and question, and what a lesson mostly has. */
export const everyCourse = 'tests/browser/courses/every';

/**
 * Compiles a course as the command line does, zip and all. It begins with its first lesson, unless its `course.yml` says
 * something of `home`: most tests are about lessons.
 *
 * @param folder the course, from the root of the project; `null` begins with nothing
 * @param changes files to write over or add, by path in the course
 */
export async function buildCourse(
  folder: string | null,
  changes: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<BuiltCourse> {
  const root = await mkdtemp(path.join(tmpdir(), 'course-'));
  try {
    const source = path.join(root, 'source');
    if (folder === null) await mkdir(source);
    else await cp(path.resolve(folder), source, { recursive: true });
    for (const [name, text] of Object.entries(changes)) {
      await mkdir(path.dirname(path.join(source, name)), { recursive: true });
      await writeFile(path.join(source, name), text);
    }
    const config = path.join(source, 'course.yml');
    const text = await readFile(config, 'utf8');
    if (!/^home:/m.test(text)) await writeFile(config, `${text.trimEnd()}\nhome: false\n`);
    const { sources, output } = await compile(await readProject(source, root), scorm12, await loadToolbox());
    if (output === null || countMessages(sources).errors > 0) throw new Error(formatMessages(sources, false));
    const zip = path.join(root, 'package.zip');
    await writePackage(output.files, zip, { date: packageDate({}), signal: new AbortController().signal });
    return { files: await readZip(zip), data: output.rendered.data };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function readZip(file: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const zip = await openPromise(file, { autoClose: false });
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks));
  }
  zip.close();
  return files;
}
