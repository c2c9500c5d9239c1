import { cp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rules } from '../../src/diagnostics/rules.ts';
import { copyCase, newFolder, root, run, writeCourse } from './tool.ts';

let folder: string;
beforeEach(async () => {
  folder = await newFolder();
});
afterEach(() => rm(folder, { recursive: true }));

const at = (...parts: string[]): string => path.join(folder, ...parts);
const start = (...args: string[]) => run(args, { cwd: folder });
const listed = async (name: string): Promise<string[]> => (await readdir(at(name))).sort();

describe('what it builds', () => {
  test('without arguments: every course under content/', async () => {
    await writeCourse(at('content/one'), 'one');
    await writeCourse(at('content/two'), 'two');
    await mkdir(at('content/no-course'));
    const { code, out, talk } = await start();
    expect({ code, out }).toEqual({ code: 0, out: 'dist/one-1.0.0-scorm12.zip\ndist/two-1.0.0-scorm12.zip\n' });
    expect(talk).toMatch(
      /✔ Sample course: 1 lesson, 0 questions, 0 warnings, \d+\.\d s\n {2}dist\/one-1\.0\.0-scorm12\.zip {3}\d+ kB {3}state \d+ of 4,096/,
    );
    expect(await listed('dist')).toEqual([
      'one-1.0.0-scorm12-trainer.html',
      'one-1.0.0-scorm12.zip',
      'two-1.0.0-scorm12-trainer.html',
      'two-1.0.0-scorm12.zip',
    ]);
  });

  test('one course, where it is told to', async () => {
    await writeCourse(at('my course'), 'one');
    const { code, out } = await start('build', 'my course', '--out', 'other/place');
    expect({ code, out }).toEqual({ code: 0, out: 'other/place/one-1.0.0-scorm12.zip\n' });
    expect(await listed('other/place')).toEqual(['one-1.0.0-scorm12-trainer.html', 'one-1.0.0-scorm12.zip']);
  });

  test('the folder it stands in', async () => {
    await writeCourse(folder);
    expect(await start('.')).toMatchObject({ code: 0, out: 'dist/sample-1.0.0-scorm12.zip\n' });
  });

  test('a course with mistakes does not keep the others from being built', async () => {
    await copyCase('no-right-answer', at('content/bad'));
    await writeCourse(at('content/good'), 'good');
    const { code, out, talk } = await start();
    expect({ code, out }).toEqual({ code: 1, out: 'dist/good-1.0.0-scorm12.zip\n' });
    expect(talk).toContain('✖ content/bad: 4 errors, 0 warnings. No package was written; an older one is untouched.');
  });

  test('two courses of one name: the second does not replace the first', async () => {
    await writeCourse(at('content/a'));
    await writeCourse(at('content/b'));
    const { code, out, talk } = await start();
    expect({ code, out }).toEqual({ code: 1, out: 'dist/sample-1.0.0-scorm12.zip\n' });
    expect(talk).toContain(
      'content/b/course.yml:1:5  error  Two courses have the id `sample` and the same version, the other in content/a/course.yml  duplicate-id',
    );
  });

  test('page ids and files that are no names for an LMS or for Windows', async () => {
    await writeCourse(at('content'));
    for (const id of ['index', 'con', 'com1', 'player'])
      await writeFile(
        at(`content/02-${id}.md`),
        `---\ntitle: ${id}\nid: ${id}\n---\n\nSee [a script](files/run.sh), [a page](files/welcome.pdf), [a file](files/probe.txt).\n`,
      );
    await mkdir(at('content/files'));
    for (const name of ['run.sh', 'welcome.pdf', 'probe.txt']) await writeFile(at('content/files', name), 'text');
    expect(await start('content')).toMatchObject({ code: 0, out: 'dist/sample-1.0.0-scorm12.zip\n' });
  });
});

describe('mistakes', () => {
  const cases = [
    'bad-yaml-syntax',
    'unknown-key',
    'missing-title',
    'missing-image',
    'broken-link',
    'no-right-answer',
    'duplicate-quiz-ids',
    'choices',
    'invalid-utf8',
    'empty-lesson',
    'symlink-outside',
  ];
  test.each(cases)('%s: exit 1, the place, what to write, and the older package as it was', async (name) => {
    await copyCase(name, at('content'));
    if (name === 'symlink-outside')
      for (const file of ['outside.md', 'outside.png']) await cp(path.join(root, 'tests/cases', name, file), at(file));
    await mkdir(at('dist'));
    await writeFile(at('dist/sample-1.0.0-scorm12.zip'), 'the older package');
    const { code, out, talk } = await start();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const expected = await readFile(path.join(root, 'tests/cases', name, 'expected/messages.txt'), 'utf8');
    expect(talk).toContain(expected);
    expect(await listed('dist')).toEqual(['sample-1.0.0-scorm12.zip']);
    expect(await readFile(at('dist/sample-1.0.0-scorm12.zip'), 'utf8')).toBe('the older package');
  });

  test('no course there', async () => {
    await mkdir(at('content'));
    const { code, out, talk } = await start();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(talk).toBe(
      'content  error  No course here: neither this folder nor one in it has a `course.yml`  no-course\n  → Name the folder of a course, one with a `course.yml`: `build-scorm path/to/course`\n',
    );
    expect(Object.keys(rules)).toContain('no-course');
  });

  test('no folder there', async () => {
    const { code, talk } = await start('some/where');
    expect(code).toBe(1);
    expect(talk).toContain('some/where  error  The folder cannot be read: it does not exist');
  });

  test('a file that is not a folder', async () => {
    await writeFile(at('lesson.md'), 'text');
    const { code, talk } = await start('lesson.md');
    expect(code).toBe(1);
    expect(talk).toContain('lesson.md  error  The folder cannot be read: a part of its path is a file, not a folder');
  });

  test('dist that cannot be written to', async () => {
    await writeCourse(at('content'));
    await writeFile(at('dist'), 'a file');
    const { code, out, talk } = await start();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(talk).toContain('error  dist');
    expect(talk).not.toContain(folder);
    expect(talk).not.toContain('fault of build-scorm');
    expect(await readFile(at('dist'), 'utf8')).toBe('a file');
  });
});

describe('wrong usage', () => {
  test.each([
    [['--srtict'], '(Did you mean --strict?)'],
    [['build', '--outt', 'x'], '(Did you mean --out?)'],
    [['chekc'], 'There is neither a command nor a folder `chekc`. Did you mean `check`?'],
    [['--target', 'scorm21'], 'There is no target `scorm21`. Did you mean `scorm12`?'],
    [['--target', 'pdf'], 'There is no target `pdf`. Known targets: scorm12'],
    [['explain', 'brokenlink'], 'There is no rule `brokenlink`. Did you mean `broken-link`?'],
    [['explain', 'toString'], 'There is no rule `toString`. Run `build-scorm explain` for a list.'],
    [['content', 'other'], 'too many arguments'],
    [['--out'], "option '-o, --out <folder>' argument missing"],
  ])('%j', async (args, said) => {
    await writeCourse(at('content'));
    const { code, out, talk } = await run(args, { cwd: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(talk).toContain(said);
    expect(await listed('.')).toEqual(['content']);
  });
});

describe('options', () => {
  test('--json: results on stdout, nothing but talk on stderr', async () => {
    await copyCase('everything-at-once', at('content/bad'));
    await writeCourse(at('content/good'), 'good');
    const { code, out, talk } = await start('--json');
    expect(code).toBe(1);
    const [bad, good] = JSON.parse(out);
    expect(bad).toMatchObject({ course: 'content/bad', errors: 7, package: null });
    expect(bad.messages[0]).toEqual({
      file: 'content/bad/course.yml',
      line: 2,
      column: 1,
      severity: 'error',
      rule: 'unknown-key',
      reason: '`titel` is not a key of `course.yml`',
      fix: 'Did you mean `title`?',
    });
    const { size } = await stat(at('dist/good-1.0.0-scorm12.zip'));
    expect(good).toEqual({
      course: 'content/good',
      errors: 0,
      warnings: 0,
      package: 'dist/good-1.0.0-scorm12.zip',
      bytes: size,
      sheet: 'dist/good-1.0.0-scorm12-trainer.html',
      messages: [],
    });
    expect(talk).toMatch(/^✖ content\/bad.*\n✔ Sample course.*\n {2}dist.*\n {2}dist.*trainer.*\n$/);
  });

  test('--json where there is no course', async () => {
    const { code, out, talk } = await start('--json', 'nowhere/at/all');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      { course: 'nowhere/at/all', errors: 1, messages: [{ rule: 'unreadable-file' }] },
    ]);
    expect(talk).toBe('');
  });

  test('--strict makes warnings count', async () => {
    await copyCase('headings', at('content'));
    expect(await start()).toMatchObject({ code: 0 });
    await rm(at('dist'), { recursive: true });
    expect(await start('--strict')).toMatchObject({ code: 1, out: '' });
    expect(await listed('.')).toEqual(['content']);
  });

  test('--quiet says nothing but errors', async () => {
    await copyCase('headings', at('warned'));
    expect(await start('warned', '--quiet')).toEqual({ code: 0, out: 'dist/sample-1.0.0-scorm12.zip\n', talk: '' });
    await copyCase('link-text', at('wrong'));
    const { code, talk } = await start('wrong', '-q');
    expect(code).toBe(1);
    expect(talk).toContain('link-text-missing');
    expect(talk).not.toContain('warning');
  });

  test('check writes nothing', async () => {
    await writeCourse(at('content'));
    const { code, out, talk } = await start('check');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(talk).toMatch(/^✔ Sample course: .*\n$/);
    await copyCase('headings', at('other'));
    expect(await start('check', 'other', '--strict')).toMatchObject({ code: 1 });
    expect(await listed('.')).toEqual(['content', 'other']);
  });

  test('explain', async () => {
    const one = await start('explain', 'broken-link');
    expect(one).toMatchObject({ code: 0, talk: '' });
    expect(one.out).toBe(`broken-link (error)\n${rules['broken-link'].summary}.\n\n${rules['broken-link'].explain}\n`);
    const all = await start('explain');
    expect(all).toMatchObject({ code: 0, talk: '' });
    expect(
      all.out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(Object.keys(rules));
  });

  test('--version and --help', async () => {
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    expect(await start('--version')).toEqual({ code: 0, out: `${version}\n`, talk: '' });
    for (const args of [['--help'], ['help'], ['build', '--help']]) {
      const { code, out, talk } = await start(...args);
      expect({ code, talk }).toEqual({ code: 0, talk: '' });
      expect(out).toContain('Usage: build-scorm');
    }
  });
});

describe('surroundings', () => {
  test('no colour where no terminal is, with NO_COLOR or without', async () => {
    await copyCase('headings', at('content'));
    for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }]) {
      expect((await run([], { cwd: folder, env })).talk).not.toContain('\u001b[');
    }
  });

  test('GITHUB_ACTIONS: annotations beside the messages', async () => {
    await copyCase('headings', at('content'));
    const { code, talk } = await run([], { cwd: folder, env: { GITHUB_ACTIONS: 'true' } });
    expect(code).toBe(0);
    expect(talk).toContain(
      '::warning file=content/01-welcome.md,line=5,col=1,title=heading-top::The lesson has a heading of level 1. Write `##`',
    );
  });

  test('Ctrl-C: exit 130, the older package as it was, nothing half done', async () => {
    await cp(path.join(root, 'content/from-code-to-production'), at('content/a'), { recursive: true });
    await cp(path.join(root, 'content/from-code-to-production'), at('content/b'), { recursive: true });
    await writeFile(
      at('content/b/course.yml'),
      (await readFile(at('content/b/course.yml'), 'utf8')).replace('id: from-code', 'id: b-from-code'),
    );
    await mkdir(at('dist'));
    await writeFile(at('dist/b-from-code-to-production-1.0.0-scorm12.zip'), 'the older package');
    let stopped = false;
    // It talks of the first course when that is about to be written; the second has not begun.
    const onTalk = (_talk: string, kill: (signal: NodeJS.Signals) => void): void => {
      if (!stopped) kill('SIGINT');
      stopped = true;
    };
    const { code } = await run([], { cwd: folder, onTalk });
    expect(code).toBe(130);
    expect((await listed('dist')).filter((name) => !/\.(zip|html)$/.test(name))).toEqual([]);
    expect(await listed('dist')).toContain('b-from-code-to-production-1.0.0-scorm12.zip');
    expect(await readFile(at('dist/b-from-code-to-production-1.0.0-scorm12.zip'), 'utf8')).toBe('the older package');
  });

  test('a fault of the tool itself: exit 70, and it says so', async () => {
    for (const name of ['lib', 'templates']) await cp(path.join(root, name), at('tool', name), { recursive: true });
    await cp(path.join(root, 'package.json'), at('tool/package.json'));
    await symlink(path.join(root, 'node_modules'), at('tool/node_modules'));
    await writeFile(at('tool/templates/lesson.html'), '{{#never}} closed');
    await writeCourse(at('content'));
    const { code, out, talk } = await run([], { cwd: folder, script: at('tool/lib/cli.js') });
    expect({ code, out }).toEqual({ code: 70, out: '' });
    expect(talk).toContain('This is a fault of build-scorm, not of your course.');
    expect(await listed('.')).toEqual(['content', 'tool']);
  });
});
