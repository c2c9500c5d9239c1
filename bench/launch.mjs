// `node bench/launch.mjs`: how soon the first lesson of the sample course can be read over a slow line on a slow processor, and
// whether anything moves or holds the page up meanwhile. Needs a built tool and Chromium (`CHROMIUM_PATH`).
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
  for (let run = 0; run < 3; run++) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    // A platform that answers at once; what is measured is the course.
    await context.addInitScript(() => {
      const values = {};
      const say = () => 'true';
      if (window === window.top)
        window.API = {
          LMSInitialize: say,
          LMSFinish: say,
          LMSCommit: say,
          LMSGetValue: (name) => values[name] ?? '',
          LMSSetValue: (name, value) => {
            values[name] = value;
            return 'true';
          },
          LMSGetLastError: () => '0',
          LMSGetErrorString: () => '',
          LMSGetDiagnostic: () => '',
        };
      window.seen = { paint: 0, shift: 0, longest: 0 };
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
      });
    });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', line);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(`${origin}/index.html`);
    const lesson = () => page.frames().find((frame) => frame.url().includes('/pages/'));
    await page.frameLocator('[data-frame]').locator('main h1').waitFor();
    await page.waitForTimeout(4000);
    const frames = await Promise.all([page.mainFrame(), lesson()].map((frame) => frame?.evaluate('seen')));
    const began = await page.evaluate('performance.timeOrigin');
    rows.push({
      page: lesson()?.url().split('/').at(-1),
      'largest paint': `${Math.round((frames[1]?.paint ?? 0) - began)} ms`,
      'layout shift': frames.map((seen) => seen?.shift.toFixed(3)).join(' + '),
      'longest task': `${Math.max(...frames.map((seen) => seen?.longest ?? 0))} ms`,
    });
    await context.close();
  }
  console.table(rows);
  await browser.close();
  server.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
