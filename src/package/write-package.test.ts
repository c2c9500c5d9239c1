import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PackageFile } from '../pages/rendered-course.ts';
import { PackageError } from './package-error.ts';
import { writePackage } from './write-package.ts';

const date = new Date(Date.UTC(1980, 0, 1));
let folder: string;
let zip: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-package-'));
  zip = join(folder, 'dist', 'course.zip');
});
afterEach(() => rm(folder, { recursive: true }));

/** Text, an empty file, bytes that do not shrink, and a file of the disk. */
async function course(disk = join(folder, 'video.mp4')): Promise<PackageFile[]> {
  const video = Buffer.alloc(300_000, 'frame');
  await writeFile(disk, video);
  return [
    { path: 'imsmanifest.xml', text: '<manifest/>' },
    { path: 'index.html', text: '<p>Größe</p>'.repeat(500) },
    { path: 'empty.css', text: '' },
    { path: 'media/map.png', bytes: Uint8Array.from({ length: 5000 }, (_, n) => (n * n) % 251) },
    { path: 'media/video.mp4', file: disk, size: video.length },
  ];
}

/** And a file that is large enough to be streamed. */
async function longCourse(disk = join(folder, 'video.mp4')): Promise<PackageFile[]> {
  const lecture = Buffer.alloc(17_000_000, 'lecture');
  await writeFile(`${disk}.long.mp4`, lecture);
  return [...(await course(disk)), { path: 'media/lecture.mp4', file: `${disk}.long.mp4`, size: lecture.length }];
}

async function failure(promise: Promise<unknown>): Promise<PackageError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PackageError)) throw new Error(`Expected a PackageError, got ${String(error)}`);
  return error;
}

test('says what it wrote, and leaves nothing else in the folder', async () => {
  const files = await longCourse();
  const written = await writePackage(files, zip, { date });
  expect(written).toEqual({ path: zip, bytes: (await readFile(zip)).length, entries: 6 });
  expect(await readdir(join(folder, 'dist'))).toEqual(['course.zip']);
});

describe('the same files give the same bytes', () => {
  const umask = process.umask();
  afterEach(() => {
    vi.unstubAllEnvs();
    process.umask(umask);
  });

  test('whatever the folder, time zone, umask and file times', async () => {
    const builds: Buffer[] = [];
    for (const [TZ, mask] of [
      ['UTC', 0o22],
      ['Pacific/Kiritimati', 0o77],
      ['America/St_Johns', 0],
    ] as const) {
      vi.stubEnv('TZ', TZ);
      process.umask(mask);
      const place = join(folder, `build${builds.length}`);
      await mkdir(place);
      const files = await longCourse(join(place, `source${builds.length}.mp4`));
      const time = new Date(Date.UTC(2001 + builds.length, 5, 1));
      await utimes(join(place, `source${builds.length}.mp4`), time, time);
      await writePackage(files, join(place, 'course.zip'), { date });
      builds.push(await readFile(join(place, 'course.zip')));
    }
    expect(new Set(builds.map((build) => build.toString('hex'))).size).toBe(1);
  });

  test('and the date is the one given, in UTC', async () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    expect(new Date(0).getHours()).toBe(9);
    await writePackage(await course(), zip, { date: new Date(Date.UTC(2024, 1, 29, 22, 30, 8)) });
    const bytes = await readFile(zip);
    // APPNOTE 4.4.6: in the local header, time at offset 10, date at 12.
    expect(bytes.readUInt16LE(10)).toBe((22 << 11) | (30 << 5) | (8 / 2));
    expect(bytes.readUInt16LE(12)).toBe(((2024 - 1980) << 9) | (2 << 5) | 29);
  });
});

describe('when it fails, the old package stays and no other file is left', () => {
  beforeEach(async () => {
    await mkdir(join(folder, 'dist'));
    await writeFile(zip, 'the old package');
  });
  afterEach(async () => {
    expect(await readdir(join(folder, 'dist'))).toEqual(['course.zip']);
    expect(await readFile(zip, 'utf8')).toBe('the old package');
  });

  test.each([9, 40_000_000])('a missing file of %d bytes', async (size) => {
    const files = [...(await course()), { path: 'media/gone.mp4', file: join(folder, 'gone.mp4'), size }];
    const error = await failure(writePackage(files, zip, { date }));
    expect(error.message).toBe(`${join(folder, 'gone.mp4')} could not be read: it does not exist`);
    expect([error.code, error.path]).toEqual(['missing', join(folder, 'gone.mp4')]);
  });

  test.each([9, 40_000_000])('a folder where a file of %d bytes is named', async (size) => {
    const error = await failure(writePackage([{ path: 'a.mp4', file: folder, size }], zip, { date }));
    expect(error.message).toBe(`${folder} could not be read: it is a folder, not a file`);
  });

  test('a file that changed since it was measured', async () => {
    const files = await course();
    await writeFile(join(folder, 'video.mp4'), 'shorter');
    const error = await failure(writePackage(files, zip, { date }));
    expect(error.message).toBe(`${join(folder, 'video.mp4')} changed while it was read: 300000 bytes became 7`);
    expect([error.code, error.path]).toEqual(['changed', join(folder, 'video.mp4')]);
  });

  test('a large file that changed since it was measured', async () => {
    const files = await longCourse();
    await appendFile(join(folder, 'video.mp4.long.mp4'), 'er');
    const error = await failure(writePackage(files, zip, { date }));
    expect(error.message).toContain('video.mp4.long.mp4 changed while it was read: 17000000 bytes became 17000002');
  });

  test('a name that the zip would change', async () => {
    const error = await failure(writePackage([{ path: '../a.html', text: '' }], zip, { date }));
    expect(error.message).toBe(`${zip} came out damaged: \`a.html\`: \`../a.html\` should stand in its place`);
    expect(error.code).toBe('broken');
  });

  test('too much for a zip that every LMS reads', async () => {
    const huge = { path: 'media/a.mp4', file: join(folder, 'none.mp4'), size: 2 ** 32 };
    const error = await failure(writePackage([huge], zip, { date }));
    expect([error.code, error.path]).toEqual(['too-large', zip]);
    expect(error.message).toBe(
      'The package has 4295 MB, a zip that every LMS reads holds 4 GiB. Compress or shorten video and audio, or stream them from a video host',
    );
    const many = Array.from({ length: 65_535 }, (_, n) => ({ path: `${n}.txt`, text: '' }));
    const crowded = await failure(writePackage(many, zip, { date }));
    expect([crowded.code, crowded.path]).toEqual(['too-large', zip]);
    expect(crowded.message).toBe('course.zip would have 65535 files, a zip that every LMS reads holds 65534');
  });

  test('a build stopped before it began', async () => {
    const error = await failure(writePackage(await course(), zip, { date, signal: AbortSignal.abort() }));
    expect(error.message).toBe(`${zip} was not written: the build was stopped`);
  });

  test.each([0, 1, 5, 20])('a build stopped after %d ms', async (delay) => {
    const [lecture, ...others] = (await longCourse()).toReversed();
    if (lecture === undefined) throw new Error('there is a lecture');
    const files = [...others, ...Array.from({ length: 4 }, (_, n) => ({ ...lecture, path: `media/${n}.mp4` }))];
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('SIGINT')), delay);
    const error = await failure(writePackage(files, zip, { date, signal: stop.signal }));
    expect(error.code).toBe('aborted');
  });
});

test('a folder where the package should be', async () => {
  await mkdir(join(zip, 'full'), { recursive: true });
  const error = await failure(writePackage(await course(), zip, { date }));
  expect(error.message).toBe(`${zip} could not be written: it is a folder, not a file`);
  expect(await readdir(join(folder, 'dist'))).toEqual(['course.zip']);
});

test('a file where the folder should be', async () => {
  await writeFile(join(folder, 'dist'), '');
  const error = await failure(writePackage(await course(), zip, { date }));
  expect(error.message).toBe(`${zip} could not be written: a file stands where a folder is needed`);
  expect(error.path).toBe(zip);
});

test('a name that the disk refuses is told by the package, not by the file it is first written to', async () => {
  // The folder's path is short enough, that of the temporary file in it is not (4,096 on Linux, 1,024 on macOS).
  let deep = folder;
  while (Buffer.byteLength(deep) < 4050) deep = join(deep, 'x'.repeat(Math.min(200, 4060 - Buffer.byteLength(deep))));
  zip = join(deep, 'a.zip');
  const error = await failure(writePackage(await course(), zip, { date }));
  expect([error.code, error.path]).toEqual(['failed', zip]);
  expect(error.message).toContain('could not be written: ENAMETOOLONG: name too long');
  expect(error.message).not.toContain('.part');
  expect(error.cause).toBeInstanceOf(Error);
});

test('ten builds of one package at once all succeed', async () => {
  const files = await course();
  await Promise.all(Array.from({ length: 10 }, () => writePackage(files, zip, { date })));
  expect(await readdir(join(folder, 'dist'))).toEqual(['course.zip']);
  await writePackage(files, join(folder, 'alone.zip'), { date });
  expect((await readFile(zip)).equals(await readFile(join(folder, 'alone.zip')))).toBe(true);
});
