import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';

/** What every browser of about 2022 on knows: `Object.hasOwn`, `<dialog>`, `BroadcastChannel`. */
const target = ['es2021', 'chrome93', 'firefox98', 'safari15.4'];

/**
 * Builds the browser's scripts and style once for every set of features in `src/runtime/variants.json`, so that a
 * package carries only the question types its course has. A type that is left out is replaced by `null` in the tables.
 *
 * One classic script per file: no module syntax survives, so that packages run from `file://` and in old LMS frames.
 *
 * @param root folder of the checkout
 * @param folder where the files go: `player-scorm12.typed.js`, `page.base.js`, `course.arranged-typed.css`
 */
export async function buildRuntime(root, folder) {
  const features = JSON.parse(await readFile(path.join(root, 'src/runtime/variants.json'), 'utf8'));
  const names = Object.keys(features).sort();
  const sets = [...Array(2 ** names.length).keys()].map((bits) => names.filter((_, index) => bits & (1 << index)));
  await Promise.all(sets.map((set) => buildVariant(root, folder, features, set)));
}

async function buildVariant(root, folder, features, set) {
  const variant = set.join('-') || 'base';
  const left = Object.entries(features).filter(([name]) => !set.includes(name));
  const kept = new Set(set.flatMap((name) => features[name].styles));
  const questions = new Set(left.flatMap(([, feature]) => feature.questions));
  const styles = new Set(left.flatMap(([, feature]) => feature.styles).filter((name) => !kept.has(name)));
  const shared = {
    bundle: true,
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    target,
    write: false,
    logLevel: 'warning',
  };
  const [scripts, style] = await Promise.all([
    build({
      ...shared,
      format: 'iife',
      entryPoints: {
        'player-scorm12': path.join(root, 'src/runtime/player/scorm12.ts'),
        page: path.join(root, 'src/runtime/page/main.ts'),
      },
      outdir: folder,
      plugins: [leaveOutQuestions(questions)],
    }),
    build({
      ...shared,
      entryPoints: [path.join(root, 'templates/styles/course.css')],
      outdir: folder,
      loader: { '.svg': 'dataurl' },
      plugins: [leaveOutStyles(styles)],
    }),
  ]);
  const named = (file) => file.path.replace(/\.(js|css)$/, `.${variant}.$1`);
  await Promise.all([
    ...scripts.outputFiles.map(async (file) => writeFile(named(file), await tighten(file.text))),
    ...style.outputFiles.map((file) => writeFile(named(file), file.text)),
  ]);
}

/** A second minifier takes another twentieth off. */
async function tighten(text) {
  const { code } = await minify(text, { compress: { passes: 3, unsafe_arrows: true }, mangle: true, ecma: 2021 });
  return code ?? text;
}

/** In the tables of question types (`questions/index.ts`), puts `null` in the place of these. */
function leaveOutQuestions(types) {
  const name = (type) => type.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
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
        contents: `export const ${name(type)} = null;`,
      }));
    },
  };
}

function leaveOutStyles(files) {
  return {
    name: 'leave-out-styles',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.css$/ }, ({ path: file }) =>
        files.has(path.basename(file)) ? { path: file, namespace: 'none' } : null,
      );
      onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: '', loader: 'css' }));
    },
  };
}
