import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { tighten } from './tighten.mjs';

/** What every browser of about 2022 on knows: `Object.hasOwn`, `<dialog>`, `BroadcastChannel`. */
const target = ['es2021', 'chrome93', 'firefox98', 'safari15.4'];
const elementsFolder = 'src/runtime/page/elements';
const specialFolder = 'src/runtime/special';

/**
 * Builds the browser's part, so that the compiler can put together what a course uses (`src/pages/join-runtime.ts`):
 *
 * - `player-scorm12.<variant>.js`, `page.<variant>.js`: one for every set of features in `src/runtime/variants.json`.
 *   A question type that is left out is replaced by `null` in the tables.
 * - `elements/<name>.js`: what brings one content element to life, registering itself with the page's script.
 * - `special/<name>.js`: what a page around the lessons loads beside the page's script.
 * - `styles/<part>.css`: one for every file under `templates/styles/`.
 *
 * Classic scripts: no module syntax survives, so that packages run from `file://` and in old LMS frames.
 *
 * @param root folder of the checkout
 * @param folder where the files go
 */
export async function buildRuntime(root, folder) {
  const features = JSON.parse(await readFile(path.join(root, 'src/runtime/variants.json'), 'utf8'));
  const names = Object.keys(features).sort();
  const sets = [...Array(2 ** names.length).keys()].map((bits) => names.filter((_, index) => bits & (1 << index)));
  await Promise.all([
    ...sets.map((set) => buildVariant(root, folder, features, set)),
    buildElements(root, folder),
    buildSpecial(root, folder),
    buildStyles(path.join(root, 'templates/styles'), path.join(folder, 'styles')),
  ]);
}

const script = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  format: 'iife',
  target,
  write: false,
  logLevel: 'warning',
};

async function buildVariant(root, folder, features, set) {
  const variant = set.join('-') || 'base';
  const left = Object.entries(features).filter(([name]) => !set.includes(name));
  const questions = new Set(left.flatMap(([, feature]) => feature.questions));
  const built = await build({
    ...script,
    entryPoints: {
      'player-scorm12': path.join(root, 'src/runtime/player/scorm12.ts'),
      page: path.join(root, 'src/runtime/page/main.ts'),
    },
    outdir: folder,
    plugins: [leaveOutQuestions(questions)],
  });
  await writeScripts(built, (file) => file.replace(/\.js$/, `.${variant}.js`));
}

async function buildElements(root, folder) {
  const files = await readdir(path.join(root, elementsFolder));
  const names = files.filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^page-element\.ts$/.test(file));
  const built = await build({
    ...script,
    entryPoints: names.map((name) => ({ in: `element:${name.slice(0, -3)}`, out: name.slice(0, -3) })),
    outdir: path.join(folder, 'elements'),
    plugins: [registerElements(path.join(root, elementsFolder))],
  });
  await writeScripts(built, (file) => file);
}

async function buildSpecial(root, folder) {
  const files = await readdir(path.join(root, specialFolder), { withFileTypes: true });
  const names = files.filter((file) => file.isFile() && /^[\w-]+\.ts$/.test(file.name)).map((file) => file.name);
  const built = await build({
    ...script,
    entryPoints: names.map((name) => path.join(root, specialFolder, name)),
    outdir: path.join(folder, 'special'),
  });
  await writeScripts(built, (file) => file);
}

async function writeScripts({ outputFiles }, rename) {
  await Promise.all(
    outputFiles.map(async (file) => {
      await mkdir(path.dirname(file.path), { recursive: true });
      await writeFile(rename(file.path), await tighten(file.text));
    }),
  );
}

async function buildStyles(from, to) {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const made = path.join(to, path.relative(from, file));
      const { code } = await transform(await readFile(file, 'utf8'), { loader: 'css', minify: true, target });
      await mkdir(path.dirname(made), { recursive: true });
      await writeFile(made, code.trim());
    }),
  );
}

const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** In the tables of question types (`questions/index.ts`), puts `null` in the place of these. */
function leaveOutQuestions(types) {
  return {
    name: 'leave-out-questions',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/[\w-]+\.ts$/ }, ({ path: file, importer }) => {
        const type = file.slice(2, -3);
        return types.has(type) && /[\\/]questions[\\/]index\.ts$/.test(importer)
          ? { path: type, namespace: 'none' }
          : null;
      });
      onLoad({ filter: /.*/, namespace: 'none' }, ({ path: type }) => ({
        contents: `export const ${camelCase(type)} = null;`,
      }));
    },
  };
}

/** `element:tabs` is a script that adds `tabs` of `tabs.ts` to the page's list of elements. */
function registerElements(folder) {
  return {
    name: 'register-elements',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^element:/ }, ({ path: name }) => ({ path: name.slice(8), namespace: 'element' }));
      onLoad({ filter: /.*/, namespace: 'element' }, ({ path: name }) => ({
        contents: `import { ${camelCase(name)} as run } from './${name}.ts';\npageElements.push(run);`,
        resolveDir: folder,
      }));
    },
  };
}
