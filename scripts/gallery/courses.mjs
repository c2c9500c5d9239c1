import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The courses that are pictured. */
export const courses = {
  sample: 'content/from-code-to-production',
  every: 'tests/browser/courses/every',
  elements: 'tests/browser/courses/elements',
  media: 'tests/browser/courses/media',
  small: 'tests/browser/courses/small',
  themed: 'tests/browser/courses/themed',
};

/**
 * Compiles a course for pictures.
 *
 * @param root folder of the checkout
 * @param lib the built tool, `lib/index.js`
 * @param language in which the player speaks, BCP 47
 * @param extra lines for its `course.yml`
 * @returns the files of its package by path, and what its player knows
 */
export async function compileCourse(root, lib, toolbox, { folder, language, extra = '' }) {
  const project = await lib.readProject(path.join(root, folder), root);
  const config = String(project.config.value).replace(/^language:.*$/m, `language: ${language}`);
  project.config.value = `${config.trimEnd()}\n${extra}\n`;
  const { output, sources } = await lib.compile(project, lib.targets[0], toolbox);
  if (output === null) throw new Error(`${folder}: ${sources.flatMap((file) => file.messages).join('\n')}`);
  return { files: new Map(output.files.map((file) => [file.path, file])), data: output.rendered.data };
}

const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain',
};

/** Answers a browser's requests below `site` with the files of a package. */
export async function serveFiles(context, site, files) {
  await context.route(`${site}**`, async (route) => {
    const file = files.get(new URL(route.request().url()).pathname.slice(1) || 'index.html');
    if (file === undefined) return route.fulfill({ status: 404, body: '' });
    const body = 'text' in file ? file.text : Buffer.from(file.bytes ?? (await readFile(file.file)));
    return route.fulfill({ body, contentType: types[path.extname(file.path).slice(1)] ?? 'application/octet-stream' });
  });
}
