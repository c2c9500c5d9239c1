// `node bench/launch.mjs [times]`: how soon the first lesson of the sample course can be read over a slow line, on a processor
// slowed four times and on this machine's own, and whether anything moves or holds the page up meanwhile. Needs a built
// tool and Chromium (`CHROMIUM_PATH`).
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { chromium } from 'playwright-core';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = await mkdtemp(path.join(tmpdir(), 'bench-launch-'));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
/** Slow 4G as Lighthouse has it: 1.6 Mbit/s, 150 ms there and back. */
const line = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** How many launches at each speed. */
const times = Number(process.argv[2] ?? 3);
/** How many times slower the processor seems. */
const slowdowns = [4, 1];
/** Longer ones are felt, in milliseconds. */
const longTask = 50;

/** In every page: a platform that answers at once, since what is measured is the course; and what the browser saw. */
function answerAndWatch() {
  const say = () => 'true';
  if (window === window.top)
    window.API = {
      LMSInitialize: say,
      LMSFinish: say,
      LMSCommit: say,
      LMSGetValue: (name) => sessionStorage.getItem(name) ?? '',
      LMSSetValue: (name, value) => {
        sessionStorage.setItem(name, value);
        return 'true';
      },
      LMSGetLastError: () => '0',
      LMSGetErrorString: () => '',
      LMSGetDiagnostic: () => '',
    };
  window.seen = { paint: 0, shift: 0, longest: 0, tasks: [] };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => {
    window.seen.paint = performance.timeOrigin + entry.startTime;
  });
  watch('layout-shift', (entry) => {
    window.seen.shift += entry.value;
  });
  watch('longtask', (entry) => {
    window.seen.longest = Math.max(window.seen.longest, entry.duration);
    window.seen.tasks.push(`${Math.round(entry.startTime)}:${entry.duration}`);
  });
}

const inside = (page) => page.frames().find((frame) => frame.url().includes('/pages/'));

/** @param began when the learner began to wait, as an expression of the launch page */
async function look(what, slowdown, page, began) {
  const from = await page.evaluate(began);
  const frames = await Promise.all([page.mainFrame(), inside(page)].map((frame) => frame.evaluate('seen')));
  const files = await Promise.all(
    [page.mainFrame(), inside(page)].map((frame) =>
      frame.evaluate(() =>
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .filter(({ transferSize, name }) => transferSize > 0 && !/probe[.]txt|[/]media[/]/.test(name))
          .map(({ transferSize }) => transferSize),
      ),
    ),
  );
  const sizes = files.flat();
  // What the frame around has seen so far is not seen again in the next step.
  await page.mainFrame().evaluate(() => Object.assign(window.seen, { longest: 0, tasks: [] }));
  return {
    what,
    processor: slowdown === 1 ? 'as it is' : `${slowdown} times slower`,
    'largest paint': `${Math.round(frames[1].paint - from)} ms`,
    'layout shift': frames.map(({ shift }) => shift.toFixed(3)).join(' + '),
    // Both frames share a thread, so both may see one task. Only tasks over 50 ms are told at all.
    'longest task': Math.max(...frames.map(({ longest }) => longest)),
    tasks: frames.map(({ tasks }) => tasks.join(' ')).join(' | '),
    fetched: `${sizes.length} files, ${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(0)} kB`,
  };
}

try {
  const built = spawnSync(
    process.execPath,
    ['lib/cli.js', 'build', 'content/from-code-to-production', '--out', folder],
    { cwd: root, encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(built.stderr);
  const zip = (await readdir(folder)).find((name) => name.endsWith('.zip')) ?? '';
  if (spawnSync('unzip', ['-q', zip], { cwd: folder }).status !== 0) throw new Error('unzip is needed');

  const server = createServer((request, response) => {
    const name = path.normalize(new URL(request.url ?? '/', 'http://course.test').pathname);
    const file = createReadStream(path.join(folder, name));
    file.on('error', () => response.writeHead(404).end());
    file.on('open', () => {
      response.writeHead(200, {
        'content-type': types[path.extname(name)] ?? 'application/octet-stream',
        'content-encoding': 'gzip',
        'cache-control': 'max-age=3600',
      });
      file.pipe(createGzip()).pipe(response);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  console.log(`load ${loadavg()[0].toFixed(1)} (above the cores: the numbers say little)`);
  const rows = [];
  for (const slowdown of slowdowns.flatMap((each) => Array(times).fill(each))) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addInitScript(answerAndWatch);
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', line);
    await network.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    // Nothing is looked at meanwhile: what a test tool runs in the page would count as the course's.
    await page.goto(`${origin}/index.html`);
    await page.waitForTimeout(4_000);
    rows.push(await look('home', slowdown, page, 'performance.timeOrigin'));
    await inside(page).evaluate(() => {
      window.top.pressed = performance.timeOrigin + performance.now();
      setTimeout(() => document.querySelector('[data-start]').click());
    });
    await page.waitForTimeout(4_000);
    rows.push(await look('its first lesson', slowdown, page, 'pressed'));
    // The same learner comes back, with what the browser has kept of the files.
    await page.goto(`${origin}/pages/_search.html`);
    await page.goto(`${origin}/index.html`);
    await page.waitForTimeout(4_000);
    rows.push(await look('come back to it', slowdown, page, 'performance.timeOrigin'));
    await context.close();
  }
  console.table(rows);
  for (const processor of new Set(rows.map((row) => row.processor))) {
    const views = rows.filter((row) => row.processor === processor);
    const held = views.filter((row) => row['longest task'] > longTask);
    console.log(`processor ${processor}: ${held.length} of ${views.length} views with a task over ${longTask} ms`);
  }
  await browser.close();
  server.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
