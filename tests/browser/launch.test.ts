import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, sampleCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';

// What a learner waits for at the first launch. How long it takes is measured by `node bench/launch.mjs`, not here: a busy
// machine would decide.

/** Files that a reader waits for; what they weigh in gzip, and without the author's texts. */
const limits = { requests: 8, bytes: 60_000, withoutTexts: 42_000 } as const;

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(sampleCourse);
});

test('from the launch to the first lesson, few files are waited for, and they weigh little', async () => {
  const { launch, server } = await tests.visit(course);
  const { learner } = await launch();
  await learner.arrived();
  await learner.lesson.locator('h1', { hasText: 'The production mental model' }).waitFor();
  // Each file counts once: platforms let browsers keep them. Media are the author's.
  const files = server.requests.flatMap((request) => /^GET \/content\/(.*)$/.exec(request)?.[1] ?? []);
  const asked = [...new Set(files)].filter((name) => !name.startsWith('media/'));
  // What brings questions to life comes after the lesson can be read, and the first saving too.
  const later = /^quiz\.js$|\.texts\.js$|^probe\.txt$/;
  const waited = asked.filter((name) => !later.test(name));
  expect(waited.length, waited.join()).toBeLessThanOrEqual(limits.requests);
  const weigh = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(course.files.get(name) ?? '', { level: 9 }).length, 0);
  expect(weigh(waited)).toBeLessThanOrEqual(limits.bytes);
  const [data = ''] = String(course.files.get('player.js')).split('\n', 1);
  const texts = weigh(waited.filter((name) => name.startsWith('pages/'))) + gzipSync(data, { level: 9 }).length;
  expect(weigh(waited) - texts).toBeLessThanOrEqual(limits.withoutTexts);
});
