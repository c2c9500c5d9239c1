import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All that `lib/` is made of. */
const sources = [
  'src',
  'templates',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.types.json',
];

/**
 * Fingerprint of what `lib/` is built from, so that a test run need not build again what has not changed.
 *
 * @param root folder of the checkout
 * @returns 64 hexadecimal digits
 */
export function builtFrom(root) {
  const hash = createHash('sha256');
  const add = (name) => {
    hash.update(`${name}\0`);
    hash.update(readFileSync(path.join(root, name)));
  };
  for (const source of sources) {
    if (path.extname(source) !== '') {
      add(source);
      continue;
    }
    const files = readdirSync(path.join(root, source), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
    for (const name of files.sort()) add(name);
  }
  return hash.digest('hex');
}
