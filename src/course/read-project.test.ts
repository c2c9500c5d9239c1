import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Project } from './project.ts';
import { readProject } from './read-project.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'read-project-'));
  await put('course/course.yml', 'id: sample\n');
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), content);
}
const read = (): Promise<Project> => readProject(path.join(folder, 'course'), folder);
const told = ({ config, lessons, quizzes, others }: Project): string[] =>
  [config, ...lessons, ...quizzes, ...others].flatMap((file) =>
    file.messages.map(
      (message) => `${[file.path, message.line, message.column].filter(Boolean).join(':')} ${message.ruleId}`,
    ),
  );

test('sorts files by what they are, in the order of their bytes', async () => {
  for (const name of [
    '10-b.md',
    '02-a.md',
    'Z.md',
    'sub/03.md',
    'exam.quiz.yml',
    'other.quiz.yaml',
    'media/a.png',
    'README.md',
    'sub/readme.md',
    'LICENSE.md',
    'notes.txt',
  ]) {
    await put(`course/${name}`, 'x');
  }
  const project = await read();
  expect(project.lessons.map((file) => file.data['source'])).toEqual(['02-a.md', '10-b.md', 'Z.md', 'sub/03.md']);
  expect(project.lessons.map((file) => file.path)[0]).toBe('course/02-a.md');
  expect(project.quizzes.map((file) => file.data['source'])).toEqual(['exam.quiz.yml', 'other.quiz.yaml']);
  expect([...project.media.keys()]).toEqual(['media/a.png', 'notes.txt']);
  expect(told(project)).toEqual([]);
});

test('does not see hidden files, nor what editors, systems and other tools leave', async () => {
  for (const name of [
    '.git/config',
    '.DS_Store',
    '.01.md.swp',
    '01.md~',
    '01.md.bak',
    'Thumbs.db',
    'node_modules/a/01.md',
  ])
    await put(`course/${name}`, 'x');
  const project = await read();
  expect([project.lessons, [...project.media.keys()], told(project)]).toEqual([[], [], []]);
});

test('a byte order mark and Windows line ends are not part of a text', async () => {
  await put('course/01.md', '\ufeffone\r\ntwo\rthree\n');
  expect(String((await read()).lessons[0])).toBe('one\ntwo\nthree\n');
});

describe('files that cannot be used', () => {
  test.each([
    ['a letter of Latin-1', Buffer.from('one\ncaf\xe9 au lait\n', 'latin1'), 2, 4],
    ['a letter cut short at the end', Buffer.concat([Buffer.from('été '), Buffer.from('é').subarray(0, 1)]), 1, 5],
    ['UTF-16', Buffer.from('\ufeffone', 'utf16le'), 1, 1],
    ['a byte that begins nothing', Buffer.from([0x61, 0x0d, 0x0a, 0x62, 0x80, 0x63]), 2, 2],
    ['an overlong form', Buffer.from([0xc0, 0xaf]), 1, 1],
    ['half a pair of surrogates', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 1, 2],
  ])('not UTF-8: %s', async (_name, bytes, line, column) => {
    await put('course/01.md', bytes);
    expect(told(await read())).toEqual([`course/01.md:${line}:${column} invalid-utf8`]);
  });

  test('a text over 1 MB', async () => {
    await put('course/01.md', 'a'.repeat(1_000_000));
    await put('course/02.md', 'a'.repeat(1_000_001));
    await put('course/big.bin', 'a'.repeat(1_000_001));
    const project = await read();
    expect(told(project)).toEqual(['course/02.md file-too-large']);
    expect(project.lessons.map((file) => file.messages[0]?.ruleId ?? 'fine')).toEqual(['fine', 'file-too-large']);
  });

  test('a link out of the course, whatever it is; one inside is fine', async () => {
    await put('secret/secret.md', 'secret');
    await put('course/media/map.png', 'x');
    await symlink('../secret/secret.md', path.join(folder, 'course/01.md'));
    await symlink(path.join(folder, 'secret'), path.join(folder, 'course/02-folder'));
    await symlink('../../secret/secret.md', path.join(folder, 'course/media/photo.png'));
    await symlink('media/map.png', path.join(folder, 'course/map.png'));
    const project = await read();
    expect(told(project)).toEqual([
      'course/01.md symlink-outside',
      'course/02-folder symlink-outside',
      'course/media/photo.png symlink-outside',
    ]);
    expect(project.lessons.map(String)).toEqual(['']);
    expect(project.media.get('map.png')?.bytes).toBe(1);
  });

  test('a link to a folder of a like name beside the course', async () => {
    await put('course-secret/secret.txt', 'secret');
    await symlink('../course-secret/secret.txt', path.join(folder, 'course/notes.txt'));
    expect(told(await read())).toEqual(['course/notes.txt symlink-outside']);
  });

  test('a link to nothing, to itself, and to the folder it lies in', async () => {
    await symlink('nowhere.md', path.join(folder, 'course/01.md'));
    await symlink('self.png', path.join(folder, 'course/self.png'));
    await symlink('.', path.join(folder, 'course/loop'));
    expect(told(await read())).toEqual([
      'course/01.md unreadable-file',
      'course/loop special-file',
      'course/self.png unreadable-file',
    ]);
  });

  test('a pipe, which would be read for ever', async () => {
    execFileSync('mkfifo', [path.join(folder, 'course/01.md')]);
    expect(told(await read())).toEqual(['course/01.md special-file']);
  });

  test('names that not every system can hold', async () => {
    for (const name of ['con.md', 'Map.png', 'map.png', 'end.', 'nul', 'console.md']) await put(`course/${name}`, 'x');
    const project = await read();
    expect(told(project)).toEqual(
      ['course/con.md file-name', 'course/end. file-name', 'course/map.png file-name', 'course/nul file-name'].sort(),
    );
    // They stay in the course, so that links to them are not called wrong as well.
    expect(project.lessons.map((file) => file.data['source'])).toEqual(['con.md', 'console.md']);
    expect(project.others.map((file) => file.messages[0]?.ruleId)).toContain('file-name');
  });

  test('a folder without course.yml', async () => {
    await rm(path.join(folder, 'course/course.yml'));
    await put('course/01.md', 'x');
    expect(told(await read())).toEqual(['course/course.yml no-course']);
  });
});

test('measures images, and keeps the text of an SVG', async () => {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
    'base64',
  );
  await put('course/a.png', pixel);
  await put('course/b.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>');
  await put('course/broken.png', 'no image');
  const { media } = await read();
  expect(media.get('a.png')).toMatchObject({ width: 2, height: 3, packaged: 'media/a.png', bytes: pixel.length });
  expect(media.get('b.svg')).toMatchObject({ width: 40, height: 30, svg: expect.stringContaining('<svg') });
  expect(media.get('broken.png')).not.toHaveProperty('width');
});
