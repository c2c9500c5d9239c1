import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Builds `lib/` once before all tests, so that none runs against an old build. */
export function setup(): void {
  execFileSync(process.execPath, [path.resolve('scripts/build.mjs'), '--if-changed'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
