import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';

const cache = fileURLToPath(new URL('../node_modules/.cache/build-scorm/tightened', import.meta.url));

// No property that our scripts read does anything but answer, so a read whose value is not used can go.
const compress = { passes: 3, unsafe_arrows: true, pure_getters: true, keep_fargs: false, module: true };
const options = { compress, mangle: true, ecma: 2021 };

/**
 * A second minifier takes another twentieth off. It is by far the slowest part of a build, so what it made of a text is
 * kept in the cache of `node_modules`.
 *
 * @param text a script as esbuild leaves it
 */
export function tighten(text) {
  const key = createHash('sha256').update(JSON.stringify(options)).update(text).digest('hex');
  const running = tightened.get(key) ?? tightenOnce(text, key);
  tightened.set(key, running);
  return running;
}

/** By key: variants may have the same text, and one file must not be written twice at once. */
const tightened = new Map();

async function tightenOnce(text, key) {
  const kept = path.join(cache, `${key.slice(0, 32)}.js`);
  const known = await readFile(kept, 'utf8').catch(() => null);
  if (known !== null) return known;
  const { code = text } = await minify(text, options);
  await mkdir(cache, { recursive: true });
  // Put in its place whole: another build may look for it right now, and this one may have the same text twice.
  const whole = `${kept}.${randomUUID()}`;
  await writeFile(whole, code);
  await rename(whole, kept);
  return code;
}
