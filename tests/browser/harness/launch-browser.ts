import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Where systems put Chromium or Chrome, most wanted first: the shell opens a page in a third of the time. */
const known = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing outside this machine can be reached, so a request that slips out fails as well as being seen.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts a browser; one for a test file, with a fresh context for each test. Throws with what to install if there is none. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: flags });
}

/** Path of a Chromium: `CHROMIUM_PATH`, playwright's own, the system's; else playwright's is fetched. */
function findChromium(): string {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked !== undefined && asked !== '') {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is ${asked}, and there is no such file.`);
  }
  const found = [chromium.executablePath(), ...known].find((candidate) => candidate !== '' && existsSync(candidate));
  if (found !== undefined) return found;
  try {
    const command = path.resolve('node_modules/playwright-core/cli.js');
    execFileSync(process.execPath, [command, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
    if (existsSync(chromium.executablePath())) return chromium.executablePath();
  } catch {
    // The message below says what to do.
  }
  throw new Error(
    [
      'The browser tests need Chromium. Do one of these:',
      '  npx playwright-core install --with-deps chromium',
      '  apt-get install -y chromium-headless-shell',
      '  CHROMIUM_PATH=/path/to/chrome npm test',
    ].join('\n'),
  );
}
