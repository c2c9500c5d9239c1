import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, sampleCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';

// What a learner waits for at the first launch. How long it takes is measured by `node bench/launch.mjs`, not here: a busy
// machine would decide.

const limits = { requests: 8, bytes: 60_000, withTexts: 85_000 } as const;

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(sampleCourse);
});

test('from the launch to the first lesson, few files are asked for, and they weigh little', async () => {
  const { launch, server } = await tests.visit(course);
  const { learner } = await launch();
  await learner.arrived();
  await learner.lesson.locator('h1').waitFor();
  // Each file counts once: platforms let browsers keep them. Media are the author's.
  const files = server.requests.flatMap((request) => /^GET \/content\/(.*)$/.exec(request)?.[1] ?? []);
  const asked = [...new Set(files)].filter((name) => !name.startsWith('media/'));
  expect(asked.length, asked.join()).toBeLessThanOrEqual(limits.requests);
  const weigh = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(course.files.get(name) ?? '', { level: 9 }).length, 0);
  // What the author wrote: the lesson, and the questions of the course with all that is said to their answers.
  const texts = asked.filter((name) => /^pages\/|^course-data\.js$/.test(name));
  expect(texts).toHaveLength(2);
  expect(weigh(asked.filter((name) => !texts.includes(name)))).toBeLessThanOrEqual(limits.bytes);
  expect(weigh(asked)).toBeLessThanOrEqual(limits.withTexts);
});
