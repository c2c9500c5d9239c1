import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFolder, root, run } from './tool.ts';

const execute = promisify(execFile);

// As a user has it: the tarball of `npm pack`, installed in an empty folder far from this repository.
let folder: string;
let packed: readonly string[];
beforeAll(async () => {
  folder = await newFolder();
  // `--ignore-scripts`: `prepare` would rebuild `lib/`, which the tests have just built and are using.
  const { stdout } = await execute('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
  });
  const [made] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  packed = made.files.map((file) => file.path);
  await mkdir(path.join(folder, 'course'));
  await writeFile(path.join(folder, 'package.json'), '{ "name": "a-course", "private": true }\n');
  const install = [
    'install',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    path.join(folder, made.filename),
  ];
  await execute('npm', install, { cwd: folder });
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

test('the package holds what the tool needs, and no tests or sources', () => {
  for (const name of [
    'lib/cli.js',
    'lib/index.js',
    'lib/types/index.d.ts',
    'lib/runtime/page.base.js',
    'lib/schemas/scorm12/adlcp_rootv1p2.xsd',
    'templates/lesson.html',
    'templates/strings/en.yml',
  ]) {
    expect(packed).toContain(name);
  }
  expect(
    packed.filter((name) => /^(src|tests|bench|node_modules|scripts)\//.test(name) || name.endsWith('.test.ts')),
  ).toEqual([]);
});

test('npx build-scorm builds a course there', async () => {
  await cp(path.join(root, 'content/from-code-to-production'), path.join(folder, 'content/course'), {
    recursive: true,
  });
  const { stdout } = await execute('npx', ['build-scorm'], { cwd: folder });
  expect(stdout).toBe('dist/from-code-to-production-1.0.0-scorm12.zip\n');
  expect((await readdir(path.join(folder, 'dist'))).sort()).toEqual([
    'from-code-to-production-1.0.0-scorm12-trainer.html',
    'from-code-to-production-1.0.0-scorm12.zip',
  ]);
}, 60_000);

test('its API compiles a course there', async () => {
  const script = path.join(folder, 'use.mjs');
  await writeFile(
    script,
    `import { compile, loadToolbox, readProject, targets } from 'build-scorm';
const compiled = await compile(await readProject('content/course', process.cwd()), targets[0], await loadToolbox());
process.stdout.write(compiled.output.files[0].path);
process.exit();
`,
  );
  expect(await run([], { cwd: folder, script })).toMatchObject({ code: 0, out: 'imsmanifest.xml' });
});
