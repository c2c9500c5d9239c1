// `npm run bench`: how long builds take and how large their packages are. Numbers are medians of cold child processes.
// A build of the sample course should stay under 1.5 s on two idle cores.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCourse } from './make-course.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const folder = await mkdtemp(path.join(tmpdir(), 'build-scorm-bench-'));
const out = path.join(folder, 'dist');

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const whole = (milliseconds) => `${Math.round(milliseconds)} ms`;

/** Runs a script some times. @returns the median time in milliseconds and what the last run printed */
function measure(script, args, times) {
  const took = [];
  let last;
  for (let run = 0; run < times; run++) {
    const began = performance.now();
    last = spawnSync(process.execPath, [script, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    took.push(performance.now() - began);
    if (last.status !== 0) throw new Error(`${path.basename(script)} ${args.join(' ')}:\n${last.stderr}`);
  }
  return { took: median(took), out: last.stdout, talk: last.stderr };
}

/** One row of the table. */
function benchCourse(name, course, times) {
  const cold = measure(at('lib/cli.js'), ['build', course, '--out', out], times);
  const parts = JSON.parse(measure(at('bench/time-stages.mjs'), [course, out], 1).out);
  const bare = measure(at('bench/bare-markdown.mjs'), [course], Math.min(times, 3));
  return {
    course: name,
    'cold build': whole(cold.took),
    ...Object.fromEntries(Object.entries(parts.stages).map(([stage, took]) => [stage, whole(took)])),
    'to remark alone': `${(cold.took / bare.took).toFixed(1)}×`,
    zip: `${Math.ceil(parts.bytes / 1000)} kB`,
    html: `${Math.ceil(parts.html / 1000)} kB`,
    files: parts.files,
    state: /state ([\d,]+ of [\d,]+)/.exec(cold.talk)?.[1] ?? '?',
  };
}

try {
  console.log(
    `node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)} (above the cores: the numbers say little)`,
  );
  const rows = [benchCourse('sample', at('content/from-code-to-production'), 7)];
  for (const lessons of [10, 100, 200]) {
    const course = path.join(folder, `bench-${lessons}`);
    await makeCourse(course, lessons);
    rows.push(benchCourse(`${lessons} lessons`, course, 3));
  }
  console.table(rows);
} finally {
  await rm(folder, { recursive: true });
}
