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
 * - `player-scorm12.<variant>.js`, `page.<variant>.js`, `quiz.<variant>.js`: one for every set of features in `src/runtime/variants.json`.
 *   A question type that is left out is replaced by `null` in the tables, a flag of `src/contract/features.ts` is false.
 *   What the page's script and another need of `src/contract` stands there alone: it is loaded before the others.
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
  const names = [...Object.keys(features.questions), ...features.flags].sort();
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
  const left = Object.entries(features.questions).filter(([name]) => !set.includes(name));
  const questions = new Set(left.flatMap(([, types]) => types));
  const page = path.join(root, 'src/runtime/page/main.ts');
  const player = path.join(root, 'src/runtime/player/scorm12.ts');
  const bundle = (entryPoints, ...plugins) =>
    build({
      ...script,
      absWorkingDir: root,
      entryPoints,
      outdir: folder,
      metafile: true,
      plugins: [...plugins, leaveOutQuestions(questions), setFlags(set)],
    });
  const quiz = path.join(root, 'src/runtime/page/quizzes.ts');
  const shared = await sharedModules(
    root,
    await Promise.all([{ page }, { player }, { quiz }].map((one) => bundle(one))),
  );
  const built = await Promise.all([
    bundle({ page: 'page-with-shared' }, publishShared(page, shared)),
    bundle({ 'player-scorm12': player }, takeShared(shared)),
    bundle({ quiz }, takeShared(shared)),
  ]);
  for (const one of built) await writeScripts(one, (file) => file.replace(/\.js$/, `.${variant}.js`));
}

/** The modules of the contract that the first of these bundles has and any other too, with what each exports. */
async function sharedModules(root, bundles) {
  const [first, ...others] = bundles.map(({ metafile }) => {
    const [output] = Object.values(metafile.outputs);
    return Object.keys(output.inputs).filter((name) => output.inputs[name].bytesInOutput > 0);
  });
  const names = first.filter(
    (name) => /^src\/contract\/(?!features\.ts)/.test(name) && others.some((other) => other.includes(name)),
  );
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(root, name);
      const { metafile } = await build({ ...script, format: 'esm', entryPoints: [file], outdir: root, metafile: true });
      return { file, exports: Object.values(metafile.outputs)[0].exports };
    }),
  );
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
  await writeScripts(built);
}

async function buildSpecial(root, folder) {
  const files = await readdir(path.join(root, specialFolder), { withFileTypes: true });
  const names = files.filter((file) => file.isFile() && /^[\w-]+\.ts$/.test(file.name)).map((file) => file.name);
  const built = await build({
    ...script,
    entryPoints: names.map((name) => path.join(root, specialFolder, name)),
    outdir: path.join(folder, 'special'),
  });
  await writeScripts(built);
}

async function writeScripts({ outputFiles }, nameOf = (file) => file) {
  await Promise.all(
    outputFiles.map(async (file) => {
      await mkdir(path.dirname(file.path), { recursive: true });
      await writeFile(nameOf(file.path), await tighten(file.text));
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
      // The space is part of the value of a custom property for a minifier, for nobody else.
      await writeFile(made, code.trim().replaceAll(/(?<=[;{]--[\w-]+:) /g, ''));
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

/** The page's script, which also publishes what the player's script shares with it: the launch page loads it first. */
function publishShared(page, shared) {
  const imports = shared.map(({ file, exports }) => `import { ${exports.join(', ')} } from ${JSON.stringify(file)};`);
  const names = shared.flatMap((module) => module.exports);
  return {
    name: 'publish-shared',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^page-with-shared$/ }, ({ path: name }) => ({ path: name, namespace: 'shared' }));
      onLoad({ filter: /.*/, namespace: 'shared' }, () => ({
        contents: [...imports, `globalThis.buildScormShared = [${names}];`, `import ${JSON.stringify(page)};`].join(
          '\n',
        ),
        resolveDir: path.dirname(page),
      }));
    },
  };
}

/** In the player's script, takes these modules from what the page's script published. */
function takeShared(shared) {
  const names = shared.flatMap((module) => module.exports);
  return {
    name: 'take-shared',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^shared$/ }, () => ({ path: 'shared', namespace: 'shared' }));
      onLoad({ filter: /.*/, namespace: 'shared' }, () => ({
        contents: `export const [${names}] = globalThis.buildScormShared;`,
      }));
      onLoad({ filter: /[\\/]contract[\\/].*\.ts$/ }, ({ path: file }) => {
        const module = shared.find((each) => each.file === file);
        return module && { contents: `export { ${module.exports} } from 'shared';`, resolveDir: path.dirname(file) };
      });
    },
  };
}

/** Gives the flags of `src/contract/features.ts` their values in this variant: `rules` is `withRules` there. */
function setFlags(set) {
  return {
    name: 'set-flags',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]contract[\\/]features\.ts$/ }, async ({ path: file }) => ({
        contents: (await readFile(file, 'utf8')).replace(
          /\bwith(\w+): boolean = true/g,
          (_, name) => `with${name} = ${set.includes(name.toLowerCase())}`,
        ),
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
